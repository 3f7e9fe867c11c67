import type { Document } from '../../domain/document.ts'
import { historyOf } from '../../domain/history.ts'
import { receiptFacts } from '../../domain/receipt.ts'
import { statementsOf } from '../../domain/statement.ts'
import type { HistoryInput } from '../../ports/history-pages.ts'
import type { ReceiptInput } from '../../ports/payment-pages.ts'
import type { Sample } from '../../ports/sample.ts'
import { withApproval } from '../sample-decision.ts'
import { paidBy, type Scene } from './scene.ts'

/** What a customer is shown of what was: receipts, the history, a statement. */
export function pastPages(scene: Scene): Sample[] {
  const page = historyPage(scene)
  return [
    receiptPage(scene, 'receipt', 'Receipt', paidBy(scene, scene.document('invoice'), 1)),
    receiptPage(scene, 'receipt-part', 'Receipt of a part', {
      ...paidBy(scene, scene.document('invoice'), 0.4),
    }),
    receiptPage(scene, 'receipt-refunded', 'Receipt, refunded in part', refunded(scene)),
    page('history', 'History of a customer', {}),
    page('history-asked', 'A link was asked for', { asked: { number: 'INV-002', is_open: true } }),
    page('history-closed', 'A link that cannot be had', {
      asked: { number: 'INV-004', is_open: false },
    }),
    page('history-problems', 'Mistakes in the dates', {
      form: { from: 'tomorrow', until: scene.day(9) },
      problems: [{ field: 'from', kind: 'no_date' }],
    }),
    page('history-empty', 'Nothing there yet', { history: historyOf([], scene.today) }),
  ]
}

/** The invoice with a payment of which a tenth was given back. */
export function refunded(scene: Scene): Document {
  const paid = paidBy(scene, scene.document('invoice'), 1)
  const refund = scene.booked(paid, 'refund', -0.1, -1)
  return { ...paid, ledger: [...paid.ledger, { ...refund, reference: 'sample_payment' }] }
}

/** What the receipt of a document's one payment says. */
export function receiptInput(scene: Scene, document: Document): Omit<ReceiptInput, 'path'> {
  const [receipt] = document.receipts
  const facts = receipt && receiptFacts(document, receipt)
  if (!facts) throw new Error(`the sample ${document.number} has no receipt`)
  return { facts, document, mode: 'live', now: scene.now }
}

function receiptPage(scene: Scene, id: string, title: string, document: Document): Sample {
  return {
    kind: 'page',
    id,
    group: 'past',
    title,
    leads: { pdf: 'pdf-receipt' },
    html: (renderer, { path, lang }) =>
      renderer.payments.receipt({ ...receiptInput(scene, document), path, lang }),
  }
}

type HistoryPage = (id: string, title: string, input: Partial<HistoryInput>) => Sample

function historyPage(scene: Scene): HistoryPage {
  const { customer, today } = scene
  const documents = pastDocuments(scene)
  const openable = documents.filter(({ state }) => state !== 'void')
  return (id, title, input) => ({
    kind: 'page',
    id,
    group: 'past',
    title,
    leads: { pdf: 'pdf-receipt', statement: 'pdf-statement', open: 'history-asked' },
    html: (renderer, { path, lang }) =>
      renderer.history.page({
        customer,
        history: historyOf(documents, today),
        openable: new Set(openable.map(({ id }) => id)),
        path,
        ends_at: scene.at(1),
        pages: { outstanding: 1, estimates: 1, settled: 1, payments: 1 },
        form: { from: scene.day(-90), until: today },
        problems: [],
        today,
        asked: null,
        lang,
        ...input,
      }),
  })
}

/** A statement of the same past, over three months. */
export function statementInput(scene: Scene) {
  const range = { from: scene.day(-90), until: scene.today }
  const zone = scene.config.business.time_zone
  const statements = statementsOf(pastDocuments(scene), range, zone)
  return { customer: scene.customer, range, statements }
}

/** Something of everything, each with a number of its own. */
function pastDocuments(scene: Scene): Document[] {
  const { document } = scene
  const now = new Date(scene.at(-30))
  const numbered = (number: string, one: Document): Document => ({ ...one, id: number, number })
  const estimate = () => document('estimate')
  return [
    numbered('INV-001', paidBy(scene, document('invoice', { issued: -60 }), 1)),
    numbered('INV-002', paidBy(scene, document('invoice', { issued: -30 }), 0.4)),
    numbered('INV-003', document('invoice')),
    numbered('INV-004', document('invoice', { state: 'void', voided_at: scene.at(-3) })),
    numbered('CN-001', document('credit_note')),
    numbered('EST-001', estimate()),
    numbered('EST-002', withApproval(estimate(), scene.config, now)),
    numbered('EST-003', { ...estimate(), state: 'declined', declined_at: scene.at(-2) }),
  ]
}
