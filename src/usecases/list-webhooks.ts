import type { App } from '../app.ts'
import type { WebhookEvent, WebhookState } from '../domain/webhook-event.ts'

export type WebhookLine = Omit<WebhookEvent, 'body'>

/** The newest first. */
export function listWebhooks(
  _app: App,
  _filter: { state?: WebhookState; limit: number; offset: number },
): Promise<{ items: WebhookLine[]; total: number }> {
  throw new Error('not written yet')
}
