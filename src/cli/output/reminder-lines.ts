import type { Books } from '../../app.ts'
import { stageWords } from '../../domain/reminder-reason.ts'
import type { ReminderLine } from '../../store/reminders.ts'
import type { RemindersOfDocument } from '../../usecases/show-reminders.ts'
import { dateOf } from './instant.ts'
import type { Paint } from './paint.ts'

/** Why nobody is reminded of a document, and which reminders went out; nothing where there is nothing to say. */
export function reminderLines(
  { config }: Pick<Books, 'config'>,
  { document, customer, stopped, items }: RemindersOfDocument,
  paint: Paint,
): string[] {
  const day = (at: string) => dateOf(at, config.business.time_zone)
  const lines: string[] = []
  if (!document) lines.push(paint.warn('No reminders: you switched them off for this document.'))
  if (!customer) lines.push(paint.warn('No reminders: you switched them off for this customer.'))
  if (stopped) {
    const what = stopped.scope === 'customer' ? 'all reminders' : 'reminders of this document'
    lines.push(paint.warn(`The customer stopped ${what} on ${day(stopped.at)}.`))
  }
  const sent = items.filter(({ outcome }) => outcome === 'sent')
  if (sent.length > 0) {
    const said = sent.map((line) => `${day(line.at)} (${wordsOf(line)})`).join(', ')
    lines.push(paint.dim(`Reminded on ${said}`))
  }
  return lines
}

function wordsOf({ rule, stage, mail }: ReminderLine): string {
  const when = stage === null ? 'by hand' : stageWords(rule, stage)
  return mail === 'sent' ? when : `${when}, mail ${mail ?? 'gone'}`
}
