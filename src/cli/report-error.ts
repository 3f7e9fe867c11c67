import { PortalError } from '../domain/errors.ts'
import { fileFault } from '../domain/file-fault.ts'
import { jsonText, spellSteering } from '../domain/steering.ts'
import type { Surroundings } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { type Globals, wantsJson } from './global-options.ts'
import { createPaper, type Paper } from './output/paper.ts'
import { wrapText } from './output/text-width.ts'

/** Says what went wrong, to a machine or to a person, and returns the exit code. */
export async function reportError(
  error: unknown,
  around: Surroundings,
  argv: readonly string[],
  globals: Globals = {},
): Promise<number> {
  const known =
    error instanceof PortalError ? error : (fileFault(error) ?? (await asInternal(error)))
  const { stdout, stderr, env } = around
  if (wantsJson(argv)) {
    const { code, message, hint, details } = known
    stdout.write(`${jsonText({ error: { code, message, hint, details } })}\n`)
  } else {
    const paper = await createPaper(stderr, env, globals)
    stderr.write(`${sentences(known, paper)}\n`)
  }
  if (env.PORTAL_DEBUG === '1') stderr.write(`${spellSteering(stackOf(error))}\n`)
  return exitCodes[known.code]
}

/** What, why, and what to do; whoever said no is not told of an error. */
function sentences({ code, message, hint, details }: PortalError, { paint, width }: Paper): string {
  if (code === 'needs_confirmation' && hint === '') return wrapLines(message, width).join('\n')
  const isList = details.length > 1
  const first = `${label} ${isList ? `${details.length} things are not right:` : ended(message)}`
  const shown = [...wrapLines(first, width), ...(isList ? detailLines(details, width) : [])]
  const lines = shown.map((line) => line.replace(label, paint.bad(label)))
  return [...lines, ...(hint ? wrapLines(hint, width).map(paint.dim) : [])].join('\n')
}

const label = 'Error:'

function wrapLines(text: string, width: number): string[] {
  return spellSteering(text)
    .split('\n')
    .flatMap((line) => wrapText(line, width))
}

/** Some are sentences, others say what a field must be. */
function ended(message: string): string {
  return /[.!?…:]$/.test(message) ? message : `${message}.`
}

/** More would push the first ones out of sight; a wrong file can have a hundred thousand. */
const mostDetails = 50

/** Each hangs below its beginning where the terminal is narrow. */
function detailLines(details: PortalError['details'], width: number): string[] {
  const lines = details
    .slice(0, mostDetails)
    .flatMap(({ field, message }) =>
      wrapText(spellSteering(`${field ? `${field}: ` : ''}${message}`), width - 4).map(
        (line, i) => `${i === 0 ? '  ' : '    '}${line}`,
      ),
    )
  const more = details.length - mostDetails
  return more > 0 ? [...lines, `  and ${more} more; --json names all`] : lines
}

/** Our own bugs: a calm sentence, and a reference that is the same for the same bug. */
async function asInternal(error: unknown): Promise<PortalError> {
  const { createHash } = await import('node:crypto')
  const reference = createHash('sha256').update(stackOf(error)).digest('hex').slice(0, 8)
  return new PortalError(
    'internal',
    `Something went wrong inside portal; it is not your mistake. Reference: ${reference}.`,
    'Try again. If it stays, run it with PORTAL_DEBUG=1 and report what it prints.',
  )
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
