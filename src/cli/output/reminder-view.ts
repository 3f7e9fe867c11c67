import { type ReminderRule, ruleFacts } from '../../domain/reminder.ts'
import type { ReminderItem, ReminderPreview } from '../../usecases/preview-reminders.ts'
import type { RemindedByHand } from '../../usecases/remind-by-hand.ts'
import type { Paper } from './paper.ts'
import { type Column, oneLine, table } from './table.ts'

type Situation = {
  rule: ReminderRule
  enabled: boolean
  /** Whether it was sent, or only would be. */
  done: boolean
}

/** What is settled is of no interest here, and there may be thousands of it. */
const settled = new Set(['paid', 'void', 'approved', 'declined', 'invoiced', 'uncollectible'])
/** Longer lists are for programs. */
const mostLines = 100

/** Who gets a mail and why, then who does not and why not. */
export function reminderView(
  { date, items }: ReminderPreview,
  { rule, enabled, done }: Situation,
  paper: Paper,
): string {
  const { paint } = paper
  const sends = items.filter(({ action }) => action === 'send')
  const skips = items.filter(({ why }) => why !== null && !settled.has(why))
  const told = [...sends, ...skips]
  const shown = told.slice(0, mostLines)
  return [
    enabled ? '' : paint.warn(`The config has ${rule} off: nothing goes out by itself.`),
    `${date}: ${sends.length} ${done ? 'reminded' : 'to send'}, ${items.length - sends.length} not`,
    shown.length > 0 ? table(columns(paper), shown, paper) : '',
    paint.dim(hiddenLine(rule, told.length - shown.length, items.length - told.length)),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** How many are not in the list: for want of room, and because they are settled. */
function hiddenLine(rule: ReminderRule, cut: number, settled: number): string {
  const { kind } = ruleFacts[rule]
  const parts = [
    cut > 0 ? `${cut} more like these` : '',
    settled > 0 ? `${settled} ${kind}${settled > 1 ? 's' : ''} with nothing to remind of` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `Not shown: ${parts.join(', ')}. All of them: --json` : ''
}

/** How a reminder by hand went. */
export function handView({ item, outbox, error }: RemindedByHand, { paint }: Paper): string {
  const { number, to, reason, action } = item
  if (action === 'skip') return `${paint.bad('Not sent:')} ${number}: ${reason}`
  if (outbox === null) return `${number} would go to ${to}`
  if (outbox === 'sent') return `${paint.good('Sent')} a reminder of ${number} to ${to}`
  const word =
    outbox === 'failed' || outbox === 'canceled' ? paint.bad(outbox) : paint.warn('Waiting')
  return [`${word}: a reminder of ${number} to ${to}`, error ? `  ${oneLine(error)}` : '']
    .filter((line) => line !== '')
    .join('\n')
}

function columns({ paint }: Paper): Column<ReminderItem>[] {
  return [
    { title: 'Number', value: ({ number }) => number },
    { title: 'To', value: ({ to }) => to || '–', spare: 1, least: 12 },
    {
      title: 'Sent',
      value: ({ action }) => (action === 'send' ? 'yes' : 'no'),
      paint: (text, { action }) => (action === 'send' ? paint.good(text) : paint.dim(text)),
    },
    { title: 'Why', value: ({ reason }) => reason, least: 20, wraps: true },
  ]
}
