import type { ErrorCode } from '../domain/errors.ts'

/** How the program ends, by the code of its error (contract.md). */
export const exitCodes = {
  usage: 2,
  invalid_input: 2,
  config_invalid: 2,
  not_found: 3,
  conflict: 1,
  wrong_state: 1,
  nothing_due: 1,
  needs_confirmation: 1,
  provider_error: 1,
  mail_failed: 1,
  busy: 1,
  internal: 1,
} as const satisfies Record<ErrorCode, 1 | 2 | 3>

/** After Ctrl-C: 128 and the number of the signal, as shells count. */
export const interrupted = 130

/** All of them, for the help of every command. */
export const exitWords =
  'Exit: 0 done, 1 failed or not possible now, 2 wrong input, 3 not found, 130 interrupted.'
