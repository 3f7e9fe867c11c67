import type { OrdersController, PaymentsController } from '@paypal/paypal-server-sdk'
import { lazily } from '../lazily.ts'
import { accountOf } from './account.ts'
import { failureOf, isAnswer } from './failure.ts'
import type { PaypalSettings } from './settings.ts'
import { transportTo } from './transport.ts'

/** How long one request may take, body included. */
export type Limits = { abortSignal: AbortSignal }

/** The SDK with a token in hand. */
export type PaypalSdk = {
  orders: OrdersController
  payments: PaymentsController
  /** What the SDK has no method for. */
  get(path: string, query: Record<string, string>, limits: Limits): Promise<{ body: unknown }>
}

/** `scope`: what the app may do, in PayPal's words, separated by spaces. */
type Session = PaypalSdk & { scope: string; ends_at: number; date: string | undefined }

/**
 * A token lives for hours and serves all requests meanwhile. The SDK's own renewal is not used: after one failed
 * attempt to get a token it would repeat that failure for ever.
 */
export function openSessions(settings: PaypalSettings, timeout_ms: number) {
  const load = lazily(() => loadSdk(settings, timeout_ms))
  let held: Session | undefined
  let opening: Promise<Session> | undefined

  async function logIn(limits: Limits): Promise<Session> {
    return (await load())(limits)
  }

  return {
    logIn,
    /** Opens one where there is none; those who ask meanwhile wait for the same. */
    async current(limits: Limits): Promise<Session> {
      if (held && Date.now() < held.ends_at) return held
      opening ??= logIn(limits).finally(() => {
        opening = undefined
      })
      held = await opening
      return held
    },
    forget(session: PaypalSdk): void {
      if (held === session) held = undefined
    },
  }
}

async function loadSdk(settings: PaypalSettings, timeout_ms: number) {
  const {
    Client,
    Environment,
    OAuthAuthorizationController,
    OrdersController,
    PaymentsController,
  } = await import('@paypal/paypal-server-sdk')
  const common = {
    environment: accountOf(settings).live ? Environment.Production : Environment.Sandbox,
    timeout: timeout_ms,
    unstable_httpClientOptions: { transport: transportTo(settings.api_base), proxy: false },
  }
  const door = new OAuthAuthorizationController(new Client(common))

  return async function logIn(limits: Limits): Promise<Session> {
    const asked = door.requestToken({ authorization: basic(settings) }, undefined, limits)
    const { result: token, headers = {} } = await asked.catch((error: unknown) => {
      // Not to be taken for a token that has ended.
      throw isAnswer(error) ? failureOf(error, [settings.client_secret]) : error
    })
    const client = new Client({
      ...common,
      // Without an end, so that the SDK asks for no other.
      clientCredentialsAuthCredentials: {
        oAuthClientId: '',
        oAuthClientSecret: '',
        oAuthToken: { accessToken: token.accessToken, tokenType: token.tokenType },
      },
    })
    return {
      orders: new OrdersController(client),
      payments: new PaymentsController(client),
      get(path, query, limits) {
        const request = client.getRequestBuilderFactory()('GET', path)
        request.query(query)
        request.authenticate([{ oauth2: true }])
        return request.callAsText(limits)
      },
      scope: token.scope ?? '',
      date: headers.date,
      ends_at: Date.now() + Number(token.expiresIn ?? 300) * 1000 - earlyMs,
    }
  }
}

/** A token is renewed before it ends, so that it does not end on the way. */
const earlyMs = 60_000

function basic({ client_id, client_secret }: PaypalSettings): string {
  return `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`
}
