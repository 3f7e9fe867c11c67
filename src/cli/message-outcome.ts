import type { App } from '../app.ts'
import type { ShownMessage } from '../usecases/show-message.ts'
import type { Outcome } from './command.ts'
import { messageJson } from './output/message-json.ts'
import { messageView } from './output/message-view.ts'

/** A mail of the outbox as all commands about one show it. */
export function messageOutcome(app: App, shown: ShownMessage, next: string): Outcome {
  const { message, number, bounces } = shown
  const { cc, created_at, sent_at } = message
  const reports = bounces.map(({ at, recipient, kind, status, words }) => {
    return { at, recipient, kind, status, words }
  })
  return {
    json: { ...messageJson(message, number), cc, created_at, sent_at, bounces: reports },
    text: (paper) => messageView(shown, app.config.business.time_zone, paper),
    next,
  }
}
