import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import type { NewEvent } from '../domain/event.ts'
import { shareUrl } from '../domain/link.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { checkLinkable } from '../domain/public-url.ts'
import { checkSendable, mailKindOf } from '../domain/sending.ts'
import type { Share } from '../domain/share.ts'
import { checkBlock, isEmailAddress } from '../domain/text.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { getMessage, insertMessage } from '../store/outbox.ts'
import { revokeShares } from '../store/shares.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { messageId, ownerAddress } from './mail-addresses.ts'
import { makeShare, publishDocument } from './publish-document.ts'
import { refreshPages } from './refresh-pages.ts'

export type SendInput = {
  numbers: string[]
  /** Instead of the customer's address. */
  to?: string
  cc?: string[]
  message?: string
  /** To the owner only; nothing about the document changes. */
  test?: boolean
  attach_pdf?: boolean
  /** Leave delivery to the outbox job. */
  queue?: boolean
  revoke_old?: boolean
  dry_run?: boolean
}

export type SendResult = {
  number: string
  ok: boolean
  to: string
  url: string | null
  message_id: string | null
  outbox: 'pending' | 'sent' | 'failed' | null
  error: { code: string; message: string; hint: string } | null
  /** `--dry-run` only: the mail as it would go out. */
  preview?: { subject: string; text: string; cc: string[] }
}

/**
 * Sends documents by mail, each with a fresh link and each on its own: one that is refused does not hold
 * up the others. The mail is written to the outbox with the decision, then delivered at once if possible.
 */
export async function sendDocuments(app: App, input: SendInput): Promise<SendResult[]> {
  checkLinkable(app.config.public_url)
  checkInput(input)
  await app.renderer() // a bad logo or theme is refused before anything is sent
  const results: SendResult[] = []
  for (const number of input.numbers) results.push(await sendOne(app, input, number))
  return results
}

async function sendOne(app: App, input: SendInput, number: string): Promise<SendResult> {
  try {
    const document = await getDocument(app.db.read, number)
    const customer = await getCustomer(app.db.read, document.customer_id)
    checkSendable(document, today(app))
    const to = recipient(app, input, customer)
    if (input.dry_run) return await previewMail(app, input, { document, customer, to })
    return await queueAndDeliver(app, input, { document, customer, to })
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const { code, message, hint } = error
    return { ...blank(number, input.to ?? ''), error: { code, message, hint } }
  }
}

type Target = { document: Document; customer: Customer; to: string }

async function queueAndDeliver(app: App, input: SendInput, target: Target): Promise<SendResult> {
  const { message, share, document } = await app.db.write(async (trx) => {
    const before = await getDocument(trx, target.document.id)
    checkSendable(before, today(app))
    if (input.revoke_old && !input.test) {
      await revokeShares(trx, { document_id: before.id }, app.clock.now().toISOString())
    }
    const document = input.test ? before : await publishDocument(app, trx, before, target.customer)
    const share = await makeShare(app, trx, document, {
      label: input.test ? 'test' : `sent to ${target.to}`,
      scope: input.test ? 'preview' : 'full',
    })
    const message = outboxMessage(app, input, { ...target, document }, share)
    await insertMessage(trx, message)
    if (!input.test) await appendEvents(trx, [queuedEvent(message, share)])
    return { message, share, document }
  })
  await refreshPages(app, document)
  if (!input.queue) await deliverOutbox(app, { ids: [message.id], limit: 1 })
  const settled = await getMessage(app.db.read, message.id)
  return {
    ...blank(document.number, target.to),
    ok: settled.state !== 'failed' && settled.state !== 'canceled',
    url: shareUrl(app.config.public_url, app.linkKey, share),
    message_id: settled.message_id,
    outbox: outboxWord(settled),
    error: deliveryProblem(settled),
  }
}

function outboxMessage(
  app: App,
  input: SendInput,
  { document, customer, to }: Target,
  share: Share,
): OutboxMessage {
  const now = app.clock.now().toISOString()
  const id = app.ids.next('msg')
  return {
    id,
    kind: mailKindOf(document),
    document_id: document.id,
    share_id: share.id,
    to,
    cc: input.test ? [] : carbonCopies(input, customer),
    data: {
      message: input.message ?? '',
      test: input.test ?? false,
      attach_pdf: input.attach_pdf ?? app.config.mail.attach_pdf,
    },
    message_id: messageId(app.config, id),
    state: 'pending',
    attempts: 0,
    next_attempt_at: now,
    leased_until: null,
    last_error: '',
    created_at: now,
    sent_at: null,
  }
}

function queuedEvent(message: OutboxMessage, share: Share): NewEvent {
  return {
    document_id: share.document_id ?? '',
    type: 'mail_queued',
    actor: 'owner',
    at: message.created_at,
    share_id: share.id,
    data: { kind: message.kind, to: message.to, message_id: message.message_id },
  }
}

async function previewMail(app: App, input: SendInput, target: Target): Promise<SendResult> {
  const { document, customer, to } = target
  const renderer = await app.renderer()
  const mail = renderer.mail({
    kind: mailKindOf(document),
    document,
    customer,
    url: `${app.config.public_url}/…`,
    data: { message: input.message ?? '', test: input.test ?? false },
    now: app.clock.now(),
  })
  const cc = input.test ? [] : carbonCopies(input, customer)
  const preview = { subject: mail.subject, text: mail.text, cc }
  return { ...blank(document.number, to), ok: true, preview }
}

function recipient(app: App, input: SendInput, customer: Customer): string {
  if (input.test) return ownerAddress(app.config)
  const to = input.to ?? customer.email
  if (to) return to
  throw new PortalError(
    'invalid_input',
    `${customer.name} has no e-mail address.`,
    `Enter one (portal customer edit ${customer.id} --email …), or hand over a link: portal share <number>`,
    [{ field: 'email', message: 'The customer has no e-mail address.' }],
  )
}

function carbonCopies(input: SendInput, customer: Customer): string[] {
  return [...new Set([...customer.cc, ...(input.cc ?? [])])]
}

function checkInput(input: SendInput): void {
  const problems = []
  if (input.to !== undefined && !isEmailAddress(input.to)) {
    problems.push({ field: 'to', message: `"${input.to}" is not one e-mail address.` })
  }
  for (const [i, cc] of (input.cc ?? []).entries()) {
    if (isEmailAddress(cc)) continue
    problems.push({ field: `cc[${i}]`, message: `"${cc}" is not one e-mail address.` })
  }
  const textProblem = input.message === undefined ? undefined : checkBlock(input.message)
  if (textProblem) problems.push({ field: 'message', message: textProblem })
  if (problems.length > 0) throw invalidInput(problems)
}

function blank(number: string, to: string): SendResult {
  return { number, ok: false, to, url: null, message_id: null, outbox: null, error: null }
}

function outboxWord(message: OutboxMessage): 'pending' | 'sent' | 'failed' {
  if (message.state === 'sent') return 'sent'
  return message.state === 'failed' || message.state === 'canceled' ? 'failed' : 'pending'
}

function deliveryProblem(message: OutboxMessage): SendResult['error'] {
  if (message.last_error === '' || message.state === 'sent') return null
  const hint =
    message.state === 'failed'
      ? `Correct the address, then send again, or: portal outbox retry ${message.id}`
      : 'It is tried again by itself while `portal serve` runs, or now with: portal cron outbox'
  return { code: 'mail_failed', message: message.last_error, hint }
}
