/** Every page, sheet and mail in every state that words differ by, for a customer of any language. */
import type { DecideProblem, NotDecidable } from '../../src/domain/decide-form.ts'
import type { Content, Document } from '../../src/domain/document.ts'
import type { PayProblem } from '../../src/domain/pay-form.ts'
import type { NotPayable } from '../../src/domain/payable.ts'
import { returnOutcomes } from '../../src/domain/return-outcome.ts'
import type { NoticeKind, Renderer } from '../../src/ports/renderer.ts'
import { renderedMailKinds } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import { sampleEvents } from '../../src/render/sample-notices.ts'
import { approval, approved, approveInput, declineInput, signedInput } from './decisions.ts'
import { creditNote, entry, estimate, invoice, line } from './documents.ts'
import { historyInput, john, statementInput } from './history.ts'
import {
  handOverInput,
  paidByCard,
  paidInput,
  partsInput,
  payInput,
  receiptInput,
  receiptLink,
  returnInput,
  sandboxInput,
} from './payments.ts'
import { acme, pageOf, renderer } from './rendering.ts'

/** A business that speaks the language itself, and what it takes. */
export function settingsIn(locale: string): Record<string, unknown> {
  const secrets = { enabled: true, secret_key: 'sk', webhook_secret: 'wh' }
  return {
    business: {
      name: 'Acme',
      email: 'office@acme.example',
      phone: '(555) 010-2030',
      tax_id: '12-3456789',
      country: 'MX',
      locale,
    },
    payments: { instructions: 'IBAN 123', partial: { enabled: true }, stripe: secrets },
  }
}

/** By their names; owners' mails are among them. `changes` go over the settings; themes may lie in a workspace. */
export async function spokenPages(
  locale: string,
  changes: Record<string, unknown> = {},
  workspaceDir?: string,
): Promise<Record<string, string>> {
  const made = await renderer({ ...settingsIn(locale), ...changes }, workspaceDir)
  return {
    ...documentPages(made, locale),
    ...paymentPages(made, locale),
    ...decisionPages(made, locale),
    ...otherPages(made, locale),
    ...sheets(made, locale),
    ...mails(made, locale),
  }
}

/** Without a word of English in what the owner wrote. */
function own(locale: string): Partial<Content> {
  const items = [
    { ...line('Q-100', '40', '', '85'), discount: { percent: '10' } },
    { ...line('Q-200', '1', '', '8000'), taxes: [] },
  ]
  const taxes = [{ id: 'T', name: 'GST', rate: '8' }]
  return { locale, items, taxes, terms: '§ 1', notes: '§ 2', discount: { fixed: '5' } }
}

function documentPages(made: Renderer, locale: string): Record<string, string> {
  const content = own(locale)
  const paid = entry('payment', 200_000, '2025-01-20')
  const all = [...settle(content), entry('refund', -10_000, '2025-01-25')]
  const on = '2025-02-10'
  const past = '2025-03-01'
  const documents: Record<string, [Document, string?]> = {
    sent: [invoice({ content })],
    draft: [invoice({ content, state: 'draft' })],
    overdue: [invoice({ content }), on],
    partly: [invoice({ content, ledger: [paid] }), on],
    moving: [invoice({ content, pending_minor: 200_000 })],
    paid: [paidIn(content)],
    overpaid: [invoice({ content, ledger: [entry('payment', 9_999_999, '2025-01-20')] })],
    refunded: [invoice({ content, ledger: all, rested_at: '2025-01-25T15:00:00.000Z' })],
    disputed: [invoice({ content, ledger: [paid, entry('dispute', -100_000, '2025-01-22')] })],
    void: [invoice({ content, state: 'void', voided_at: '2025-01-18T15:00:00.000Z' })],
    uncollectible: [invoice({ content, state: 'uncollectible' })],
    inclusive: [invoice({ content: { ...content, prices_include_tax: true } })],
    negative: [
      invoice({ content: { ...content, discount: null, items: [line('Q', '-1', '', '9')] } }),
    ],
    revised: [invoice({ content, version: 2, published_at: '2025-01-16T15:00:00.000Z' })],
    credit: [creditNote({ content })],
    credit_void: [creditNote({ content, state: 'void' })],
    estimate: [estimate({ content })],
    expired: [estimate({ content }), past],
    approved: [approved({ content })],
    on_paper: [approved({ content, approval: { ...approval, kind: 'paper' } })],
    declined: [estimate({ content, state: 'declined', declined_at: '2025-01-18T15:00:00Z' })],
    invoiced: [approved({ content, state: 'invoiced', invoice_number: 'INV-002' })],
    estimate_void: [estimate({ content, state: 'void' })],
  }
  const path = '/i/token'
  return {
    ...Object.fromEntries(
      Object.entries(documents).map(([name, [document, on = '2025-01-21']]) => [
        name,
        pageOf(made, document, { path, on, receipts: document.receipts.map(() => receiptLink) }),
      ]),
    ),
    failed: pageOf(made, invoice({ content }), { path, failed_payment: { amount_minor: 982_800 } }),
    as_of: pageOf(made, estimate({ content }), { path, mode: 'read_only' }),
    preview: pageOf(made, estimate({ content }), { path, mode: 'preview' }),
    view_only: pageOf(made, estimate({ content }), { path, scope: 'view' }),
  }
}

