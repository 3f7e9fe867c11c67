import { fileName } from '../domain/file-name.ts'
import type { ReceiptFacts } from '../domain/receipt.ts'
import type { ReceiptInput } from '../ports/payment-pages.ts'
import { type ActionsView, pdfPath, printPath } from './action.ts'
import { historyOffer } from './actions.ts'
import { isLong } from './amount.ts'
import type { RenderContext } from './context.ts'
import type { Facts } from './facts.ts'
import { langAttribute } from './page-view.ts'
import {
  contactAction,
  type DocumentHooks,
  factsIn,
  type PaymentFrame,
  paymentFrame,
} from './payment-frame.ts'
import { type PdfFrame, pdfFrame } from './pdf-view.ts'
import { type ReceiptSheet, receiptSheet } from './receipt-sheet.ts'
import { say } from './saying.ts'
import type { SummaryView } from './summary-view.ts'

export type ReceiptView = PaymentFrame & {
  data: DocumentHooks & { state: string }
  as_of: string
  summary: SummaryView
  actions: ActionsView
  sheet: ReceiptSheet
  text_lang: string
}

/** The page of a receipt: one payment, and what became of it. */
export function receiptView(context: RenderContext, input: ReceiptInput): ReceiptView {
  const { facts: receipt, document, mode } = input
  const { currency } = receipt
  const facts = factsIn(context, document, { currency, lang: input.lang })
  const { labels, config } = facts
  const words = labels.online.receipt
  const title = words.title(config.business.name)
  const heading = words.heading(receipt.number)
  return {
    ...paymentFrame(context, facts, {
      heading,
      title,
      card: title,
      test: receipt.provider === 'sandbox',
      scripts: [context.assets['print.js']],
      has_languages: mode !== 'read_only',
    }),
    data: {
      number: receipt.number,
      state: stateOf(receipt),
      balance_due_minor: receipt.balance_due_minor,
      amount_due_now_minor: facts.balance.amount_due_now_minor,
    },
    as_of: mode === 'read_only' ? labels.states.asOf(facts.day(input.now.toISOString())) : '',
    summary: summaryOf(facts, receipt),
    actions: actionsOf(facts, input),
    sheet: receiptSheet(facts, receipt),
    text_lang: langAttribute(facts.textLang),
  }
}

export type ReceiptPdfView = PdfFrame & { sheet: ReceiptSheet }

/** The sheet of a receipt to print. */
export function receiptPdfView(
  context: RenderContext,
  { facts: receipt, document }: Pick<ReceiptInput, 'facts' | 'document'>,
): ReceiptPdfView {
  const facts = factsIn(context, document, receipt)
  const title = facts.labels.online.receipt.name(receipt.number)
  return { ...pdfFrame(context, facts, title), sheet: receiptSheet(facts, receipt) }
}

function stateOf({ amount_minor, refunded_minor }: ReceiptFacts): string {
  if (refunded_minor === 0) return 'paid'
  return refunded_minor < amount_minor ? 'partially_refunded' : 'refunded'
}

function summaryOf(facts: Facts, receipt: ReceiptFacts): SummaryView {
  const { labels, money, date } = facts
  const words = labels.online.receipt
  const { document, amount_minor, refunded_minor, refunds } = receipt
  const { amount_due_now_minor } = facts.balance
  const amount = money(amount_minor)
  const last = refunds.at(-1)
  const received = words.received(date(receipt.on))
  const isWhole = refunded_minor >= amount_minor
  const back = last
    ? isWhole
      ? words.refundedWhole(date(last.on))
      : facts.join(received, words.refundedPartly(money(refunded_minor), date(last.on)))
    : received
  const about = labels.names[document.kind](document.number)
  return {
    title: labels.parts.summary,
    lead: '',
    is_long: isLong(amount),
    ...say(last ? 'info' : 'done', back, {
      amount,
      note: words.note(about),
      // Nobody is asked for what rests after a refund, nor for what is on its way.
      extra: amount_due_now_minor > 0 ? words.leftNow(money(amount_due_now_minor)) : '',
    }),
  }
}

function actionsOf(facts: Facts, page: ReceiptInput): ActionsView {
  const { facts: receipt } = page
  const { actions } = facts.labels
  const file = fileName(receipt.number)
  const history = historyOffer(facts, page)
  return {
    primary: { id: 'download_pdf', label: actions.downloadPdf, href: pdfPath(page), file },
    quiet: [
      { id: 'print', label: actions.print, href: printPath(page) },
      ...(history ? [{ ...history, id: 'history' }] : []),
      contactAction(facts),
    ],
  }
}
