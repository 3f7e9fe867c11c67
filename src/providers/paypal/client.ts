import { setTimeout as sleep } from 'node:timers/promises'
import { ProviderError } from '../../ports/payment-provider.ts'
import { failureOf, isAnswer } from './failure.ts'
import { type Limits, openSessions, type PaypalSdk } from './session.ts'
import type { PaypalSettings } from './settings.ts'

type Answer = { body: unknown }

/** Asks PayPal something and reads the answer; failures are ProviderErrors. */
export type AskPaypal = <T>(
  question: (sdk: PaypalSdk, limits: Limits) => Promise<Answer>,
) => Promise<T>

export type PaypalClient = {
  ask: AskPaypal
  /** What the app may do, in PayPal's words. */
  rights(): Promise<string>
  /** Proves that the credentials are right; gives the answer's header Date, if it has one. */
  logIn(): Promise<string | undefined>
}

/**
 * The way to PayPal's API. What could not be answered is asked once more: every request of ours may be repeated,
 * since it reads or carries a PayPal-Request-Id. `timeout_ms` is for one attempt.
 */
export function openClient(settings: PaypalSettings, timeout_ms: number): PaypalClient {
  const secrets = [settings.client_secret, settings.client_id]
  const sessions = openSessions(settings, timeout_ms)
  const limits = () => ({ abortSignal: AbortSignal.timeout(timeout_ms) })

  async function ask<T>(question: (sdk: PaypalSdk, limits: Limits) => Promise<Answer>): Promise<T> {
    const session = await sessions.current(limits())
    try {
      return read(await answerOf(question(session, limits())))
    } catch (error) {
      // A token may end before its time.
      if (!isAnswer(error) || error.statusCode !== 401) throw error
      sessions.forget(session)
      return read(await answerOf(question(await sessions.current(limits()), limits())))
    }
  }

  return {
    ask: (question) => patiently(() => ask(question), secrets),
    rights: () => patiently(() => sessions.current(limits()).then(({ scope }) => scope), secrets),
    logIn: () => patiently(() => sessions.logIn(limits()).then(({ date }) => date), secrets),
  }
}

const attempts = 2
const pauseMs = 400

async function patiently<T>(attempt: () => Promise<T>, secrets: string[]): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await attempt()
    } catch (error) {
      const failure = failureOf(error, secrets)
      const isTransient = failure instanceof ProviderError && failure.kind === 'unreachable'
      if (!isTransient || nth === attempts) throw failure
      await sleep(pauseMs)
    }
  }
}

/** An answer that the SDK's schema does not know is an answer: the money has moved all the same. */
async function answerOf(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    const isUnknown = error instanceof Error && 'body' in error && !isAnswer(error)
    if (!isUnknown) throw error
    return { body: error.body }
  }
}

function read<T>({ body }: Answer): T {
  const value: unknown = JSON.parse(String(body))
  if (typeof value === 'object' && value !== null) return value as T
  throw new SyntaxError('PayPal answered without an object.')
}
