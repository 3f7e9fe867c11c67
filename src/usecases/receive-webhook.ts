import type { App } from '../app.ts'
import { blotUrls } from '../domain/blot-urls.ts'
import { providerNames } from '../domain/checkout.ts'
import { isEventId, type WebhookEvent } from '../domain/webhook-event.ts'
import { ProviderError, type WebhookNotice } from '../ports/payment-provider.ts'
import { storeWebhook } from './store-webhook.ts'

export type ReceivedWebhook =
  /** 200, then `processWebhooks(app, { ids: [id] })` apart from the answer. */
  | { status: 'stored'; id: string }
  /** 200: it came before. */
  | { status: 'duplicate'; id: string }
  /** 400: the signature does not hold, or what it signs is no event. */
  | { status: 'forged' }
  /** 404: no such provider, not enabled, or without a secret. */
  | { status: 'absent' }

/** Verifies a webhook on its raw body and stores it. When the database cannot take it this throws: 503. */
export async function receiveWebhook(
  app: App,
  provider: string,
  { headers, raw }: { headers: Record<string, string>; raw: Buffer },
): Promise<ReceivedWebhook> {
  const name = providerNames.find((one) => one === provider)
  if (!name || !app.providers.enabled().includes(name)) return { status: 'absent' }
  const { verifyWebhook } = await app.providers.get(name)
  if (!verifyWebhook) return { status: 'absent' }
  try {
    /* Real time: skew of signatures does not follow the business clock. */
    const notice = await verifyWebhook({ headers, raw, now: new Date() })
    if (!isEventId(notice.event_id)) return { status: 'forged' }
    const event = eventOf(app, name, notice, raw)
    const id = await storeWebhook(app.db, event)
    return { status: id === event.id ? 'stored' : 'duplicate', id }
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'forged') return { status: 'forged' }
    throw error
  }
}

function eventOf(
  app: App,
  provider: WebhookEvent['provider'],
  notice: WebhookNotice,
  raw: Buffer,
): WebhookEvent {
  const { disputes = [], ...names } = notice
  return {
    ...names,
    disputes,
    id: app.ids.next('wh'),
    provider,
    state: 'received',
    attempts: 0,
    error: '',
    body: blotUrls(raw.toString('utf8'), app.config.public_url),
    received_at: app.clock.now().toISOString(),
    processed_at: null,
  }
}
