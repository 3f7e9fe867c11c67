import type { App } from '../../app.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import type { WebhookState } from '../../domain/webhook-event.ts'
import type { StoredWebhook } from '../../store/webhook-events.ts'
import { shortInstant } from './instant.ts'
import type { Paper } from './paper.ts'
import { type Column, table } from './table.ts'

const colors = {
  received: 'warn',
  processed: 'good',
  ignored: 'dim',
  failed: 'bad',
} as const satisfies Record<WebhookState, keyof Paper['paint']>

/** Webhooks as they came in, with what became of each. */
export function webhookTable(app: App, items: readonly StoredWebhook[], paper: Paper): string {
  return items.length === 0
    ? paper.paint.dim('No webhooks.')
    : table(columns(app, paper), items, paper)
}

function columns(app: App, { paint }: Paper): Column<StoredWebhook>[] {
  const { time_zone } = app.config.business
  return [
    { title: 'Webhook', value: ({ id }) => id },
    { title: 'From', value: ({ provider }) => providerTitle(provider), spare: 1 },
    { title: 'Event', value: ({ type }) => type, least: 12 },
    {
      title: 'Came',
      value: ({ received_at }) => shortInstant(received_at, time_zone),
      paint: paint.dim,
      spare: 3,
    },
    { title: 'Tries', align: 'right', value: ({ attempts }) => String(attempts), spare: 4 },
    { title: 'Why', value: ({ error }) => error, least: 8, spare: 2 },
    {
      title: 'State',
      value: ({ state }) => state,
      paint: (text, { state }) => paint[colors[state]](text),
    },
  ]
}
