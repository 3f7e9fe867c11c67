import { parseArgs } from 'node:util'
import type { OptionSpecs } from '../command.ts'

export type Parsed = {
  words: string[]
  options: Record<string, string | string[] | boolean | undefined>
}

/**
 * Reads a faultless command line with what Node has built in, which costs a tenth of loading commander.
 * Undefined for anything else: commander reads that again, and explains what is wrong with it.
 */
export function parseQuickly(specs: OptionSpecs, argv: readonly string[]): Parsed | undefined {
  if (argv.length === 0) return { words: [], options: {} }
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value, many, short }]) => [
      name,
      {
        type: value ? ('string' as const) : ('boolean' as const),
        multiple: many ?? false,
        ...(short ? { short } : {}),
      },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    return { words: positionals, options: { ...values } as Parsed['options'] }
  } catch {
    return undefined
  }
}
