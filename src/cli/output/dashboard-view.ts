import { type App, today } from '../../app.ts'
import { formatDate } from '../../domain/format.ts'
import type { Dashboard, MoneyLine } from '../../store/dashboard.ts'
import { moneyWriter } from './money.ts'
import type { Paint } from './paint.ts'
import type { Paper } from './paper.ts'
import { fitText, padText, textWidth } from './text-width.ts'

type Line = { label: string; count: string; amount: string; paint?: keyof Paint }

/** The state of the business on one screen. */
export function dashboardView(app: App, dashboard: Dashboard, paper: Paper): string {
  const { name, locale } = app.config.business
  const lines = [...moneyLines(app, dashboard), ...countLines(dashboard)]
  const widest = (of: keyof Omit<Line, 'paint'>) =>
    Math.max(...lines.map((line) => textWidth(line[of])))
  const [counts, amounts] = [widest('count'), widest('amount')]
  const labels = Math.min(widest('label'), paper.width - counts - amounts - 4)
  const rows = lines.map(({ label, count, amount, paint }) => {
    const cells = [
      padText(fitText(label, labels), labels, 'left'),
      padText(count, counts, 'right'),
      padText(amount, amounts, 'right'),
    ]
    const row = cells.join('  ').trimEnd()
    const isNothing = count === '0' || amount === '–'
    if (isNothing) return paper.paint.dim(row)
    return paint ? paper.paint[paint](row) : row
  })
  const title = `${name || 'Your business'}, ${formatDate(today(app), locale)}`
  return [paper.paint.bold(title), '', ...rows].join('\n')
}

/** The one thing that is most worth doing now. */
export function whatToDo(dashboard: Dashboard): string {
  if (dashboard.mail_failed > 0) return 'portal outbox list --state failed'
  const late = [...dashboard.overdue_over_60, ...dashboard.overdue_31_60, ...dashboard.overdue_1_30]
  if (late.length > 0) return 'portal invoice list --state overdue --sort ends_on'
  if (dashboard.not_viewed > 0) return 'portal invoice list --not-viewed-days 2'
  if (dashboard.awaiting_approval.length > 0) return 'portal estimate list --state sent,viewed'
  if (dashboard.outstanding.length > 0) return 'portal invoice list --state sent,viewed'
  return 'portal invoice create --customer … --item "What|1|100"'
}

function moneyLines(app: App, dashboard: Dashboard): Line[] {
  const sums = (label: string, lines: MoneyLine[], paint?: keyof Paint) =>
    sumLines(app, label, lines, paint)
  return [
    ...sums('Outstanding', dashboard.outstanding, 'bold'),
    ...sums('  overdue 1–30 days', dashboard.overdue_1_30, 'warn'),
    ...sums('  overdue 31–60 days', dashboard.overdue_31_60, 'bad'),
    ...sums('  overdue over 60 days', dashboard.overdue_over_60, 'bad'),
    ...sums('  viewed, not paid', dashboard.viewed_not_paid),
    ...sums('Waiting for approval', dashboard.awaiting_approval),
    ...sums('Received this month', dashboard.received, 'good'),
  ]
}

/** A line for each currency: amounts of different ones do not add up. */
function sumLines(app: App, label: string, lines: MoneyLine[], paint?: keyof Paint): Line[] {
  const money = moneyWriter(app)
  if (lines.length === 0) return [{ label, count: '', amount: '–' }]
  return lines.map(({ currency, count, amount_minor }, i) => ({
    label: i === 0 ? label : '',
    count: String(count),
    amount: money(amount_minor, currency),
    ...(paint ? { paint } : {}),
  }))
}

function countLines({ not_viewed, mail_failed }: Dashboard): Line[] {
  return [
    { label: 'Not viewed after 2 days', count: String(not_viewed), amount: '', paint: 'warn' },
    { label: 'Mail trouble', count: String(mail_failed), amount: '', paint: 'bad' },
  ]
}
