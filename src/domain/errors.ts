/** The codes of contract.md; each maps to one exit code and one HTTP status. */
export type ErrorCode =
  | 'usage'
  | 'invalid_input'
  | 'config_invalid'
  | 'not_found'
  | 'conflict'
  | 'wrong_state'
  | 'nothing_due'
  | 'needs_confirmation'
  | 'provider_error'
  | 'mail_failed'
  | 'busy'
  | 'internal'

/** One thing wrong with one input; `field` is the input's own path, such as `items[0].quantity`. */
export type Problem = { field: string; message: string }

/**
 * An error meant for a person: a sentence that says what and why, and a hint that names the command
 * or option that helps. Anything else that is thrown is a bug of ours and shown as `internal`.
 */
export class PortalError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  readonly details: Problem[]

  constructor(code: ErrorCode, message: string, hint = '', details: Problem[] = []) {
    super(message)
    this.name = 'PortalError'
    this.code = code
    this.hint = hint
    this.details = details
  }
}

/** All problems of one input at once; the message repeats the first so that it reads well alone. */
export function invalidInput(problems: Problem[], hint = ''): PortalError {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = first ? `${first.field}: ${first.message}${more}` : 'The input is not valid.'
  return new PortalError('invalid_input', message, hint, problems)
}
