import { PortalError } from '../domain/errors.ts'

/**
 * For what follows a decision that is written: a full disk or a locked database must not look as though it had not
 * been. Jobs, or time, do what is left; a bug of ours is no fault to wait out.
 */
export function leaveToJobs(error: unknown): asserts error is PortalError {
  if (!(error instanceof PortalError)) throw error
}
