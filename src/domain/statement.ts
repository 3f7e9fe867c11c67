/**
 * A customer's account over a stretch of time: what was invoiced and what was paid, taken from documents and
 * ledger, so that opening balance and movements make the closing balance to the cent.
 */
import { civilDateIn, later } from './dates.ts'
import type { CivilDate, Document, Instant, Kind, LedgerEntry, LedgerKind } from './document.ts'
import { addMinor, sumMinor } from './sum-minor.ts'

/** Both days belong to it. */
export type StatementRange = { from: CivilDate; until: CivilDate }

/**
 * `invoice`: it was issued. `credit_note`: one that is for no certain invoice; else its entry in the ledger,
 * `credit`, says so. `cancelled`: it is void. `disputing`: what a dispute holds that is not decided yet, which
 * still counts as paid.
 */
export type MovementKind = 'invoice' | 'credit_note' | 'cancelled' | 'disputing' | LedgerKind

/** What changed a customer's account. */
export type Movement = {
  on: CivilDate
  kind: MovementKind
  document: { kind: Kind; number: string }
  /** What the customer owes more by it; negative for less. */
  amount_minor: number
  /** Owed right after it. */
  balance_minor: number
  /** How it was paid; empty for all but the ledger's entries. */
  method: string
  /** As in the ledger: what the owner noted, or the number of a credit note. */
  reference: string
}

/** The account in one currency. Balances are what the customer owes; negative is in their favour. */
export type Statement = {
  currency: string
  opening_minor: number
  movements: Movement[]
  closing_minor: number
}

/** What a statement is made of. */
export type Accountable = Pick<
  Document,
  | 'kind'
  | 'number'
  | 'state'
  | 'content'
  | 'totals'
  | 'ledger'
  | 'disputing_minor'
  | 'relates_to'
  | 'voided_at'
>

/**
 * The statements of a customer's documents, one a currency in which anything happened by the end, in the order
 * of the alphabet. Drafts and estimates charge nothing; a deposit is money received. A void document was
 * issued and cancelled, so that an earlier statement stays true.
 * @param zone the business's time zone, for the days of what has an instant only
 */
export function statementsOf(
  documents: readonly Accountable[],
  { from, until }: StatementRange,
  zone: string,
): Statement[] {
  const all = documents.flatMap((document) => movesOf(document, zone))
  const moves = withoutTransfers(all)
    .filter(({ on }) => on <= until)
    .sort(byDay)
  const currencies = [...new Set(moves.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => {
    const own = moves.filter((move) => move.currency === currency)
    const opening_minor = sum(own.filter(({ on }) => on < from))
    const movements = withBalances(
      opening_minor,
      own.filter(({ on }) => on >= from),
    )
    const closing_minor = movements.at(-1)?.balance_minor ?? opening_minor
    return { currency, opening_minor, movements, closing_minor }
  })
}

/** A movement before its balance is known. */
type Move = Omit<Movement, 'balance_minor'> & {
  currency: string
  /** Of a day: what is issued, what is paid, what is cancelled. */
  rank: 0 | 1 | 2
  at: Instant
  /** Both halves of a transfer have the same; else empty. */
  transfer: string
}

function movesOf(document: Accountable, zone: string): Move[] {
  const { state, ledger, voided_at } = document
  if (state === 'draft') return []
  const charged = issued(document)
  const moves = [...charged, ...ledger.map((entry) => booked(document, entry)), ...held(document)]
  if (state !== 'void' || voided_at === null) return moves
  const on = later(document.content.issued_on, civilDateIn(zone, new Date(voided_at)))
  /* What it charged: money that comes late all the same is the customer's. */
  const amount_minor = 0 - sum(charged)
  if (amount_minor === 0) return moves
  return [...moves, move(document, { on, kind: 'cancelled', amount_minor, rank: 2, at: voided_at })]
}

function issued(document: Accountable): Move[] {
  const { kind, content, totals, relates_to } = document
  const day = { on: content.issued_on, rank: 0, at: '' } as const
  if (kind === 'invoice') {
    return [move(document, { ...day, kind, amount_minor: totals.total_minor })]
  }
  if (kind !== 'credit_note' || relates_to !== null) return []
  return [move(document, { ...day, kind, amount_minor: 0 - Math.abs(totals.total_minor) })]
}

function booked(document: Accountable, entry: LedgerEntry): Move {
  const { kind, on, at, amount_minor, currency, method, reference } = entry
  const isTransfer = kind === 'transfer_in' || kind === 'transfer_out'
  return {
    ...move(document, { on, kind, amount_minor: 0 - amount_minor, rank: 1, at }),
    currency,
    method,
    reference,
    transfer: isTransfer ? entry.provider_payment_id : '',
  }
}

/** The provider has taken the money back for now; whether it stays with the payer is not decided. */
function held(document: Accountable): Move[] {
  const { disputing_minor, ledger } = document
  const last = ledger.findLast(({ kind }) => kind === 'dispute')
  if (disputing_minor === 0 || !last) return []
  const { on, at } = last
  const amount_minor = 0 - disputing_minor
  return [move(document, { on, kind: 'disputing', amount_minor, rank: 1, at })]
}

function move(
  { kind, number, content }: Accountable,
  facts: Pick<Move, 'on' | 'kind' | 'amount_minor' | 'rank' | 'at'>,
): Move {
  const document = { kind, number }
  return { ...facts, document, currency: content.currency, method: '', reference: '', transfer: '' }
}

/** Where both halves of a deposit's way from estimate to invoice are the customer's, nothing has changed. */
function withoutTransfers(moves: readonly Move[]): Move[] {
  const halves = new Map<string, number>()
  for (const { transfer } of moves) halves.set(transfer, (halves.get(transfer) ?? 0) + 1)
  return moves.filter(({ transfer }) => transfer === '' || (halves.get(transfer) ?? 0) < 2)
}

function byDay(one: Move, other: Move): number {
  return compare(one.on, other.on) || one.rank - other.rank || compare(one.at, other.at)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function sum(moves: readonly Pick<Move, 'amount_minor'>[]): number {
  return sumMinor(moves.map(({ amount_minor }) => amount_minor))
}

function withBalances(opening: number, moves: readonly Move[]): Movement[] {
  let balance_minor = opening
  return moves.map(({ currency: _c, rank: _r, at: _a, transfer: _t, ...movement }) => {
    balance_minor = addMinor(balance_minor, movement.amount_minor)
    return { ...movement, balance_minor }
  })
}