function paymentPages(made: Renderer, locale: string): Record<string, string> {
  const document = invoice({ content: own(locale) })
  const path = '/i/token'
  const { payments } = made
  const why: NotPayable[] = [
    'not_open',
    'void',
    'already_paid',
    'processing',
    'resting',
    'offline',
    'no_method',
  ]
  const paid = paidInput({ path })
  const withReceipt = { ...paid.document, content: { ...paid.document.content, ...own(locale) } }
  return {
    pay: payments.pay(partsInput({ document, path, receipts: [receiptLink] })),
    pay_problems: payments.pay(
      partsInput({
        document,
        path,
        form: { amount_choice: 'custom', amount: 'x' },
        problems: payProblems,
      }),
    ),
    pay_unreachable: payments.pay(payInput({ document, path, unreachable: true, reference: 'A1' })),
    ...Object.fromEntries(
      why.map((offer) => [`pay_${offer}`, payments.pay(payInput({ document, path, offer }))]),
    ),
    pay_deposit: payments.pay(payInput({ document: estimate({ content: own(locale) }), path })),
    hand_over: payments.handOver(handOverInput({ document, method: 'stripe_ach', test: true })),
    ...Object.fromEntries(
      returnOutcomes.flatMap((outcome) => [
        [`return_${outcome}`, payments.returned(returnInput(outcome, { document, path }))],
        [
          `return_${outcome}_moved`,
          payments.returned(
            returnInput(outcome, {
              document,
              path: null,
              refresh_s: 3,
              checkout: { ...paid.checkout, method: 'stripe_ach', state: 'succeeded' },
            }),
          ),
        ],
      ]),
    ),
    receipt: payments.receipt({ ...receiptInput(withReceipt) }),
    sandbox: payments.sandbox(sandboxInput({ locale, description: 'INV-001' })),
    sandbox_pending: payments.sandbox(
      sandboxInput({ locale, description: 'INV-001', state: 'pending' }),
    ),
    sandbox_paid: payments.sandbox(sandboxInput({ locale, description: 'INV-001', state: 'paid' })),
  }
}

function decisionPages(made: Renderer, locale: string): Record<string, string> {
  const document = estimate({ content: own(locale) })
  const { approvals } = made
  const why: NotDecidable[] = [
    'view_only',
    'preview',
    'draft',
    'approved',
    'declined',
    'invoiced',
    'expired',
    'void',
  ]
  const path = '/e/token'
  const consent = { version: '1', text: '§ 3' }
  const decided = approved({
    content: own(locale),
    invoice_number: 'INV-002',
    declined_at: '2025-01-18T15:00:00Z',
  })
  return {
    approve: approvals.approve(approveInput({ document, path, consent })),
    approve_typed: approvals.approve(approveInput({ document, path, consent, methods: ['typed'] })),
    approve_problems: approvals.approve(
      approveInput({
        document,
        path,
        consent,
        problems: decideProblems.filter(({ field }) => field !== 'reason'),
        changed: true,
      }),
    ),
    approve_unsaved: approvals.approve(approveInput({ document, path, consent, unsaved: 'A1' })),
    decline: approvals.decline(declineInput({ document, path })),
    decline_problems: approvals.decline(
      declineInput({
        document,
        path,
        problems: decideProblems.filter(({ field }) => field === 'reason'),
      }),
    ),
    ...Object.fromEntries(
      why.map((closed) => [
        `closed_${closed}`,
        approvals.decline(declineInput({ document: decided, path, closed })),
      ]),
    ),
  }
}

