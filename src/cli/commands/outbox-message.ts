import type { App } from '../../app.ts'
import { cancelMessage } from '../../usecases/change-message.ts'
import { showMessage } from '../../usecases/show-message.ts'
import { type Command, defineCommand } from '../command.ts'
import { messageOutcome } from '../message-outcome.ts'

const actions = {
  show: async () => {},
  cancel: (app, id) => cancelMessage(app, { id }),
} as const satisfies Record<string, (app: App, id: string) => Promise<unknown>>

/** `outbox show` and `outbox cancel`: one mail, and what became of it. */
export function outboxMessage(action: keyof typeof actions): Command {
  return defineCommand({
    arguments: { id: { says: 'the mail’s id, from: portal outbox list' } },
    options: {},
    examples: [`portal outbox ${action} msg_7k3mq9x2abcd`],
    async run(context, { id }) {
      const app = await context.app()
      await actions[action](app, id)
      const shown = await showMessage(app, id)
      const { state } = shown.message
      const canRetry = state === 'failed' || state === 'pending' || state === 'canceled'
      return messageOutcome(
        app,
        shown,
        canRetry ? `portal outbox retry ${id}` : 'portal outbox list',
      )
    },
  })
}
