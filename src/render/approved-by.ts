import { isSignedOnPage } from '../domain/approval.ts'
import { isolate } from './direction.ts'
import type { Facts } from './facts.ts'

/** "Approved by John Smith on January 18, 2025.", as far as it is known. */
export function approvedBy({ labels, document, day, join }: Facts): string {
  const { approval, approved_at, updated_at } = document
  const on = day(approved_at ?? approval?.at ?? updated_at)
  const words = labels.approval.states
  if (!approval?.signer_name) return labels.states.approved(on)
  const sentence = words.approvedBy(isolate(approval.signer_name), on)
  return join(sentence, approval.kind === 'paper' ? words.paper : '')
}

/** Who learns of an approval that was given on the page: the business, and the customer by mail. */
export function toldOf(facts: Facts): string {
  const { labels, document, business, join } = facts
  const { approval } = document
  if (!approval || !isSignedOnPage(approval)) return ''
  return join(labels.approval.states.told(business), copyTo(facts))
}

/**
 * Where the signed copy is mailed to, told without giving the address away; empty when nowhere. It goes to the
 * address on file, by whatever link it was signed.
 */
export function copyTo({ labels, document, content }: Facts): string {
  const { approval, delivery } = document
  const { email } = content.bill_to
  if (!approval || !isSignedOnPage(approval) || email === '' || delivery === 'failed') return ''
  return labels.approval.states.copyTo(maskAddress(email))
}

/** "j…@example.com", in one piece: whoever owns it knows it, others do not learn it. */
function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return at < 1 ? '…' : `${first}…\u2060${address.slice(at)}`
}