function otherPages(made: Renderer, locale: string): Record<string, string> {
  const document = invoice({ content: own(locale) })
  const kinds: NoticeKind[] = [
    'unknown',
    'revoked',
    'expired_link',
    'expired_history',
    'renewed',
    'history_sent',
    'too_many',
    'error',
    'unavailable',
    'resting',
  ]
  const notice = { kind: 'revoked', reference: 'A1', locale, renew_path: '/i/token/renew' } as const
  const customer = { ...john, locale }
  return {
    ...Object.fromEntries(
      kinds.map((kind) => [`notice_${kind}`, made.notice({ kind, reference: 'A1', locale })]),
    ),
    notice_replaced: made.notice({ ...notice, replaced_on: '2025-01-20' }),
    stop: made.stop({ document, path: '/u/token', stopped: null, missing: true }),
    stopped: made.stop({ document, path: '/u/token', stopped: 'document', missing: false }),
    silent: made.stop({ document, path: '/u/token', stopped: 'customer', missing: false }),
    history: made.history.page(
      historyInput({
        customer,
        problems: [
          { field: 'from', kind: 'no_date' },
          { field: 'until', kind: 'too_early' },
        ],
        asked: { number: 'INV-002', is_open: true },
      }),
    ),
    history_closed: made.history.page(
      historyInput({ customer, asked: { number: 'INV-002', is_open: false } }),
    ),
  }
}

function sheets(made: Renderer, locale: string): Record<string, string> {
  const content = own(locale)
  const document = approved({ content })
  const kinds = ['typed', 'drawn', 'paper', 'owner'] as const
  const consent_text = '§ 3'
  return {
    sheet: made.pdf(invoice({ content, ledger: [paidByCard] })),
    sheet_estimate: made.pdf(estimate({ content })),
    sheet_receipt: made.payments.receiptPdf(receiptInput(paidIn(content))),
    statement: made.history.statement(statementInput({ customer: { ...john, locale } })),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `signed_${kind}`,
        made.approvals.signedCopy(
          signedInput({ document, approval: { ...approval, kind, consent_text } }),
        ),
      ]),
    ),
  }
}

/** Subject and text in one, after the HTML. */
function mails(made: Renderer, locale: string): Record<string, string> {
  const config = acme(settingsIn(locale))
  const now = new Date('2025-02-10T15:00:00Z')
  const written = (
    kind: (typeof renderedMailKinds)[number],
    event?: (typeof sampleEvents)[number],
  ) => {
    const input = sampleMailInput(config, kind, now, event ? { event } : {})
    const document = input.document && {
      ...input.document,
      content: { ...input.document.content, ...own(locale) },
    }
    const notices = input.notices?.map((one) => ({ ...one, data: plain(one.data) }))
    const { subject, html, text } = made.mail({
      ...input,
      ...(notices ? { notices } : {}),
      document,
      data: plain(input.data),
    })
    return `${html}\n${subject}\n${text}`
  }
  return {
    ...Object.fromEntries(renderedMailKinds.map((kind) => [`mail_${kind}`, written(kind)])),
    ...Object.fromEntries(
      sampleEvents.map((event) => [`mail_notice_${event}`, written('owner_notice', event)]),
    ),
  }
}

/** Reasons are what people and providers said, in whatever language. */
function plain<Data extends Record<string, unknown>>(data: Data): Data {
  const theirs = ['reason', 'error', 'label', 'message'].filter((name) => name in data)
  return { ...data, ...Object.fromEntries(theirs.map((name) => [name, '§ 4'])) }
}

function settle(content: Partial<Content>) {
  return [entry('payment', invoice({ content }).totals.total_minor, '2025-01-20')]
}

function paidIn(content: Partial<Content>): Document {
  const { document } = paidInput()
  return { ...invoice({ content }), ledger: settleByCard(content), receipts: document.receipts }
}

function settleByCard(content: Partial<Content>) {
  return [{ ...paidByCard, amount_minor: invoice({ content }).totals.total_minor }]
}

const message = '§ 5'
const payProblems: PayProblem[] = [
  ...(['missing', 'not_offered'] as const).map((code) => ({
    field: 'amount_choice' as const,
    code,
    message,
  })),
  ...(
    [
      'missing',
      'not_an_amount',
      'not_positive',
      'too_many_digits',
      'too_little',
      'too_much',
      'leaves_too_little',
    ] as const
  ).map((code) => ({ field: 'amount' as const, code, message })),
  ...(['missing', 'not_offered', 'not_for_this_amount'] as const).map((code) => ({
    field: 'method' as const,
    code,
    message,
  })),
]
const decideProblems: DecideProblem[] = (
  [
    ['signer_name', 'missing'],
    ['signer_name', 'unfit'],
    ['signer_name', 'a_link'],
    ['signer_name', 'too_long'],
    ['signature_kind', 'missing'],
    ['signature_kind', 'not_offered'],
    ['signature', 'missing'],
    ['signature', 'empty'],
    ['signature', 'not_an_image'],
    ['signature', 'too_big'],
    ['consent', 'missing'],
    ['reason', 'too_long'],
    ['reason', 'unfit'],
  ] as const
).map(([field, code]) => ({ field, code, message }))
