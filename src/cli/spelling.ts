/** How arguments and options are written in helps and in the manual. */
import type { ArgumentSpec, OptionSpec, OptionSpecs } from './command.ts'
import type { Entry } from './output/entry-lines.ts'

/** `<number>`, `[number]` where it may be left out, `<number...>` where there may be several. */
export function spellArgument(name: string, { optional, many }: ArgumentSpec): string {
  const inner = many ? `${name}...` : name
  return optional ? `[${inner}]` : `<${inner}>`
}

/** `--out <file>`, or with its letter `-h, --help`. */
export function spellOption(name: string, { value, short }: OptionSpec): string {
  const flag = value ? `--${name} <${value}>` : `--${name}`
  return short ? `-${short}, ${flag}` : flag
}

/** Options as a help lists them. */
export function optionEntries(options: OptionSpecs): Entry[] {
  return Object.entries(options).map(([name, option]) => ({
    name: spellOption(name, option),
    says: option.says,
  }))
}
