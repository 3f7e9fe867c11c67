import type { App } from '../app.ts'
import { contentHash, sha256 } from '../domain/canonical.ts'
import type { Document } from '../domain/document.ts'
import { verifyChain } from '../domain/event-chain.ts'
import { totals } from '../domain/totals.ts'
import { checkDatabase } from '../store/check.ts'
import { getDocument, listDocumentIds } from '../store/documents.ts'
import { getChainHead, listEvents } from '../store/events.ts'
import { listMessages } from '../store/outbox.ts'
import { allPages } from '../store/pages.ts'
import { listPdfs } from '../store/pdfs.ts'
import { listVersions } from '../store/versions.ts'
import { expectedFiles } from './remove-orphans.ts'

export type Finding = { check: string; number: string | null; message: string }

/**
 * Holds the workspace against what must always be true (safety.md, Invariants).
 * @param number one document only; otherwise everything
 */
export async function verifyWorkspace(
  app: App,
  { number }: { number?: string } = {},
): Promise<{ ok: boolean; problems: Finding[]; checked: number }> {
  const problems: Finding[] = []
  const ids = number
    ? [(await getDocument(app.db.read, number)).id]
    : await listDocumentIds(app.db.read)
  if (!number) {
    for (const { message } of await checkDatabase(app.db.read)) {
      problems.push({ check: 'database', number: null, message })
    }
  }
  for (const id of ids) problems.push(...(await verifyDocument(app, id)))
  if (!number) {
    problems.push(
      ...(await verifyMails(app)),
      ...(await verifyPdfs(app)),
      ...(await verifySite(app)),
    )
  }
  return { ok: problems.length === 0, problems, checked: ids.length }
}

async function verifyDocument(app: App, id: string): Promise<Finding[]> {
  const document = await getDocument(app.db.read, id)
  const findings: Finding[] = []
  const find = (check: string, message: string) =>
    findings.push({ check, number: document.number, message })
  for (const version of await listVersions(app.db.read, id)) {
    if (contentHash(version.content) !== version.content_hash) {
      find('content', `Version ${version.version} was altered after it was written.`)
    }
    if (!sameTotals(totals(version.content), version.totals)) {
      find('totals', `The totals of version ${version.version} do not follow from its items.`)
    }
  }
  verifyLedger(document, find)
  const events = await listEvents(app.db.read, id)
  const { head, count } = await getChainHead(app.db.read, id)
  for (const { message } of verifyChain(events, head, count)) find('timeline', message)
  return findings
}

function verifyLedger(document: Document, find: (check: string, message: string) => void): void {
  const { ledger, content } = document
  const currencies = new Set(ledger.map(({ currency }) => currency))
  currencies.delete(content.currency)
  for (const currency of currencies) find('ledger', `A payment is booked in ${currency}.`)
  const seen = new Set<string>()
  for (const { provider, provider_payment_id, kind } of ledger) {
    const key = [provider, provider_payment_id, kind].join(' ')
    if (seen.has(key)) find('ledger', `Payment ${provider_payment_id} is booked twice.`)
    seen.add(key)
  }
}

function sameTotals(a: Document['totals'], b: Document['totals']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Every mail that the timeline says was queued has its row in the outbox. */
async function verifyMails(app: App): Promise<Finding[]> {
  const messages = await listMessages(app.db.read)
  const known = new Set(messages.map(({ message_id }) => message_id))
  const findings: Finding[] = []
  for (const id of await listDocumentIds(app.db.read)) {
    for (const { type, data } of await listEvents(app.db.read, id)) {
      if (type !== 'mail_queued' || known.has(String(data.message_id))) continue
      const { number } = await getDocument(app.db.read, id)
      findings.push({
        check: 'outbox',
        number,
        message: `The mail to ${data.to} has no outbox row.`,
      })
    }
  }
  return findings
}

async function verifyPdfs(app: App): Promise<Finding[]> {
  const findings: Finding[] = []
  const known = new Set<string>()
  for (const { hash, file_hash } of await listPdfs(app.db.read)) {
    known.add(hash)
    const bytes = await app.site.readPdf(hash)
    if (bytes && sha256(bytes) !== file_hash) {
      findings.push({ check: 'pdf', number: null, message: `pdfs/${hash}.pdf was altered.` })
    }
  }
  for (const hash of await app.site.listPdfs()) {
    if (known.has(hash)) continue
    findings.push({ check: 'pdf', number: null, message: `pdfs/${hash}.pdf belongs to nothing.` })
  }
  return findings
}

/** Every file under `site/` belongs to a link, and every page shows its document as it is now. */
async function verifySite(app: App): Promise<Finding[]> {
  const findings: Finding[] = []
  const files = await app.site.list()
  if (files.length === 0) return findings
  for (const { generation, document_id, share_id, revoked_at } of await allPages(app.db.read)) {
    if (generation < 0 || revoked_at !== null) continue
    const document = await getDocument(app.db.read, document_id)
    if (document.generation === generation) continue
    const message = `The page of link ${share_id} shows an earlier state; portal build renews it.`
    findings.push({ check: 'page', number: document.number, message })
  }
  const expected = await expectedFiles(app)
  for (const path of files) {
    if (expected.has(path)) continue
    const shown = path.replace(/[0-9a-z]{24}(?=[./])/, '…')
    findings.push({ check: 'site', number: null, message: `site/${shown} belongs to no link.` })
  }
  return findings
}
