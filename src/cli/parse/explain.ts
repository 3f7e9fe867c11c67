import { Command as CommanderCommand, CommanderError, Option } from 'commander'
import { PortalError } from '../../domain/errors.ts'
import { nearest } from '../../domain/text.ts'
import type { Command, OptionSpecs } from '../command.ts'
import { globalOptions } from '../global-options.ts'
import { spellOption } from '../spelling.ts'
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

/** Its words are left to the caller, who complains about missing ones for both ways of reading. */
function declare(name: string, command: Command): CommanderCommand {
  const program = new CommanderCommand(`portal ${name}`)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .helpOption(false)
    .allowExcessArguments(true)
  addOptions(program, command.options)
  addOptions(program, globalOptions)
  return program
}

function addOptions(program: CommanderCommand, specs: OptionSpecs): void {
  const known = new Set(program.options.map(({ long }) => long))
  for (const [name, spec] of Object.entries(specs)) {
    if (known.has(`--${name}`)) continue
    const option = new Option(spellOption(name, spec))
    if (spec.many) option.argParser((text, before: string[] = []) => [...before, text])
    program.addOption(option)
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
