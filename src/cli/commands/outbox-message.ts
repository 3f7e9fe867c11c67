import type { App } from '../../app.ts'
import type { OutboxMessage } from '../../domain/outbox.ts'
import { cancelMessage, retryMessage } from '../../usecases/change-message.ts'
import { showMessage } from '../../usecases/list-outbox.ts'
import { showDocument } from '../../usecases/show-document.ts'
import { type Command, defineCommand } from '../command.ts'
import { messageJson } from '../output/message-json.ts'
import { messageView } from '../output/message-view.ts'

const actions = {
  show: showMessage,
  retry: (app, id) => retryMessage(app, { id }),
  cancel: (app, id) => cancelMessage(app, { id }),
} as const satisfies Record<string, (app: App, id: string) => Promise<OutboxMessage>>

/** `outbox show`, `retry` and `cancel`: one mail, and what became of it. */
export function outboxMessage(action: keyof typeof actions): Command {
  return defineCommand({
    arguments: { id: { says: 'the mail’s id, from: portal outbox list' } },
    options: {},
    examples: [`portal outbox ${action} msg_7k3mq9x2abcd`],
    async run(context, { id }) {
      const app = await context.app()
      const message = await actions[action](app, id)
      const number = message.document_id
        ? (await showDocument(app, message.document_id).catch(() => undefined))?.document.number
        : undefined
      const failed = message.state === 'failed' || message.state === 'pending'
      return {
        json: messageJson(message, number ?? null),
        text: (paper) => messageView(message, app.config.business.time_zone, paper),
        exit_code: action === 'retry' && message.state === 'failed' ? 1 : 0,
        next: failed && action !== 'retry' ? `portal outbox retry ${id}` : 'portal outbox list',
      }
    },
  })
}
