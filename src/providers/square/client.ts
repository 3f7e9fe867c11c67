import { setTimeout as sleep } from 'node:timers/promises'
import type { SquareClient } from 'square'
import { ProviderError } from '../../ports/payment-provider.ts'
import { lazily } from '../lazily.ts'
import { failureOf } from './failure.ts'
import type { SquareSettings } from './settings.ts'

/**
 * How long one request may take, body included; the SDK would wait as long as Square tells it to.
 */
type RequestLimits = { timeoutInSeconds: number; maxRetries: 0; abortSignal: AbortSignal }

/** Asks Square something; failures are ProviderErrors. The limits go with every request. */
export type AskSquare = <T>(
  question: (square: SquareClient, limits: RequestLimits) => Promise<T>,
) => Promise<T>

/**
 * The way to Square's API; the SDK is loaded with the first question. What could not be answered is
 * asked once more: every request of ours may be repeated, since it reads, deletes or carries a key.
 * `timeout_ms` is for one attempt.
 */
export function openClient(settings: SquareSettings, timeout_ms: number): AskSquare {
  const client = lazily(() => loadClient(settings))
  const secrets = [settings.access_token, settings.webhook_signature_key]
  return async (question) => {
    const square = await client()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await question(square, limitsOf(timeout_ms))
      } catch (error) {
        const failure = failureOf(error, secrets)
        const isTransient = failure instanceof ProviderError && failure.kind === 'unreachable'
        if (!isTransient || attempt === attempts) throw failure
        await sleep(pauseMs)
      }
    }
  }
}

const attempts = 2
const pauseMs = 400

function limitsOf(timeout_ms: number): RequestLimits {
  return {
    timeoutInSeconds: timeout_ms / 1000,
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(timeout_ms),
  }
}

async function loadClient({ access_token, api_base }: SquareSettings): Promise<SquareClient> {
  if (access_token === '') {
    throw new ProviderError('misconfigured', 'payments.square.access_token is empty.')
  }
  // A CommonJS package: out of our bundle it has no other name than this.
  const { default: sdk } = await import('square')
  return new sdk.SquareClient({ token: access_token, baseUrl: api_base.replace(/\/+$/, '') })
}
