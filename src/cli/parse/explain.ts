import { Command as CommanderCommand, CommanderError, Option } from 'commander'
import { PortalError } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'
import type { ArgumentSpec, Command, OptionSpecs } from '../command.ts'
import { exitWords } from '../exit-codes.ts'
import { globalOptions } from '../global-options.ts'
import { wrapText } from '../output/text-width.ts'
import type { Parsed } from './parse-quickly.ts'

/**
 * Reads any command line that commander understands.
 * @throws PortalError usage that names the option, and the one that was probably meant
 */
export function parseFully(name: string, command: Command, argv: readonly string[]): Parsed {
  const program = declare(name, command)
  checkValues(name, program, argv)
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw usage(name, command, error)
    throw error
  }
  return { words: program.args, options: valuesOf(program) }
}

/** The help of one command. */
export function commandHelp(
  name: string,
  summary: string,
  command: Command,
  width: number,
): string {
  const program = declare(name, command)
    .description(summary)
    .configureHelp({ helpWidth: width, minWidthToWrap: 15 })
  for (const [argument, spec] of Object.entries(command.arguments)) {
    program.argument(usageOf(argument, spec), spec.says)
  }
  const examples = command.examples.map((line) => `  ${line}`)
  const notes = command.notes ? ['', ...wrapText(command.notes, width)] : []
  return [
    program.helpInformation().trimEnd(),
    ...notes,
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples,
    '',
    ...wrapText(exitWords, width),
  ].join('\n')
}

/** Its words are left to the caller, who complains about missing ones for both ways of reading. */
function declare(name: string, command: Command): CommanderCommand {
  const program = new CommanderCommand(`portal ${name}`)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .helpOption(false)
    .allowExcessArguments(true)
  addOptions(program, command.options, 'Options:')
  addOptions(program, globalOptions, 'Always:')
  return program
}

function usageOf(name: string, { optional, many }: ArgumentSpec): string {
  const inner = many ? `${name}...` : name
  return optional ? `[${inner}]` : `<${inner}>`
}

function addOptions(program: CommanderCommand, specs: OptionSpecs, group: string): void {
  const known = new Set(program.options.map(({ long }) => long))
  for (const [name, { value, many, short, says }] of Object.entries(specs)) {
    const flag = `--${name}`
    if (known.has(flag)) continue
    const flags = short ? `-${short}, ${flag}` : flag
    const option = new Option(value ? `${flags} <${value}>` : flags, says)
    if (many) option.argParser((text, before: string[] = []) => [...before, text])
    program.addOption(option.helpGroup(group))
  }
}

/** `--customer --json` is a forgotten value; who means it writes `--customer=--json`. */
function checkValues(name: string, program: CommanderCommand, argv: readonly string[]): void {
  const find = (word: string | undefined) => program.options.find(({ long }) => long === word)
  for (const [i, word] of argv.entries()) {
    if (word === '--') return
    if (!find(word)?.required || !find(argv[i + 1])) continue
    throw new PortalError('usage', `${word} needs a value.`, `See: portal ${name} --help`)
  }
}

/** Values by the names that the command declared; commander keeps `--x` and `--no-x` under one key. */
function valuesOf(program: CommanderCommand): Parsed['options'] {
  const values: Parsed['options'] = {}
  for (const option of program.options) {
    const name = (option.long ?? '').slice(2)
    const key = option.attributeName()
    const value = program.getOptionValue(key)
    const given = program.getOptionValueSource(key) === 'cli' && (value === false) === option.negate
    if (given) values[name] = option.negate ? true : value
  }
  return values
}

function usage(name: string, command: Command, error: CommanderError): PortalError {
  const [, option = ''] = /'(-[^' ]*)/.exec(error.message) ?? []
  const help = `See: portal ${name} --help`
  if (error.code === 'commander.optionMissingArgument') {
    return new PortalError('usage', `${option} needs a value.`, help)
  }
  if (error.code !== 'commander.unknownOption') {
    return new PortalError('usage', error.message.replace(/^error: /, ''), help)
  }
  const names = [...Object.keys(command.options), ...Object.keys(globalOptions)]
  const meant = nearest(option.replace(/^--?/, ''), names)
  const message = `portal ${name} has no option ${option}.`
  return new PortalError('usage', message, meant ? `Did you mean: --${meant}` : help)
}
