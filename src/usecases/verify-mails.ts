import type { App } from '../app.ts'
import { hashToken } from '../domain/token.ts'
import { getDocument, listDocumentIds } from '../store/documents.ts'
import { listEvents } from '../store/events.ts'
import { listMessages } from '../store/outbox.ts'
import { findByTokenHash, listShares } from '../store/shares.ts'
import { listWebhookBodies } from '../store/webhook-events.ts'
import type { Finding } from './finding.ts'

/** Every mail that the timeline says was queued has its row in the outbox. */
export async function verifyMails(app: App): Promise<Finding[]> {
  const messages = await listMessages(app.db.read)
  const known = new Set(messages.map(({ message_id }) => message_id))
  const findings: Finding[] = []
  for (const id of await listDocumentIds(app.db.read)) {
    for (const { type, data } of await listEvents(app.db.read, id)) {
      if (type !== 'mail_queued' || known.has(String(data.message_id))) continue
      const { number } = await getDocument(app.db.read, id)
      const message = `The mail to ${data.to} has no outbox row.`
      findings.push({ check: 'outbox', number, message })
    }
  }
  return findings
}

type Text = { where: string; document_id: string | null; text: string }

/** A token among other text; ids and hashes are longer or shorter. */
const tokens = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{32}(?![0-9a-z])/g

/** No secret of a link rests in the database, where whoever reads a copy could use it. */
export async function verifyTokens(app: App): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { where, document_id, text } of await looseTexts(app)) {
    for (const [token] of text.matchAll(tokens)) {
      const found = await findByTokenHash(app.db.read, hashToken(token))
      if (!found) continue
      const number = document_id && (await getDocument(app.db.read, document_id)).number
      const message = `${where} holds the secret of link ${found.share.id}; portal shares rotate ends it.`
      findings.push({ check: 'token', number, message })
    }
  }
  return findings
}

/** Whatever was typed, or came from elsewhere, and is kept. */
async function looseTexts(app: App): Promise<Text[]> {
  const texts: Text[] = []
  for (const { document_id, data, last_error } of await listMessages(app.db.read)) {
    texts.push({ where: 'A mail', document_id, text: JSON.stringify([data, last_error]) })
  }
  for (const { body: text } of await listWebhookBodies(app.db.read)) {
    texts.push({ where: 'A webhook', document_id: null, text })
  }
  for (const { document_id, label } of await listShares(app.db.read)) {
    texts.push({ where: 'The label of a link', document_id, text: label })
  }
  for (const document_id of await listDocumentIds(app.db.read)) {
    for (const { data } of await listEvents(app.db.read, document_id)) {
      texts.push({ where: 'The timeline', document_id, text: JSON.stringify(data) })
    }
  }
  return texts
}
