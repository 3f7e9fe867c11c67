import type { Books } from '../../app.ts'
import type { Approval, ApprovalKind } from '../../domain/approval.ts'
import { deviceOf } from '../../domain/device.ts'
import { shortInstant } from './instant.ts'
import type { Paint } from './paint.ts'
import { oneLine } from './table.ts'

/** How an estimate was approved, after the name. */
const ways = {
  typed: 'by typing the name',
  drawn: 'by drawing',
  paper: 'on paper, of which you have the scan here',
  owner: 'as you noted',
} as const satisfies Record<ApprovalKind, string>

/** Who signed an estimate, how, on what and from where; and its signed copy, once it is made. */
export function approvalLines(books: Books, approval: Approval, paint: Paint): string[] {
  const { kind, signer_name, signer_email, ip, user_agent, at, sealed_hash } = approval
  const isOnPage = kind === 'typed' || kind === 'drawn'
  const verb = kind === 'owner' ? 'Approved' : 'Signed'
  const who = signer_name === '' ? '' : ` by ${signer_name}`
  const when = shortInstant(at, books.config.business.time_zone)
  const device = isOnPage ? `On a ${deviceOf(user_agent)}${ip === '' ? '' : `, from ${ip}`}` : ''
  const link = signer_email === '' ? 'a link that was handed over' : `the link to ${signer_email}`
  return [
    oneLine(`${verb}${who} ${ways[kind]}, ${when}.`),
    ...(isOnPage ? [paint.dim(oneLine(`${device}, through ${link}.`))] : []),
    ...(sealed_hash === null ? [] : [paint.dim(`Signed copy: SHA-256 ${sealed_hash}`)]),
  ]
}
