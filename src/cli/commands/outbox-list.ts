import type { OutboxMessage, OutboxState } from '../../domain/outbox.ts'
import { listOutbox } from '../../usecases/list-outbox.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../input/one-of.ts'
import { shortInstant } from '../output/instant.ts'
import { mailKindWords } from '../output/mail-words.ts'
import { messageJson } from '../output/message-json.ts'
import type { Paper } from '../output/paper.ts'
import { type Column, table } from '../output/table.ts'

const states: readonly OutboxState[] = ['pending', 'sending', 'sent', 'failed', 'canceled']

export const outboxList = defineCommand({
  arguments: { number: { optional: true, says: 'mails about one document' } },
  options: { state: { value: 'state', says: states.join(', ') } },
  examples: ['portal outbox list --state failed'],
  async run(context, { number }, { state }) {
    const filter = {
      ...(number === undefined ? {} : { number }),
      ...(state === undefined ? {} : { state: oneOf('state', state, states) }),
    }
    const app = await context.app()
    const found = await listOutbox(app, filter)
    const failed = found.find(({ message }) => message.state === 'failed')
    const { time_zone } = app.config.business
    return {
      json: {
        items: found.map(({ message, number }) => messageJson(message, number)),
        total: found.length,
      },
      text: (paper) =>
        found.length === 0
          ? paper.paint.dim('No mails.')
          : table(columns(time_zone, paper), found, paper),
      next: failed ? `portal outbox show ${failed.message.id}` : 'portal status',
    }
  },
})

type Line = { message: OutboxMessage; number: string | null }

function columns(zone: string, { paint }: Paper): Column<Line>[] {
  const colors = {
    pending: paint.warn,
    sending: paint.warn,
    sent: paint.good,
    failed: paint.bad,
    canceled: paint.dim,
  } as const satisfies Record<OutboxState, unknown>
  return [
    { title: 'Mail', value: ({ message }) => message.id },
    { title: 'Kind', value: ({ message }) => mailKindWords(message), spare: 2 },
    { title: 'Number', value: ({ number }) => number ?? '', spare: 1 },
    { title: 'To', value: ({ message }) => message.to, least: 10, yields: 20 },
    { title: 'Made', value: ({ message }) => shortInstant(message.created_at, zone), spare: 3 },
    { title: 'Error', value: ({ message }) => message.last_error, least: 8, spare: 4 },
    {
      title: 'State',
      value: ({ message }) => message.state,
      paint: (text, { message }) => colors[message.state](text),
    },
  ]
}
