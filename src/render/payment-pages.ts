import type { PaymentPages } from '../ports/payment-pages.ts'
import type { RenderContext } from './context.ts'
import { handOverView } from './hand-over-view.ts'
import { payView } from './pay-view.ts'
import { receiptPdfView, receiptView } from './receipt-view.ts'
import { returnView } from './return-view.ts'
import { sandboxView } from './sandbox-view.ts'

/** The pages around a payment, each from its template. */
export function createPaymentPages(context: RenderContext): PaymentPages {
  const { engine } = context
  return {
    pay: (input) => engine.render('pages/pay', payView(context, input)),
    handOver: (input) => engine.render('pages/hand-over', handOverView(context, input)),
    returned: (input) => engine.render('pages/return', returnView(context, input)),
    receipt: (input) => engine.render('pages/receipt', receiptView(context, input)),
    receiptPdf: (input) => engine.render('pdf/receipt', receiptPdfView(context, input)),
    sandbox: (input) => engine.render('pages/sandbox', sandboxView(context, input)),
  }
}
