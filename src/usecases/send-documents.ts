import type { App } from '../app.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import { shareUrl } from '../domain/link.ts'
import { troubleCure } from '../domain/mail-trouble.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { asSent, mailKindOf } from '../domain/sending.ts'
import { checkBlock, isEmailAddress } from '../domain/text.ts'
import { findDocument, getDocument } from '../store/documents.ts'
import { getMessage } from '../store/outbox.ts'
import { checkSending } from './check-sending.ts'
import { closeIfTooMuch } from './close-if-too-much.ts'
import { deliverNow } from './deliver-now.ts'
import type { Progress } from './export-workspace.ts'
import { leaveToJobs } from './leave-to-jobs.ts'
import { creditWarnings, type PaymentWarning } from './payment-warnings.ts'
import {
  findTarget,
  type LinkMail,
  type QueuedMail,
  queueMail,
  type SendInput,
} from './queue-mail.ts'
import { showChange } from './refresh-pages.ts'
import { removePages } from './remove-pages.ts'
import { type ReplacedApproval, replacedApproval } from './replaced-approval.ts'

export type { SendInput }

export type SendResult = {
  number: string
  ok: boolean
  to: string
  url: string | null
  message_id: string | null
  outbox: 'pending' | 'sent' | 'failed' | null
  error: { code: string; message: string; hint: string } | null
  /** An approval of the version before, where there was one: it is no yes to the one that was sent. */
  replaced_approval?: ReplacedApproval
  /** Of a credit note: what may still be paid of its invoice, with which too much comes. */
  warnings?: PaymentWarning[]
  /** `--dry-run` only: the mail as it would go out. */
  preview?: { subject: string; text: string; cc: string[] }
}

/** Spent on a mail server that does not answer; after that the rest is left to the outbox job. */
const patienceMs = 30_000

/**
 * Sends documents by mail, each with a fresh link and each on its own: one that is refused does not hold
 * up the others. The mail is written to the outbox with the decision, then delivered at once if possible.
 */
export async function sendDocuments(
  app: App,
  input: SendInput,
  on_progress: Progress = () => {},
): Promise<SendResult[]> {
  await checkSending(app)
  checkInput(input)
  const results: SendResult[] = []
  let lostMs = 0
  const numbers = await distinct(app, input.numbers)
  for (const [i, number] of numbers.entries()) {
    on_progress(i, numbers.length)
    const begunMs = Date.now()
    const queue = (input.queue ?? false) || lostMs > patienceMs
    const sent = await sendOne(app, { ...input, queue }, number)
    if (sent.some(({ outbox }) => outbox === 'pending')) lostMs += Date.now() - begunMs
    results.push(...sent)
  }
  return results
}

/** Each document once, however often and in whatever way it is named. */
async function distinct(app: App, numbers: readonly string[]): Promise<string[]> {
  const named = new Map<string, string>()
  for (const number of numbers) {
    const document = await findDocument(app.db.read, number).catch(() => undefined)
    const key = document?.id ?? number
    if (!named.has(key)) named.set(key, number)
  }
  return [...named.values()]
}

/** One result a mail: the customer's in front, then those to whoever gets a copy with a link of their own. */
async function sendOne(app: App, input: SendInput, number: string): Promise<SendResult[]> {
  try {
    if (input.dry_run) return await previewMails(app, input, number)
    const queued = await queueMail(app, input, number)
    const warnings = input.test ? [] : await showSent(app, queued)
    const [first, ...copies] = await deliver(app, input, queued)
    const remarks = {
      ...withApproval(queued.replaced),
      ...(warnings.length > 0 ? { warnings } : {}),
    }
    return first ? [{ ...first, ...remarks }, ...copies] : []
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const { code, message, hint } = error
    return [{ ...blank(number, input.to ?? ''), error: { code, message, hint } }]
  }
}

/** What the mails are about, which are in the outbox by then. */
async function showSent(app: App, { document, ended }: QueuedMail): Promise<PaymentWarning[]> {
  await showChange(app, document)
  const pages = ended.map((share) => ({ share }))
  await removePages(app, pages).catch((error: unknown) => {
    leaveToJobs(error)
    app.unshown(error)
  })
  const page = await closeIfTooMuch(app, document.relates_to)
  return creditWarnings(app, document, page)
}

async function deliver(app: App, input: SendInput, queued: QueuedMail): Promise<SendResult[]> {
  const { document, copies } = queued
  const mails = [queued, ...copies]
  const ids = mails.map(({ message }) => message.id)
  if (!input.queue) await deliverNow(app, ids)
  return Promise.all(mails.map((mail) => resultOf(app, document.number, mail)))
}

async function resultOf(
  app: App,
  number: string,
  { message, share }: LinkMail,
): Promise<SendResult> {
  const settled = await getMessage(app.db.read, message.id)
  return {
    ...blank(number, message.to),
    ok: settled.state !== 'failed' && settled.state !== 'canceled',
    url: shareUrl(app.config.public_url, app.linkKey, share),
    message_id: settled.message_id,
    outbox: outboxWord(settled),
    error: deliveryProblem(settled),
  }
}

async function previewMails(app: App, input: SendInput, number: string): Promise<SendResult[]> {
  const target = await findTarget(app, app.db.read, input, number)
  const { customer, to, cc } = target
  const document = input.test ? target.document : asSent(target.document)
  const shown = await getDocument(app.db.read, number)
  const renderer = await app.renderer(document.content.locale)
  const { subject, text } = renderer.mail({
    kind: mailKindOf(document),
    document,
    customer,
    url: `${app.config.public_url}/…`,
    data: { message: input.message ?? '', test: input.test ?? false },
    now: app.clock.now(),
  })
  const replaced = await replacedApproval(app.db.read, shown, document.version)
  const own = input.own_links ? cc : []
  const result = (address: string, copies: string[]): SendResult => ({
    ...blank(document.number, address),
    ok: true,
    preview: { subject, text, cc: copies },
  })
  return [
    { ...result(to, input.own_links ? [] : cc), ...withApproval(replaced) },
    ...own.map((address) => result(address, [])),
  ]
}

function withApproval(replaced_approval: ReplacedApproval | null): Partial<SendResult> {
  return replaced_approval ? { replaced_approval } : {}
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
      ? troubleCure(message.last_error, message.id)
      : 'It is tried again by itself while `portal serve` runs, or now with: portal cron outbox'
  return { code: 'mail_failed', message: message.last_error, hint }
}
