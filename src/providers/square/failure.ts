import { ProviderError } from '../../ports/payment-provider.ts'
import { scrub } from '../scrub.ts'

type SquareFailure = Error & {
  statusCode?: number
  errors?: { code?: string; detail?: string; field?: string }[]
  rawResponse?: { headers?: Headers }
}

/** What an error of Square's SDK means; anything else is a mistake of ours and passed on. */
export function failureOf(error: unknown, secrets: readonly string[]): unknown {
  if (!isSquareFailure(error)) return error
  const kind = kindOf(error)
  const requestId = error.rawResponse?.headers?.get('x-request-id') ?? ''
  return new ProviderError(kind, sentence(kind, error, secrets), requestId)
}

function isSquareFailure(error: unknown): error is SquareFailure {
  return (
    error instanceof Error &&
    (error.name === 'SquareError' || 'statusCode' in error || isTimeout(error))
  )
}

function isTimeout({ name, message }: Error): boolean {
  return name === 'SquareTimeoutError' || message.startsWith('Timeout exceeded')
}

function kindOf({ statusCode }: SquareFailure): ProviderError['kind'] {
  if (statusCode === 401 || statusCode === 403) return 'misconfigured'
  // 409: the same request is still being worked on.
  const comesAgain = statusCode === 408 || statusCode === 409 || statusCode === 429
  return !statusCode || comesAgain || statusCode >= 500 ? 'unreachable' : 'refused'
}

function sentence(
  kind: ProviderError['kind'],
  { statusCode, errors = [] }: SquareFailure,
  secrets: readonly string[],
): string {
  if (kind === 'misconfigured') {
    return 'Square does not accept payments.square.access_token for this.'
  }
  if (kind === 'unreachable' && !statusCode) return 'Square could not be reached in time.'
  if (kind === 'unreachable') return `Square cannot answer at the moment (HTTP ${statusCode}).`
  const told = errors.map(({ code, detail, field }) =>
    [code, field, detail].filter(Boolean).join(' '),
  )
  return `Square refused: ${scrub(told.join('; '), secrets)}`
}
