import { PortalError } from '../../domain/errors.ts'
import type { Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { checkOutput, writeOutput } from './file-output.ts'

export const reportFileArgument = {
  file: { optional: true, says: 'where --csv or --html goes; standard output without it' },
} as const

/**
 * Writes a report as text to its file, or to standard output.
 * @throws PortalError usage where that would mix with --json
 */
export async function reportFile(
  context: Context,
  {
    file,
    what,
    text,
    command,
    where,
  }: { file: string | undefined; what: string; text: string; command: string; where: string },
): Promise<Outcome | 0> {
  const output = { out: file ?? '-', what, command, where }
  if (file === undefined && context.around.stdout.isTTY && !context.globals.json) {
    context.around.stdout.write(text)
    return 0
  }
  checkOutput(context, output)
  const bytes = Buffer.from(text)
  const path = await writeOutput(context, output, { bytes, filename: '' })
  if (path === undefined) return 0
  return {
    json: { file: path, bytes: bytes.length },
    text: () => `Wrote ${path} (${Math.ceil(bytes.length / 1024)} kB).`,
    next: command,
  }
}

/** @throws PortalError usage for a file that nothing would be written to, or two ways at once */
export function checkWays(
  file: string | undefined,
  ways: Record<string, boolean | undefined>,
): void {
  const wanted = Object.keys(ways).filter((name) => ways[name])
  const list = Object.keys(ways)
    .map((name) => `--${name}`)
    .join(' or ')
  if (wanted.length > 1) throw new PortalError('usage', `Use ${list}, not both.`)
  if (file !== undefined && wanted.length === 0) {
    throw new PortalError('usage', `Say how to write ${file}: add ${list}.`)
  }
}
