import type { App } from '../app.ts'
import { blotUrls } from '../domain/blot-urls.ts'
import { type Bounce, readBounce } from '../domain/bounce.ts'
import type { DeliveryFate } from '../domain/bounce-status.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import { returnedSentence } from '../domain/mail-trouble.ts'
import { isForOwner, type OutboxMessage } from '../domain/outbox.ts'
import { failReturned, findByMessageId, insertBounce, type StoredBounce } from '../store/bounces.ts'
import type { Trx } from '../store/db.ts'
import { findDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { getMessage } from '../store/outbox.ts'
import { tellOwner } from './tell-owner.ts'

/** One recipient of a mail that came back; `news` is false for a report that was known already. */
export type NotedBounce = Pick<StoredBounce, 'recipient' | 'kind' | 'status' | 'words'> & {
  news: boolean
}

export type RecordedBounce = {
  /** As it stands now. */
  message: OutboxMessage
  number: string | null
  bounces: NotedBounce[]
}

/**
 * Notes what a mail server reports of a mail that it had taken: one that will not be delivered is failed, with
 * the server's words, and the owner is told; one that is late is only noted. The same report again changes
 * nothing. What counts is the Message-ID, which only the mail's recipients know; no other word of the report
 * is believed, or kept but for the reason, in which our own links are blotted out.
 * @throws PortalError invalid_input for what is no bounce, not_found for one of no mail of ours
 */
export async function recordBounce(app: App, raw: Buffer): Promise<RecordedBounce> {
  const bounce = readBounce(raw)
  if (!bounce) throw noBounce()
  return app.db.write(async (trx) => {
    const message = await findMessage(trx, bounce)
    const bounces: NotedBounce[] = []
    for (const one of bouncesOf(app, message, bounce)) {
      const news = await insertBounce(trx, one)
      if (news && one.kind === 'hard') await failFor(app, trx, message, one)
      const { recipient, kind, status, words } = one
      bounces.push({ recipient, kind, status, words, news })
    }
    const document = message.document_id ? await findDocument(trx, message.document_id) : undefined
    return { message: await getMessage(trx, message.id), number: document?.number ?? null, bounces }
  })
}

async function findMessage(trx: Trx, { message_ids }: Bounce): Promise<OutboxMessage> {
  const found = message_ids.length > 0 ? await findByMessageId(trx, message_ids) : undefined
  if (found) return found
  const [first] = message_ids
  throw new PortalError(
    'not_found',
    first
      ? `No mail of the outbox has the Message-ID ${first.slice(0, 120)}.`
      : 'The bounce does not say which mail it is about.',
    'It may be about a mail of another program, or of one that was tidied away.',
  )
}

/** The secret of a link by itself, however it was garbled. */
const looseToken = /(?<![0-9a-z])[0-9a-z]{32}(?![0-9a-z])/gi

/** Each recipient once. */
function bouncesOf(app: App, message: OutboxMessage, bounce: Bounce): StoredBounce[] {
  const at = app.clock.now().toISOString()
  const byRecipient = new Map<string, StoredBounce>()
  for (const fate of bounce.fates) {
    for (const recipient of recipientsOf(message, fate, bounce.guessed)) {
      const { kind, status } = fate
      const words = blotUrls(fate.words, app.config.public_url).replace(looseToken, '…')
      const { report_id } = bounce
      const one = { outbox_id: message.id, report_id, recipient, kind, status, words, at }
      byRecipient.set(recipient, one)
    }
  }
  return [...byRecipient.values()]
}

/**
 * Whom of the mail's recipients a report is about. An address that is none of them was forwarded to: then it
 * is the one recipient there was, or with copies nobody can say.
 */
function recipientsOf({ to, cc }: OutboxMessage, { addresses }: DeliveryFate, guessed: boolean) {
  const named = new Set(addresses.map((address) => address.toLowerCase()))
  const known = [to, ...cc].filter((address) => named.has(address.toLowerCase()))
  if (known.length > 0) return known
  return cc.length === 0 || guessed || named.size === 0 ? [to] : addresses.slice(0, 1)
}

async function failFor(
  app: App,
  trx: Trx,
  message: OutboxMessage,
  { recipient, words, at }: StoredBounce,
): Promise<void> {
  const error = returnedSentence(words)
  if (recipient === message.to && !(await failReturned(trx, message.id, error))) return
  if (isForOwner(message)) return
  const { document_id, share_id, kind, message_id } = message
  const data = { kind, to: recipient, message_id, error }
  if (document_id) {
    await appendEvents(trx, [
      { document_id, type: 'mail_failed', actor: 'system', at, share_id, data },
    ])
  }
  const about = { to: recipient, error, kind }
  const isCopy = recipient !== message.to
  await tellOwner(app, trx, 'mail_failed', {
    document_id,
    data: isCopy ? about : { ...about, mail: message.id },
  })
}

function noBounce(): PortalError {
  return invalidInput(
    [{ field: 'file', message: 'is no bounce message' }],
    'Give it the whole report of a mail server, with headers, as it came.',
  )
}
