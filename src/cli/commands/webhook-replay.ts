import { PortalError } from '../../domain/errors.ts'
import { replayWebhooks } from '../../usecases/replay-webhooks.ts'
import { defineCommand } from '../command.ts'
import { withBars } from '../output/progress.ts'
import { webhookTable } from '../output/webhook-table.ts'

export const webhookReplay = defineCommand({
  arguments: { id: { many: true, optional: true, says: 'from: portal webhook list' } },
  options: { failed: { says: 'all that failed' } },
  examples: ['portal webhook replay --failed', 'portal webhook replay wh_7k3mq9x2abcd'],
  notes: 'Looks at them once more; what is booked already stays as it is.',
  async run(context, { id }, { failed = false }) {
    const which = chosen(id, failed)
    const app = await context.app()
    const { items } = await withBars(context, (watch) => replayWebhooks(app, which, watch))
    const some = items.some(({ state }) => state === 'failed')
    return {
      json: { items, total: items.length },
      exit_code: some ? 1 : 0,
      text: (paper) => webhookTable(app, items, paper),
      next: some ? 'portal doctor' : 'portal payment list',
    }
  },
})

function chosen(ids: string[], failed: boolean): { ids: string[] } | { failed: true } {
  if (failed !== ids.length > 0) return failed ? { failed } : { ids }
  const message = failed ? '--failed and ids cannot be used together.' : 'Say which webhooks.'
  const hint = 'Name them by their ids (portal webhook list), or take all with --failed.'
  throw new PortalError('usage', message, hint)
}
