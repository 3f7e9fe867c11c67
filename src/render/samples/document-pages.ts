import type { Document, Kind } from '../../domain/document.ts'
import type { PageInput } from '../../ports/renderer.ts'
import type { Sample } from '../../ports/sample.ts'
import { withApproval } from '../sample-decision.ts'
import { type Changes, paidBy, receiptsOf, type Scene } from './scene.ts'
import { manyItems, sampleReason } from './text.ts'

/** The pages of invoices, credit notes and estimates, in every state that a customer can meet. */
export function documentPages(scene: Scene): Sample[] {
  return [...invoicePages(scene), ...creditNotePages(scene), ...estimatePages(scene)]
}

function invoicePages(scene: Scene): Sample[] {
  const invoice = (changes: Changes = {}) => scene.document('invoice', changes)
  const late = invoice({ issued: -40, content: { due_on: scene.day(-10) } })
  const paid = paidBy(scene, invoice(), 1)
  const refund = scene.booked(paid, 'refund', -1, -1)
  const half = paidBy(scene, invoice(), 0.4)
  const given = { percent: '10' }
  const failed_payment = { amount_minor: late.totals.total_minor }
  const page = pageOf(scene, 'invoice')
  return [
    page('sent', 'Sent', invoice()),
    page('overdue', 'Overdue', late),
    page('partly-paid', 'Partly paid', half),
    page('processing', 'Bank payment on its way', {
      ...late,
      pending_minor: late.totals.total_minor,
    }),
    page('failed-payment', 'Bank payment did not go through', late, { failed_payment }),
    page('paid', 'Paid', paid),
    page('overpaid', 'Overpaid', paidBy(scene, invoice(), 1.1)),
    page('refunded', 'Refunded', {
      ...paid,
      ledger: [...paid.ledger, refund],
      rested_at: refund.at,
    }),
    page('disputed', 'Disputed', {
      ...half,
      ledger: [...half.ledger, scene.booked(half, 'dispute', -0.2, -1)],
    }),
    page('void', 'Void', invoice({ state: 'void', voided_at: scene.at(-1) })),
    page('given-up', 'Given up', { ...late, state: 'uncollectible' }),
    page('long', 'With 60 lines', invoice({ content: longContent() })),
    page('updated', 'Updated after it was sent', {
      ...invoice({ version: 2, published_at: scene.at(-1) }),
    }),
    page('discounts', 'With discounts', invoice({ content: { discount: given } })),
    page('taxes-included', 'Prices with tax included', {
      ...invoice({ content: { prices_include_tax: true } }),
    }),
    page(
      'nothing-to-pay',
      'Nothing to pay',
      invoice({ content: { discount: { percent: '100' } } }),
    ),
    page('view-only', 'Link for viewing only', invoice(), { scope: 'view' }),
    page('read-only', 'On a host that only serves files', invoice(), { mode: 'read_only' }),
    page('draft', 'Your own view of a draft', invoice({ state: 'draft' }), { mode: 'preview' }),
  ]
}

/** Sixty lines, for whoever looks at how sheets break. */
export function longContent(): Changes['content'] {
  return { items: manyItems(60), discount: { percent: '5' } }
}

function creditNotePages(scene: Scene): Sample[] {
  const note = (changes: Changes = {}) =>
    scene.document('credit_note', { relates_to: 'INV-001', ...changes })
  const page = pageOf(scene, 'credit-note')
  return [
    page('issued', 'Credit note', note()),
    page('void', 'Credit note, void', note({ state: 'void', voided_at: scene.at(-1) })),
  ]
}

function estimatePages(scene: Scene): Sample[] {
  const estimate = (changes: Changes = {}) => scene.document('estimate', changes)
  const old = estimate({ issued: -40, content: { valid_until_on: scene.day(-5) } })
  const approved = withApproval(estimate(), scene.config, new Date(scene.at(-1)))
  const approval = approved.approval && { ...approved.approval, kind: 'paper' as const }
  const deposit = (approved.totals.deposit_minor ?? 0) / approved.totals.total_minor
  const declined_at = scene.at(-1)
  const invoiced = { ...approved, state: 'invoiced', invoice_number: 'INV-002' } as const
  const page = pageOf(scene, 'estimate')
  return [
    page('sent', 'Sent', estimate()),
    page('expired', 'Expired', old),
    page('approved', 'Approved, deposit due', approved),
    page('deposit-paid', 'Approved, deposit paid', paidBy(scene, approved, deposit)),
    page('on-paper', 'Approved on paper', { ...approved, approval }),
    page('declined', 'Declined', {
      ...estimate({ state: 'declined', declined_at, decline_reason: sampleReason }),
    }),
    page('invoiced', 'Invoiced', invoiced),
    page('void', 'Void', estimate({ state: 'void', voided_at: scene.at(-1) })),
    page('plain', 'Without a deposit', estimate({ content: { deposit: null } })),
    page('long', 'With 60 lines', estimate({ content: longContent() })),
    page('updated', 'Updated after it was sent', {
      ...estimate({ version: 2, published_at: scene.at(-1) }),
    }),
    page('view-only', 'Link for viewing only', estimate(), { scope: 'view' }),
    page('read-only', 'On a host that only serves files', estimate(), { mode: 'read_only' }),
    page('draft', 'Your own view of a draft', estimate({ state: 'draft' }), { mode: 'preview' }),
  ]
}

type PageOf = (
  name: string,
  title: string,
  document: Document,
  input?: Partial<PageInput>,
) => Sample

function pageOf({ now }: Scene, prefix: 'invoice' | 'estimate' | 'credit-note'): PageOf {
  return (name, title, document, input = {}) => ({
    kind: 'page',
    id: `${prefix}-${name}`,
    group: prefix === 'estimate' ? 'estimates' : 'invoices',
    title,
    leads: leadsOf(document.kind),
    html: (renderer, { path, lang }) => {
      const receipts = receiptsOf(document, path)
      const shown = { document, path, lang, scope: 'full', now, mode: 'live', receipts } as const
      return renderer.page({ ...shown, ...input }).html
    },
  })
}

function leadsOf(kind: Kind): Sample['leads'] {
  if (kind === 'credit_note') return { pdf: 'pdf-credit-note' }
  const both = { receipt: 'receipt', history: 'notice-history-sent', renew: 'notice-renewed' }
  if (kind === 'invoice') return { ...both, pay: 'pay', pdf: 'pdf-invoice' }
  const deciding = { approve: 'approve', decline: 'decline' }
  return { ...both, ...deciding, pay: 'pay-deposit', pdf: 'pdf-estimate' }
}
