/** What reports add up: documents that count, movements of money, what is unpaid, what became of estimates. */
import { civilDateIn, later } from '../domain/dates.ts'
import type { CivilDate, Content, Kind, StoredState, Totals } from '../domain/document.ts'
import type { PostedEntry } from '../domain/journal.ts'
import type { PostedDocument } from '../domain/posting.ts'
import { taxGroups } from '../domain/tax-groups.ts'
import { type Lost, writeOffs } from '../domain/write-offs.ts'
import { type Fragment, fragment, type Source, select } from './fragment.ts'
import { fromJson } from './json.ts'
import { ledgerColumns } from './ledger.ts'
import { selectMany } from './many-rows.ts'

type PostedRow = {
  id: string
  kind: Kind
  number: string
  state: StoredState
  customer_name: string
  currency: string
  issued_on: CivilDate
  voided_at: string | null
  balance_minor: number
  totals: string
  /** Only where a line may be without tax. */
  content: string | null
}

/** Invoices and credit notes that were issued; `zone` tells on which day one became void. */
export async function readPostedDocuments(r: Source, zone: string): Promise<PostedDocument[]> {
  const rows = await selectMany<PostedRow>(
    r,
    [
      'id',
      'kind',
      'number',
      'state',
      'customer_name',
      'currency',
      'issued_on',
      'voided_at',
      'balance_minor',
      'totals',
      'content',
    ],
    fragment`SELECT d.id, d.kind, d.number, d.state, d.customer_name, d.currency, d.issued_on,
        d.voided_at, CASE d.state WHEN 'uncollectible' THEN (
          SELECT balance_minor FROM document_money WHERE document_id = d.id) ELSE 0 END
          AS balance_minor,
        v.totals, CASE WHEN EXISTS (SELECT 1 FROM json_each(v.content, '$.items') AS i
          WHERE json_array_length(i.value, '$.taxes') = 0) THEN v.content END AS content
      FROM documents AS d JOIN versions AS v ON v.document_id = d.id AND v.version = d.version
      WHERE d.kind <> 'estimate' AND d.state <> 'draft' ORDER BY d.issued_on, d.number_key`,
  )
  const lost = await readLost(r)
  return rows.map((row) => postedOf(row, zone, lost.get(row.id)))
}

type LostRow = Pick<Lost, 'turns' | 'movements'>

/** Of the few invoices that were ever given up. */
async function readLost(r: Source): Promise<Map<string, LostRow>> {
  const rows = await select<{ document_id: string; turns: string; movements: string }>(
    r,
    fragment`SELECT g.document_id,
        (SELECT json_group_array(json_object('type', type, 'at', at))
          FROM (SELECT type, at FROM events WHERE document_id = g.document_id
            AND type IN ('uncollectible', 'reopened') ORDER BY seq)) AS turns,
        (SELECT json_group_array(json_object('on', "on", 'at', at, 'amount_minor', amount_minor))
          FROM (SELECT * FROM ledger WHERE document_id = g.document_id
            AND kind NOT IN ('dispute', 'dispute_won') ORDER BY seq)) AS movements
      FROM (SELECT DISTINCT document_id FROM events WHERE type = 'uncollectible') AS g`,
  )
  return new Map(
    rows.map(({ document_id, turns, movements }) => [
      document_id,
      { turns: fromJson(turns), movements: fromJson(movements) },
    ]),
  )
}

/** Every movement of money with its document, in the order of the books. */
export async function readPostedEntries(r: Source): Promise<PostedEntry[]> {
  const columns: Fragment = {
    text: ledgerColumns
      .map((name) => (name === 'on' ? 'l."on" AS on_day' : `l.${name}`))
      .join(', '),
    values: [],
  }
  const names = ledgerColumns.map((name) => (name === 'on' ? 'on_day' : name))
  const rows = await selectMany<Record<string, unknown>>(
    r,
    [...names, 'number', 'document_kind', 'document_state', 'customer_name'],
    fragment`SELECT ${columns}, d.number, d.kind AS document_kind, d.state AS document_state, d.customer_name
      FROM ledger AS l JOIN documents AS d ON d.id = l.document_id ORDER BY l."on", l.seq`,
  )
  return rows.map(({ on_day: on, ...row }) => ({ ...row, on }) as unknown as PostedEntry)
}

/** What is asked for and not paid, as the dashboard counts it. */
export function readUnpaid(
  r: Source,
): Promise<{ currency: string; due_on: CivilDate | null; amount_minor: number }[]> {
  return selectMany(
    r,
    ['currency', 'due_on', 'amount_minor'],
    fragment`SELECT d.currency, d.ends_on AS due_on, m.balance_minor AS amount_minor
      FROM documents AS d JOIN document_money_scan AS m ON m.document_id = d.id
      WHERE d.kind = 'invoice' AND d.state = 'sent' AND m.balance_minor > 0 AND d.rested_at IS NULL`,
  )
}

/** Invoices that are paid, with the day on which the last of the money came. */
export function readPaid(
  r: Source,
): Promise<
  { currency: string; issued_on: CivilDate; due_on: CivilDate | null; paid_on: CivilDate }[]
> {
  return selectMany(
    r,
    ['currency', 'issued_on', 'due_on', 'paid_on'],
    fragment`SELECT d.currency, d.issued_on, d.ends_on AS due_on, l.paid_on
      FROM documents AS d JOIN document_money_scan AS m ON m.document_id = d.id
      JOIN (SELECT document_id, max("on") AS paid_on FROM ledger
        WHERE kind IN ('payment', 'transfer_in') GROUP BY document_id) AS l ON l.document_id = d.id
      WHERE d.kind = 'invoice' AND d.state = 'sent' AND d.total_minor > 0 AND m.balance_minor <= 0`,
  )
}

/** All estimates but drafts. */
export function readEstimates(r: Source): Promise<
  {
    currency: string
    state: StoredState
    issued_on: CivilDate
    valid_until_on: CivilDate | null
    total_minor: number
  }[]
> {
  return selectMany(
    r,
    ['currency', 'state', 'issued_on', 'valid_until_on', 'total_minor'],
    fragment`SELECT currency, state, issued_on, ends_on AS valid_until_on, total_minor
      FROM documents WHERE kind = 'estimate' AND state <> 'draft'`,
  )
}

function postedOf(row: PostedRow, zone: string, lost: LostRow | undefined): PostedDocument {
  const { voided_at, balance_minor, totals: text, content, ...rest } = row
  const totals = fromJson<Totals>(text)
  /* Nothing is taken back, or given up, before it was issued: issue dates may lie in the future. */
  const day = (at: string) => later(rest.issued_on, civilDateIn(zone, new Date(at)))
  const { total_minor } = totals
  return {
    ...rest,
    totals,
    untaxed_minor: content === null ? 0 : untaxed(fromJson(content), totals),
    voided_on: voided_at && day(voided_at),
    write_offs: lost ? writeOffs({ total_minor, balance_minor, ...lost }, day) : [],
  }
}

function untaxed(content: Content, totals: Totals): number {
  const amounts = totals.items.map(({ amount_minor }) => BigInt(amount_minor))
  const groups = taxGroups(content, amounts, BigInt(totals.discount_minor))
  return Number(groups.find(({ tax_ids }) => tax_ids.length === 0)?.amount ?? 0n)
}
