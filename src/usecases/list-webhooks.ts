import type { App } from '../app.ts'
import type { ProviderName } from '../domain/checkout.ts'
import type { WebhookState } from '../domain/webhook-event.ts'
import { listStoredWebhooks, type StoredWebhook } from '../store/webhook-events.ts'

/** What providers told us, the newest first. */
export function listWebhooks(
  app: App,
  filter: { provider?: ProviderName; state?: WebhookState; limit: number; offset: number },
): Promise<{ items: StoredWebhook[]; total: number }> {
  return listStoredWebhooks(app.db.read, filter)
}
