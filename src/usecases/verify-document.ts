import type { App } from '../app.ts'
import { today } from '../app.ts'
import { balance } from '../domain/balance.ts'
import { contentHash } from '../domain/canonical.ts'
import type { Content, Document, Totals } from '../domain/document.ts'
import type { Event } from '../domain/event.ts'
import { verifyChain } from '../domain/event-chain.ts'
import { standing } from '../domain/standing.ts'
import { totals } from '../domain/totals.ts'
import { getDocument, loadDocuments } from '../store/documents.ts'
import { getChainHead, listEvents } from '../store/events.ts'
import { listDocuments } from '../store/list-documents.ts'
import { listVersions } from '../store/versions.ts'
import type { Find, Finding } from './finding.ts'
import { type ApprovalStatement, verifyApprovals } from './verify-approvals.ts'
import { verifyDecision } from './verify-decision.ts'
import { verifyPayments } from './verify-payments.ts'

/** What was found wrong with a document, and who approved what of it. */
export type VerifiedDocument = { findings: Finding[]; approvals: ApprovalStatement[] }

/**
 * Versions as they were written, totals that follow from items, money, an unbroken timeline, and approvals
 * that agree with all of it.
 */
export async function verifyDocument(app: App, id: string): Promise<VerifiedDocument> {
  const document = await getDocument(app.db.read, id)
  const findings: Finding[] = []
  const find: Find = (check, message) => findings.push({ check, number: document.number, message })
  for (const version of await listVersions(app.db.read, id)) {
    if (contentHash(version.content) !== version.content_hash) {
      find('content', `Version ${version.version} was altered after it was written.`)
    }
    if (JSON.stringify(computed(version.content)) !== JSON.stringify(version.totals)) {
      find('totals', `The totals of version ${version.version} do not follow from its items.`)
    }
  }
  verifyLedger(document, find)
  await verifyPayments(app, document, find)
  const events = await listEvents(app.db.read, id)
  const { head, count } = await getChainHead(app.db.read, id)
  for (const { message } of verifyChain(events, head, count)) find('timeline', message)
  verifyNumber(document, events, find)
  verifyDecision(document, events, find)
  const approvals = await verifyApprovals(app, document, find)
  return { findings, approvals }
}

/** What lists and the dashboard add up in SQL says the same as each document. */
export async function verifyLists(app: App): Promise<Finding[]> {
  const findings: Finding[] = []
  const question = { today: today(app), limit: Number.MAX_SAFE_INTEGER, offset: 0 }
  const { items } = await listDocuments(app.db.read, question)
  const ids = items.map(({ id }) => id)
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  for (const row of items) {
    const document = documents.get(row.id)
    /* One that was changed between the two statements is looked at the next time. */
    if (document?.updated_at !== row.updated_at) continue
    const wrong = Object.entries(listed(document, question.today))
      .filter(([name, value]) => row[name as keyof typeof row] !== value)
      .map(([name]) => name)
    if (wrong.length === 0) continue
    const message = `In lists, ${wrong.join(', ')} differ from the document itself.`
    findings.push({ check: 'lists', number: document.number, message })
  }
  return findings
}

/** Undefined where an altered version cannot be added up at all. */
function computed(content: Content): Totals | undefined {
  try {
    return totals(content)
  } catch {
    return undefined
  }
}

/** What is said of a number must not be another document's. */
function verifyNumber({ number }: Document, events: readonly Event[], find: Find): void {
  const given = events.find(({ type }) => type === 'created')?.data.number
  if (given === undefined || given === number) return
  find('number', `Its timeline is that of ${given}: the number was altered.`)
}

function verifyLedger(document: Document, find: Find): void {
  const { ledger, content } = document
  const currencies = new Set(ledger.map(({ currency }) => currency))
  currencies.delete(content.currency)
  for (const currency of currencies) find('ledger', `A payment is booked in ${currency}.`)
  const seen = new Set<string>()
  for (const { provider, provider_payment_id, kind } of ledger) {
    if (provider_payment_id === '') continue
    const key = [provider, provider_payment_id, kind].join(' ')
    if (seen.has(key)) find('ledger', `Payment ${provider_payment_id} is booked twice.`)
    seen.add(key)
  }
}

function listed(document: Document, day: string) {
  const { content, totals: sums, version } = document
  const { paid_minor, refunded_minor, balance_due_minor } = balance(document)
  return {
    version,
    state: standing(document, day).state,
    currency: content.currency,
    issued_on: content.issued_on,
    ends_on: content.due_on ?? content.valid_until_on,
    total_minor: sums.total_minor,
    paid_minor,
    refunded_minor,
    balance_due_minor,
  }
}
