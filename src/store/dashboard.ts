import { addDays } from '../domain/dates.ts'
import type { CivilDate, Instant } from '../domain/document.ts'
import { exactMinor } from '../domain/sum-minor.ts'
import { type Fragment, fragment, type Source, select } from './fragment.ts'
import { fromLatestMail } from './latest-mail.ts'
import { notViewedSince } from './list-documents.ts'

/** So many documents (or movements) of a currency, and their sum in minor units. */
export type MoneyLine = { currency: string; count: number; amount_minor: number }

/** What the owner wants to know in the morning. Lists have a line a currency, in alphabetical order. */
export type Dashboard = {
  /** Invoices sent and not paid in full; a refunded one counts only once it is asked for again. */
  outstanding: MoneyLine[]
  /** The part of it that is past due, by days. */
  overdue_1_30: MoneyLine[]
  overdue_31_60: MoneyLine[]
  overdue_over_60: MoneyLine[]
  /** The part of it that the customer has seen. */
  viewed_not_paid: MoneyLine[]
  /** Estimates that are sent and have not expired, with their totals. */
  awaiting_approval: MoneyLine[]
  /** Approved estimates whose deposit is not paid in full, with what is missing of it. */
  awaiting_deposit: MoneyLine[]
  /** All other approved estimates that have no invoice yet, with their totals. */
  to_invoice: MoneyLine[]
  /** Received, less refunds and disputes, in the month so far; only payments are counted. */
  received: MoneyLine[]
  /** Documents of any kind, sent two days ago or earlier and never viewed. */
  not_viewed: number
  /** Documents whose latest mail could not be delivered. */
  mail_failed: number
}

type Question = { today: CivilDate; now: Instant }

/** Days after which a document that was not viewed is worth a word. */
const notViewedDays = 2

/** Adds up the whole workspace in two statements. */
export async function readDashboard(r: Source, question: Question): Promise<Dashboard> {
  const lines = await select<SumLine>(r, moneyLines(question.today))
  const of = (name: keyof Dashboard): MoneyLine[] =>
    lines
      .filter((line) => line.name === name)
      .map(({ currency, count, sum_text }) => ({
        ...{ currency, count },
        amount_minor: exactMinor(Number(sum_text)),
      }))
  const [counts] = await select<Counts>(r, countsOf(question.now, question.today))
  return {
    outstanding: of('outstanding'),
    overdue_1_30: of('overdue_1_30'),
    overdue_31_60: of('overdue_31_60'),
    overdue_over_60: of('overdue_over_60'),
    viewed_not_paid: of('viewed_not_paid'),
    awaiting_approval: of('awaiting_approval'),
    awaiting_deposit: of('awaiting_deposit'),
    to_invoice: of('to_invoice'),
    received: of('received'),
    not_viewed: counts?.not_viewed ?? 0,
    mail_failed: counts?.mail_failed ?? 0,
  }
}

/** As text: a number that is too large would lose digits on its way out of SQLite, or be refused. */
type SumLine = Omit<MoneyLine, 'amount_minor'> & { name: string; sum_text: string }

type Counts = Pick<Dashboard, 'not_viewed' | 'mail_failed'>

function moneyLines(today: CivilDate): Fragment {
  const monthStart = `${today.slice(0, 7)}-01`
  const days30 = addDays(today, -30)
  const days60 = addDays(today, -60)
  return fragment`
    WITH unpaid AS MATERIALIZED (
      SELECT d.currency, d.ends_on, d.viewed_at, m.balance_minor AS amount
      FROM documents AS d JOIN document_money_scan AS m ON m.document_id = d.id
      WHERE d.kind = 'invoice' AND d.state = 'sent'
        AND m.balance_minor > 0 AND d.rested_at IS NULL),
    approved AS MATERIALIZED (
      SELECT d.currency, d.total_minor, CASE WHEN d.rested_at IS NOT NULL THEN 0
        ELSE max(0, coalesce(d.deposit_minor, 0) - (d.total_minor - m.balance_minor)) END AS missing
      FROM documents AS d JOIN document_money AS m ON m.document_id = d.id
      WHERE d.kind = 'estimate' AND d.state = 'approved'),
    lines AS (
      SELECT 'outstanding' AS name, currency, amount, 1 AS counts FROM unpaid
      UNION ALL
      SELECT CASE WHEN ends_on >= ${days30} THEN 'overdue_1_30'
        WHEN ends_on >= ${days60} THEN 'overdue_31_60' ELSE 'overdue_over_60' END, currency, amount, 1
      FROM unpaid WHERE ends_on < ${today}
      UNION ALL
      SELECT 'viewed_not_paid', currency, amount, 1 FROM unpaid WHERE viewed_at IS NOT NULL
      UNION ALL
      SELECT 'awaiting_approval', currency, total_minor, 1 FROM documents
      WHERE kind = 'estimate' AND state = 'sent' AND coalesce(ends_on >= ${today}, 1)
      UNION ALL
      SELECT 'awaiting_deposit', currency, missing, 1 FROM approved WHERE missing > 0
      UNION ALL
      SELECT 'to_invoice', currency, total_minor, 1 FROM approved WHERE missing = 0
      UNION ALL
      SELECT 'received', currency, amount_minor, kind = 'payment' FROM ledger
      WHERE "on" BETWEEN ${monthStart} AND ${today}
        AND kind IN ('payment', 'refund', 'refund_failed', 'dispute', 'dispute_won'))
    SELECT name, currency, sum(counts) AS count, CAST(sum(amount) AS TEXT) AS sum_text
    FROM lines GROUP BY name, currency ORDER BY name, currency`
}

function countsOf(now: Instant, today: CivilDate): Fragment {
  const since = new Date(Date.parse(now) - notViewedDays * 86_400_000).toISOString()
  return fragment`
    SELECT
      (SELECT count(*) FROM documents AS d WHERE ${notViewedSince(since, today)}) AS not_viewed,
      (SELECT count(*) FROM documents AS d
        WHERE d.id IN (SELECT document_id FROM outbox WHERE state = 'failed')
          AND (SELECT o.state ${latestMail}) = 'failed') AS mail_failed`
}

const latestMail: Fragment = { text: fromLatestMail, values: [] }
