import { invalidInput } from '../domain/errors.ts'
import { nearest } from '../domain/text.ts'

/** Reads "total" or "-total" (descending). Throws invalid_input that names the keys there are. */
export function parseSort<K extends string>(
  sort: string,
  keys: readonly K[],
): { key: K; direction: 'asc' | 'desc' } {
  const name = sort.replace(/^-/, '')
  const key = keys.find((one) => one === name)
  if (key !== undefined) return { key, direction: sort.startsWith('-') ? 'desc' : 'asc' }
  const near = nearest(name, keys)
  const meant = near === undefined ? '' : ` (did you mean ${near}?)`
  throw invalidInput(
    [{ field: 'sort', message: `"${name}" is not one of ${keys.join(', ')}${meant}` }],
    'Put - in front to turn the order round, as in `--sort=-total`.',
  )
}
