import { ProviderError } from '../../ports/payment-provider.ts'
import { scrub } from '../scrub.ts'

type StripeFailure = Error & { type: string; statusCode?: number; requestId?: string }

/** What an error of Stripe's SDK means; anything else is a mistake of ours and passed on. */
export function failureOf(error: unknown, secrets: readonly string[]): unknown {
  if (!isStripeFailure(error)) return error
  const kind = kindOf(error)
  return new ProviderError(kind, sentence(kind, error, secrets), error.requestId ?? '')
}

function isStripeFailure(error: unknown): error is StripeFailure {
  return error instanceof Error && 'type' in error && String(error.type).startsWith('Stripe')
}

function kindOf({ type, statusCode = 0 }: StripeFailure): ProviderError['kind'] {
  if (type === 'StripeAuthenticationError' || type === 'StripePermissionError') {
    return 'misconfigured'
  }
  // 409: the same request is still being worked on.
  if (type === 'StripeConnectionError' || type === 'StripeAPIError') return 'unreachable'
  if (statusCode === 409 || statusCode === 429 || statusCode >= 500) return 'unreachable'
  return 'refused'
}

function sentence(
  kind: ProviderError['kind'],
  { statusCode, message }: StripeFailure,
  secrets: readonly string[],
): string {
  // Stripe's own sentence about a wrong key repeats a part of it.
  if (kind === 'misconfigured') return 'Stripe does not accept payments.stripe.secret_key for this.'
  if (kind === 'unreachable' && !statusCode) return 'Stripe could not be reached in time.'
  if (kind === 'unreachable') return `Stripe cannot answer at the moment (HTTP ${statusCode}).`
  return `Stripe refused: ${scrub(message, secrets)}`
}
