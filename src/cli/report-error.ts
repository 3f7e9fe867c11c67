import { PortalError } from '../domain/errors.ts'
import type { Surroundings } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { type Globals, wantsJson } from './global-options.ts'
import { createPaper } from './output/paper.ts'

/** Says what went wrong, to a machine or to a person, and returns the exit code. */
export async function reportError(
  error: unknown,
  around: Surroundings,
  argv: readonly string[],
  globals: Globals = {},
): Promise<number> {
  const known = error instanceof PortalError ? error : await asInternal(error)
  const { stdout, stderr, env } = around
  if (wantsJson(argv)) {
    const { code, message, hint, details } = known
    stdout.write(`${JSON.stringify({ error: { code, message, hint, details } })}\n`)
  } else {
    const paper = await createPaper(stderr, env, globals)
    stderr.write(`${sentences(known, paper.paint)}\n`)
  }
  if (env.PORTAL_DEBUG === '1') stderr.write(`${stackOf(error)}\n`)
  return exitCodes[known.code]
}

type Paint = Awaited<ReturnType<typeof createPaper>>['paint']

/** What, why, and what to do. */
function sentences({ message, hint, details }: PortalError, paint: Paint): string {
  const lines = details.length > 1 ? detailLines(details) : [message]
  const shown = lines.map((line, i) => (i === 0 ? `${paint.bad('Error:')} ${line}` : line))
  return [...shown, ...(hint ? [paint.dim(hint)] : [])].join('\n')
}

function detailLines(details: PortalError['details']): string[] {
  return [
    `${details.length} things are not right:`,
    ...details.map(({ field, message }) => `  ${field ? `${field}: ` : ''}${message}`),
  ]
}

/** Our own bugs: a calm sentence, and a reference that is the same for the same bug. */
async function asInternal(error: unknown): Promise<PortalError> {
  const { createHash } = await import('node:crypto')
  const reference = createHash('sha256').update(stackOf(error)).digest('hex').slice(0, 8)
  return new PortalError(
    'internal',
    `Something went wrong inside portal; it is not your mistake. Reference: ${reference}`,
    'Try again. If it stays, run it with PORTAL_DEBUG=1 and report what it prints.',
  )
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
