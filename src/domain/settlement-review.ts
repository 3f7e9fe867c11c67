/** Why the owner must look at a checkout; nothing is ever wrong in silence. */
import type { Checkout } from './checkout.ts'
import { findMovement } from './find-movement.ts'
import { fromMinor } from './money.ts'
import type { Charge, ProviderState } from './provider-state.ts'
import type { Books } from './settlement.ts'

/** Only what was asked for is booked; anything else is the owner's to decide. */
export function matches(checkout: Checkout, charge: Charge): boolean {
  return charge.currency === checkout.currency && charge.amount_minor === checkout.amount_minor
}

/** One sentence; empty when nothing is wrong, or not any more since it was given back. */
export function reviewOf(checkout: Checkout, books: Books, truth: ProviderState): string {
  const kept = truth.charges.filter(
    (charge) => charge.state === 'succeeded' && keptOf(charge, truth) > 0,
  )
  return (
    wrongCharge(checkout, truth) ||
    otherCurrency(checkout, books, kept) ||
    foreignMoney(checkout, truth) ||
    paidTwice(kept) ||
    (kept.length > 0 ? wrongTime(books) : '') ||
    lostAfterAll(checkout, books, truth)
  )
}

/** What is left of a charge once its refunds, and what disputes took for good, are taken off. */
function keptOf(
  { provider_payment_id, amount_minor }: Charge,
  { refunds, disputes }: ProviderState,
): number {
  const back = [
    ...refunds.filter(({ state }) => state === 'succeeded'),
    ...disputes.filter(({ state }) => state === 'lost'),
  ]
  let kept = amount_minor
  for (const one of back) {
    if (one.provider_payment_id === provider_payment_id) kept -= one.amount_minor
  }
  return kept
}

function wrongCharge(checkout: Checkout, truth: ProviderState): string {
  const wrong = truth.charges.find(
    (charge) =>
      charge.state !== 'failed' && !matches(checkout, charge) && keptOf(charge, truth) > 0,
  )
  if (!wrong) return ''
  return `Asked for ${plain(checkout)}, but ${plain(wrong)} was paid (${wrong.provider_payment_id}).`
}

/** The document was given another currency since; its ledger takes no other. */
function otherCurrency({ currency }: Checkout, books: Books, kept: Charge[]): string {
  const [charge] = kept
  if (!charge || books.currency === currency) return ''
  return `${plain(charge)} was paid, but the document is in ${books.currency} now.`
}

/** A ledger is in one currency. */
function foreignMoney({ currency }: Checkout, { refunds, disputes }: ProviderState): string {
  const foreign = [...refunds, ...disputes].find((one) => one.currency !== currency)
  return foreign ? `${plain(foreign)} was taken back from a payment in ${currency}.` : ''
}

function paidTwice(kept: Charge[]): string {
  if (kept.length < 2) return ''
  const ids = kept.map(({ provider_payment_id }) => provider_payment_id).join(', ')
  return `It was paid ${kept.length} times (${ids}).`
}

function wrongTime({ kind, state, void_invoice }: Books): string {
  if (state === 'void') return 'It was paid after it was cancelled.'
  if (void_invoice) return `The deposit was paid after its invoice ${void_invoice} was cancelled.`
  const isDeposit = kind === 'estimate' && state !== 'approved' && state !== 'invoiced'
  return isDeposit ? 'The deposit was paid while the estimate was not approved.' : ''
}

/** The ledger knows one end of a dispute only. */
function lostAfterAll({ provider }: Checkout, books: Books, { disputes }: ProviderState): string {
  const isWon = (provider_payment_id: string) =>
    findMovement(books.ledger, { provider, kind: 'dispute_won', provider_payment_id }) !== undefined
  const lost = disputes.find((told) => told.state === 'lost' && isWon(told.provider_dispute_id))
  return lost ? `The dispute ${lost.provider_dispute_id} was won, and is lost after all.` : ''
}

function plain({ amount_minor, currency }: { amount_minor: number; currency: string }): string {
  return `${fromMinor(amount_minor, currency)} ${currency}`
}
