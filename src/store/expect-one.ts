import { PortalError } from '../domain/errors.ts'

/** Throws unless a statement touched exactly one row: what it was about is gone or in another state. */
export function expectOneRow(touched: bigint | undefined, what: string): void {
  if (touched === 1n) return
  throw new PortalError(
    'conflict',
    `${what} was changed or removed by someone else in the meantime.`,
    'Look at it again, and repeat the command if it is still needed.',
  )
}
