import { type RecordedBounce, recordBounce } from '../../usecases/record-bounce.ts'
import { defineCommand } from '../command.ts'
import { readMail } from '../input/read-mail.ts'
import { messageJson } from '../output/message-json.ts'
import type { Paper } from '../output/paper.ts'
import { oneLine } from '../output/table.ts'

export const outboxBounce = defineCommand({
  arguments: { file: { says: 'a mail server’s report that a mail did not arrive; - reads it' } },
  options: {},
  examples: ['portal outbox bounce returned.eml', 'portal outbox bounce - < returned.eml'],
  notes:
    'A mail that will not be delivered is failed with the server’s words, and you are told; one that is ' +
    'late is only noted. The same report twice changes nothing.',
  async run(context, { file }) {
    const raw = await readMail(context, file)
    const recorded = await recordBounce(await context.app(), raw)
    const { message, number, bounces } = recorded
    return {
      json: { ...messageJson(message, number), bounces },
      text: (paper) => bounceView(recorded, paper),
      next: number === null ? `portal outbox show ${message.id}` : `portal timeline ${number}`,
    }
  },
})

function bounceView({ message, number, bounces }: RecordedBounce, { paint }: Paper): string {
  const mail = `${message.id}${number ? ` about ${number}` : ''}`
  if (bounces.length === 0) return `${mail} was delivered; nothing to note.`
  return bounces
    .map(({ recipient, kind, words, news }) => {
      const what = kind === 'hard' ? paint.bad('did not arrive') : paint.warn('is late')
      const known = news ? '' : paint.dim(' (known already)')
      return oneLine(`${mail} to ${recipient} ${what}: ${words}`) + known
    })
    .join('\n')
}
