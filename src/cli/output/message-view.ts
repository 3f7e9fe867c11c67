import { troubleCure } from '../../domain/mail-trouble.ts'
import type { ShownMessage } from '../../usecases/show-message.ts'
import { facts } from './facts.ts'
import { shortInstant } from './instant.ts'
import { mailKindWords } from './mail-words.ts'
import type { Paper } from './paper.ts'

/** One mail of the outbox, with why it waits or failed, and what was reported of it later. */
export function messageView(
  { message, number, bounces }: ShownMessage,
  zone: string,
  paper: Paper,
): string {
  const { id, to, cc, state, attempts, next_attempt_at, last_error } = message
  return facts(
    [
      ['Mail', id],
      ['Kind', mailKindWords(message)],
      ['About', number ?? ''],
      ['To', to],
      ['Cc', cc.join(', ')],
      ['State', state],
      ['Made', shortInstant(message.created_at, zone)],
      ['Attempts', String(attempts)],
      ['Next attempt', state === 'pending' ? shortInstant(next_attempt_at, zone) : ''],
      ['Sent', message.sent_at ? shortInstant(message.sent_at, zone) : ''],
      ['Last error', last_error],
      ['What helps', state === 'failed' ? troubleCure(last_error, id) : ''],
      ['Message-ID', message.message_id],
      ...bounces.map(({ at, recipient, kind, words }): [string, string] => {
        const what = kind === 'hard' ? 'did not arrive' : 'is late'
        return ['Reported', `${shortInstant(at, zone)}, to ${recipient} ${what}: ${words}`]
      }),
    ],
    paper,
  )
}
