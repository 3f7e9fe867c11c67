import { isSignedOnPage } from '../domain/approval.ts'
import type { SignedCopyInput } from '../ports/approval-pages.ts'
import { besides } from './close-off.ts'
import { isolate } from './direction.ts'
import type { Facts } from './facts.ts'
import { timestamp } from './timestamp.ts'

/** One fact; a code is set so that its letters can be told apart. */
export type ProofRow = { label: string; value: string; is_code: boolean }

export type ProofSection = { title: string; rows: ProofRow[] }

/** What was approved: its names, its amounts, and the hash of all that it said. */
export function documentProof(facts: Facts, { document, approval }: SignedCopyInput): ProofSection {
  const { labels, content, config, money, date, rate } = facts
  const words = labels.certificate.document
  const { total_minor, deposit_minor } = document.totals
  const percent = content.deposit && 'percent' in content.deposit ? content.deposit.percent : ''
  const { name, email, tax_id } = config.business
  return {
    title: words.title,
    rows: rowsOf([
      [words.number, document.number],
      [words.version, String(approval.version)],
      [words.from, besides(labels.language, name, email, tax_id)],
      [words.for, content.bill_to.name],
      [words.total, `${money(total_minor)} ${content.currency}`],
      [
        words.deposit,
        deposit_minor ? money(deposit_minor) + (percent && ` (${rate(percent)})`) : '',
      ],
      [words.validUntil, content.valid_until_on ? date(content.valid_until_on) : ''],
      [words.id, document.id, 'code'],
      [words.hash, approval.content_hash, 'code'],
    ]),
  }
}

/** Who approved, when, from where and in which way; of what the owner noted only the day is known. */
export function signerProof(
  { labels, config, day }: Facts,
  { approval }: SignedCopyInput,
): ProofSection {
  const words = labels.certificate.signer
  const { kind, signer_name, signer_email, at, ip, user_agent, id, share_id } = approval
  const zone = config.business.time_zone
  return {
    title: words.title,
    rows: rowsOf([
      [words.name, isolate(signer_name)],
      [words.mailedTo, signer_email],
      isSignedOnPage(approval)
        ? [words.at, words.times(timestamp(at, 'UTC'), timestamp(at, zone), zone)]
        : [labels.certificate.signature.title[kind], day(at)],
      [words.kind, words.kinds[kind]],
      [words.intent, words.intents[kind]],
      [words.ip, ip],
      [words.device, user_agent],
      [words.id, id, 'code'],
      [words.link, share_id ?? '', 'code'],
    ]),
  }
}

/** The facts that are known. */
function rowsOf(list: [label: string, value: string, as?: 'code'][]): ProofRow[] {
  return list
    .filter(([, value]) => value !== '')
    .map(([label, value, as]) => ({ label, value, is_code: as === 'code' }))
}
