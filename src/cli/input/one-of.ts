import { invalidInput } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'

/**
 * Reads an option that is one of a few words.
 * @param noun what such a word is, where the option is not called so
 * @throws PortalError invalid_input that names what was meant
 */
export function oneOf<T extends string>(
  field: string,
  text: string,
  words: readonly T[],
  noun = field,
): T {
  const found = words.find((word) => word === text)
  if (found) return found
  const meant = nearest(text, words)
  const help = meant ? `did you mean ${meant}?` : `there are: ${words.join(', ')}`
  throw invalidInput([{ field, message: `"${text}" is no ${noun}; ${help}` }])
}
