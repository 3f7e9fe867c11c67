import { PortalError } from '../../domain/errors.ts'
import { retryGivenUp, retryMessage } from '../../usecases/change-message.ts'
import { showMessage } from '../../usecases/show-message.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { messageOutcome } from '../message-outcome.ts'

export const outboxRetry = defineCommand({
  arguments: { id: { optional: true, says: 'the mail’s id, from: portal outbox list' } },
  options: { 'given-up': { says: 'all that no mail server took in four days, instead of one' } },
  examples: ['portal outbox retry msg_7k3mq9x2abcd', 'portal outbox retry --given-up'],
  notes: 'It goes out with the same Message-ID, and with four more days to try.',
  async run(context, { id }, { 'given-up': givenUp = false }) {
    if (givenUp && id === undefined) return retryAll(context)
    if (givenUp || id === undefined) throw oneOrAll()
    const app = await context.app()
    await retryMessage(app, { id })
    const shown = await showMessage(app, id)
    const failed = shown.message.state === 'failed' || shown.message.state === 'canceled'
    return {
      ...messageOutcome(app, shown, 'portal outbox list'),
      exit_code: failed ? 1 : 0,
    }
  },
})

async function retryAll(context: Context) {
  const counts = await retryGivenUp(await context.app())
  const { retried, sent, failed } = counts
  return {
    json: counts,
    text: () => `${retried} tried again: ${sent} sent, ${failed} failed, the others wait.`,
    next: 'portal outbox list',
  }
}

function oneOrAll(): PortalError {
  const hint = '`portal outbox list --state failed` shows the ids.'
  return new PortalError('usage', 'Name one mail, or give --given-up for all of them.', hint)
}
