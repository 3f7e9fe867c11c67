import { providerNames } from '../../domain/checkout.ts'
import { type WebhookState, webhookEdges } from '../../domain/webhook-event.ts'
import { listWebhooks } from '../../usecases/list-webhooks.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../input/one-of.ts'
import { pageOf, pageOptions } from '../input/page-options.ts'
import { webhookTable } from '../output/webhook-table.ts'

const states = Object.keys(webhookEdges) as WebhookState[]

export const webhookList = defineCommand({
  arguments: {},
  options: {
    provider: { value: 'provider', says: providerNames.join(', ') },
    state: { value: 'state', says: states.join(', ') },
    ...pageOptions,
  },
  examples: ['portal webhook list --state failed', 'portal webhook list --provider stripe'],
  notes: 'Webhooks are stored before they are looked at, the newest first.',
  async run(context, _, { provider, state, ...page }) {
    const filter = {
      ...pageOf(page),
      ...(provider === undefined ? {} : { provider: oneOf('provider', provider, providerNames) }),
      ...(state === undefined ? {} : { state: oneOf('state', state, states) }),
    }
    const app = await context.app()
    const { items, total } = await listWebhooks(app, filter)
    const failed = items.some((webhook) => webhook.state === 'failed')
    return {
      json: { items, total },
      text: (paper) =>
        [
          webhookTable(app, items, paper),
          ...(items.length < total ? [paper.paint.dim(`${items.length} of ${total}`)] : []),
        ].join('\n'),
      next: failed ? 'portal webhook replay --failed' : 'portal reconcile',
    }
  },
})
