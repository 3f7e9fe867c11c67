import { PortalError } from '../../domain/errors.ts'
import type { ArgumentSpec, Command } from '../command.ts'
import { globalOptions } from '../global-options.ts'
import { type Parsed, parseQuickly } from './parse-quickly.ts'

export type Arguments = Record<string, string | string[] | undefined>

/**
 * Reads what stands after a command's name.
 * @throws PortalError usage
 */
export async function parseArguments(
  name: string,
  command: Command,
  argv: readonly string[],
): Promise<{ args: Arguments; options: Parsed['options'] }> {
  const specs = { ...globalOptions, ...command.options }
  const quick = parseQuickly(specs, argv)
  const { words, options } = quick ?? (await import('./explain.ts')).parseFully(name, command, argv)
  if (options.help) return { args: {}, options }
  return { args: nameWords(name, command, words), options }
}

function nameWords(command: string, { arguments: specs }: Command, words: string[]): Arguments {
  const args: Arguments = {}
  const rest = [...words]
  for (const [name, spec] of Object.entries(specs)) {
    if (!spec.optional && rest.length === 0) throw missing(command, name, spec)
    args[name] = spec.many ? rest.splice(0) : rest.shift()
  }
  if (rest.length === 0) return args
  throw new PortalError(
    'usage',
    `portal ${command} does not expect "${rest[0]}".`,
    `Put text with spaces in quotes. See: portal ${command} --help`,
  )
}

function missing(command: string, name: string, { says }: ArgumentSpec): PortalError {
  const message = `<${name}> is missing: ${says}.`
  return new PortalError('usage', message, `See: portal ${command} --help`)
}
