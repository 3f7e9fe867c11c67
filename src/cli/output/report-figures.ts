import type { BusinessReport } from '../../domain/business-report.ts'
import { sumMinor } from '../../domain/sum-minor.ts'

type Figure = { says: string; value: string; note: string; isLate?: boolean }

/** What one wants to know first, as a list of a few large figures. */
export function keyFigures(report: BusinessReport, money: (minor: number) => string): string {
  const { months, ageing, days_to_pay: days, conversion_percent: percent } = report
  const late = sumMinor(
    ageing.filter(({ bucket }) => bucket !== 'not_due').map(({ amount_minor }) => amount_minor),
  )
  const figures: Figure[] = [
    {
      says: 'Sales without tax',
      value: money(sumMinor(months.map(({ sales_minor }) => sales_minor))),
      note: `${money(sumMinor(months.map(({ received_minor }) => received_minor)))} received`,
    },
    {
      says: 'Owed to you',
      value: money(sumMinor(ageing.map(({ amount_minor }) => amount_minor))),
      note: late > 0 ? `${money(late)} overdue` : 'nothing overdue',
      isLate: late > 0,
    },
    {
      says: 'Days to pay',
      value: days === null ? '–' : String(days.median),
      note:
        days === null
          ? 'nothing was paid in full'
          : `in the middle; ${days.late} of ${days.count} late`,
    },
    {
      says: 'Estimates approved',
      value: percent === null ? '–' : `${percent}%`,
      note: percent === null ? 'none decided' : 'of those decided or expired',
    },
  ]
  return `<dl class="card wide figures">${figures.map(figure).join('')}</dl>`
}

function figure({ says, value, note, isLate = false }: Figure): string {
  const notes = `<dd class="note${isLate ? ' late' : ''}">${note}</dd>`
  return `<div><dt>${says}</dt><dd class="value">${value}</dd>${notes}</div>`
}
