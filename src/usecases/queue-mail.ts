import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { Actor } from '../domain/event.ts'
import { previewEnd } from '../domain/link-life.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { checkLasting, checkSendable, copiesFor, mailKindOf } from '../domain/sending.ts'
import type { Share } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import type { Reader, Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { ownerAddress } from './mail-addresses.ts'
import { makeShare, publishDocument } from './publish-document.ts'
import { reopenReceipts } from './reopen-receipts.ts'
import { type ReplacedApproval, replacedApproval } from './replaced-approval.ts'
import { endShares } from './revoke-shares.ts'
import { settleBeforeRevision } from './settle-open-checkout.ts'
import { withDraft } from './with-draft.ts'
import { writeMessage } from './write-message.ts'

export type SendInput = {
  numbers: string[]
  /** Instead of the customer's address. */
  to?: string
  cc?: string[]
  /** Whoever gets a copy gets a mail of their own instead, with a link of their own. */
  own_links?: boolean
  message?: string
  /** To the owner only; nothing about the document changes. */
  test?: boolean
  attach_pdf?: boolean
  /** Leave delivery to the outbox job. */
  queue?: boolean
  revoke_old?: boolean
  dry_run?: boolean
  /** Whose doing it is; the owner's when left out. */
  by?: Exclude<Actor, 'customer'>
}

/** What is to be sent to whom. */
export type Target = { document: Document; customer: Customer; to: string; cc: string[] }

/** A mail in the outbox, with the link it brings and the links it ended. */
export type QueuedMail = LinkMail & {
  document: Document
  ended: Share[]
  /** An approval that it took back, for it was of the version before. */
  replaced: ReplacedApproval | null
  /** With links of their own: the mails to those who get a copy. */
  copies: LinkMail[]
}

/** A mail with the link it brings. */
export type LinkMail = { message: OutboxMessage; share: Share }

/**
 * Looks up and checks what would be sent: a document with its revision in progress, for a test as it is.
 * @throws PortalError not_found, wrong_state, or invalid_input for a customer without an address
 */
export async function findTarget(
  app: App,
  r: Reader,
  input: SendInput,
  number: string,
): Promise<Target> {
  const shown = await getDocument(r, number)
  const document = input.test ? shown : await withDraft(r, shown)
  checkSendable(document, today(app))
  const customer = await getCustomer(r, document.customer_id)
  if (input.test) return { document, customer, to: ownerAddress(app.config), cc: [] }
  const { links, business } = app.config
  checkLasting(document, links, business.time_zone, app.clock.now())
  const to = input.to ?? customer.email
  if (!to) throw noAddress(customer)
  return { document, customer, to, cc: copiesFor(to, [...customer.cc, ...(input.cc ?? [])]) }
}

/** Decides and writes, in one transaction, all that sending a document means, its mail included. */
export async function queueMail(app: App, input: SendInput, number: string): Promise<QueuedMail> {
  if (!input.test) await settleBeforeRevision(app, number)
  return app.db.write((trx) => queueMailWithin(app, trx, input, number))
}

/** The same as part of a transaction, for a document that nobody can be paying. */
export async function queueMailWithin(
  app: App,
  trx: Trx,
  input: SendInput,
  number: string,
): Promise<QueuedMail> {
  const target = await findTarget(app, trx, input, number)
  const handed = input.test
    ? await lendToOwner(app, trx, target)
    : await handToCustomer(app, trx, input, target)
  const { document, share } = handed
  const { to, cc } = target
  const copies: LinkMail[] = []
  /* Before the customer's own, which is then the latest mail about the document: its delivery. */
  for (const address of input.own_links ? cc : []) {
    const share = await makeShare(app, trx, document, { label: `sent to ${address}` })
    const message = await writeMail(app, trx, input, { document, share, to: address, cc: [] })
    copies.push({ message, share })
  }
  const mail = { document, share, to, cc: input.own_links ? [] : cc }
  const message = await writeMail(app, trx, input, mail)
  return { ...handed, message, copies }
}

type Handed = Pick<QueuedMail, 'document' | 'share' | 'ended' | 'replaced'>

async function writeMail(
  app: App,
  trx: Trx,
  input: SendInput,
  { document, share, to, cc }: Pick<Target, 'document' | 'to' | 'cc'> & { share: Share },
): Promise<OutboxMessage> {
  const draft = {
    kind: mailKindOf(document),
    document_id: document.id,
    share_id: share.id,
    to,
    cc,
    data: {
      message: input.message ?? '',
      test: input.test ?? false,
      attach_pdf: input.attach_pdf ?? app.config.mail.attach_pdf,
    },
  }
  return writeMessage(app, trx, draft, { by: input.by ?? 'owner' })
}

/** A test changes nothing about the document. */
async function lendToOwner(app: App, trx: Trx, { document }: Target): Promise<Handed> {
  const expires_at = previewEnd(app.clock.now())
  const options = { label: 'test', scope: 'preview', expires_at } as const
  const share = await makeShare(app, trx, document, options)
  return { document, share, ended: [], replaced: null }
}

async function handToCustomer(
  app: App,
  trx: Trx,
  { revoke_old, by }: SendInput,
  { document: { id }, customer, to }: Target,
): Promise<Handed> {
  const now = app.clock.now().toISOString()
  const ended = revoke_old ? await endShares(trx, { document_id: id }, now) : []
  const before = await getDocument(trx, id)
  const published = await publishDocument(app, trx, before, customer, by)
  const document = await reopenReceipts(app, trx, published)
  const share = await makeShare(app, trx, document, { label: `sent to ${to}` })
  const replaced = await replacedApproval(trx, before, document.version)
  return { document, share, ended, replaced }
}

function noAddress({ id, name }: Customer): PortalError {
  return new PortalError(
    'invalid_input',
    `${name} has no e-mail address.`,
    `Enter one (portal customer edit ${id} --email …), or hand over a link: portal share <number>`,
    [{ field: 'email', message: 'The customer has no e-mail address.' }],
  )
}
