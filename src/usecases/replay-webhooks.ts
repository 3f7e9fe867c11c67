import type { App } from '../app.ts'
import type { WebhookLine } from './list-webhooks.ts'

/**
 * Looks at stored webhooks once more: these, or all that failed.
 * @throws PortalError not_found for an id that was never stored
 */
export function replayWebhooks(
  _app: App,
  _which: { ids: string[] } | { failed: true },
): Promise<{ items: WebhookLine[] }> {
  throw new Error('not written yet')
}
