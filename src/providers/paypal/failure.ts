import { ProviderError } from '../../ports/payment-provider.ts'
import { scrub } from '../scrub.ts'

/** PayPal understood and said no; `issue` is its word for why, such as INSTRUMENT_DECLINED. */
export class PaypalRefusal extends ProviderError {
  readonly issue: string
  readonly status: number
  /** PayPal's sentence for the issue. */
  readonly said: string

  constructor(status: number, issue: string, said: string, request_id: string) {
    super('refused', `PayPal refused: ${[issue, said].filter(Boolean).join(' ')}`, request_id)
    this.status = status
    this.issue = issue
    this.said = said
  }
}

type SdkFailure = Error & { statusCode: number; headers?: Record<string, string>; body?: unknown }

type Complaint = {
  name?: string
  message?: string
  debug_id?: string
  details?: { issue?: string; description?: string }[]
}

/** What an error of PayPal's SDK means; a mistake of ours is passed on. */
export function failureOf(error: unknown, secrets: readonly string[]): unknown {
  if (error instanceof ProviderError || isMistake(error)) return error
  if (!isAnswer(error)) {
    return new ProviderError('unreachable', 'PayPal could not be reached in time.')
  }
  const { statusCode: status, headers } = error
  const { name, message, debug_id, details } = complaintOf(error)
  const requestId = headers?.['paypal-debug-id'] ?? debug_id ?? ''
  if (status === 401 || status === 403) {
    const refused = 'PayPal does not accept payments.paypal.client_id and client_secret for this.'
    return new ProviderError('misconfigured', refused, requestId)
  }
  if (comesAgain(status)) {
    const busy = `PayPal cannot answer at the moment (HTTP ${status}).`
    return new ProviderError('unreachable', busy, requestId)
  }
  const { issue = name ?? `HTTP ${status}`, description = message ?? '' } = details?.[0] ?? {}
  return new PaypalRefusal(status, issue, scrub(description, secrets), requestId)
}

/** An answer that is not what was asked for, as opposed to none, or to one that nobody can read. */
export function isAnswer(error: unknown): error is SdkFailure {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) >= 300
}

/** 409: the same request is still being worked on. */
function comesAgain(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500
}

/** Arguments that the SDK does not take, and what any of our own lines may throw. */
function isMistake(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  const isArgument = 'errors' in error && !('statusCode' in error)
  return isArgument || error instanceof TypeError || error instanceof ReferenceError
}

function complaintOf({ body }: SdkFailure): Complaint {
  try {
    return JSON.parse(String(body)) ?? {}
  } catch {
    return {}
  }
}
