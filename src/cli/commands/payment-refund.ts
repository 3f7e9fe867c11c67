import type { App } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { invalidInput } from '../../domain/errors.ts'
import { amountComplaint } from '../../domain/meant-amount.ts'
import { methodWords } from '../../domain/method-words.ts'
import { toMinor } from '../../domain/money.ts'
import { kindCommand } from '../../domain/nouns.ts'
import { refundJson } from '../../domain/payment-json.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import type { Refund } from '../../domain/refund.ts'
import { deliverPaymentMail } from '../../usecases/deliver-payment-mail.ts'
import { refundPayment } from '../../usecases/refund-payment.ts'
import { showDocument } from '../../usecases/show-document.ts'
import { type ShownPayment, showPayment } from '../../usecases/show-payment.ts'
import { defineCommand } from '../command.ts'
import { confirm } from '../context.ts'
import { nextStep, readDocument } from '../document-outcome.ts'
import { moneyWriter } from '../output/money.ts'
import { paymentMailLines } from '../output/payment-mail-lines.ts'

export const paymentRefund = defineCommand({
  arguments: { id: { says: 'a payment from: portal payment list; or the number of its receipt' } },
  options: {
    amount: { value: 'amount', says: 'a part of it, as in 50.00 (all that is left of it)' },
    reason: { value: 'text', says: 'why; the mail to the customer says it, too' },
    reopen: { says: 'ask for the money again at once' },
  },
  examples: [
    'portal payment refund pay_7k3mq9x2abcd --yes',
    'portal payment refund RCT-0001 --amount 50.00 --reason "Broken tile" --yes',
  ],
  notes:
    'Goes through the provider that was paid; what you recorded yourself is only noted, and you hand the money over. ' +
    'Afterwards payment and reminders are paused until `portal invoice reopen`, or not at all with --reopen.',
  async run(context, { id }, { amount, reason, reopen = false }) {
    const app = await context.app()
    const shown = await showPayment(app, id)
    await confirm(context, question(app, shown, amount))
    const { payment } = shown
    const { document, refund } = await refundPayment(app, {
      payment: payment.id,
      reopen,
      ...(amount === undefined ? {} : { amount }),
      ...(reason === undefined ? {} : { reason }),
    })
    const mails = await deliverPaymentMail(app, { document_id: document.id, id: refund.id })
    const { document: asked } = await showDocument(app, document.invoice_number ?? document.id)
    const after = await readDocument(app, asked.id)
    const rests = asked.rested_at !== null
    return {
      json: refundJson(document, payment, refund),
      text: () =>
        [
          ...outcome(app, refund, document),
          ...paymentMailLines(mails),
          ...consequence(app, after, rests),
        ].join('\n'),
      next: whatNext(refund, after, rests),
    }
  },
})

/** @throws PortalError invalid_input for an amount that is none, before anyone is asked */
function question(
  app: App,
  { document, payment, refundable_minor }: ShownPayment,
  amount: string | undefined,
): string {
  const money = moneyWriter(app)
  const { currency, method, provider } = payment
  const minor = amount === undefined ? refundable_minor : toMinor(amount, currency)
  if (minor === undefined || (amount !== undefined && minor <= 0)) {
    const message = `${amountComplaint(amount ?? '', currency, app.config.business.locale)}.`
    throw invalidInput([{ field: 'amount', message }])
  }
  const whole = money(payment.amount_minor, currency)
  const way = provider === 'manual' ? '' : ` through ${providerTitle(provider)}`
  return `Refund ${money(minor, currency)} of the ${whole} paid on ${document.number} by ${methodWords(method)}${way}?`
}

/** One that fails was thrown by the use case. */
function outcome(app: App, refund: Refund, { number }: Pick<DocumentJson, 'number'>): string[] {
  const money = moneyWriter(app)
  const amount = money(refund.amount_minor, refund.currency)
  const title = providerTitle(refund.provider)
  if (refund.state === 'pending') {
    return [`Asked ${title} to refund ${amount} of ${number}; it is booked once ${title} says so.`]
  }
  const byHand = refund.provider === 'manual' ? ' It is only noted: hand the money over.' : ''
  return [`Refunded ${amount} of ${number}.${byHand}`]
}

/** What the customer is asked for from now on; for a deposit that moved, on its invoice. */
function consequence(app: App, document: DocumentJson, rests: boolean): string[] {
  const { number, kind, currency, balance_due_minor, amount_due_now_minor } = document
  const money = moneyWriter(app)
  if (rests) {
    const open = money(Math.max(0, balance_due_minor), currency)
    return [
      `${number} has ${open} open, but nobody is asked for it: payment and reminders are paused until`,
      `portal ${kindCommand(kind)} reopen ${number}`,
    ]
  }
  if (amount_due_now_minor <= 0) return []
  return [`${money(amount_due_now_minor, currency)} is asked for on ${number}.`]
}

function whatNext({ state }: Refund, document: DocumentJson, rests: boolean): string {
  if (state === 'pending') return 'portal reconcile, to see whether it went through'
  if (!rests) return nextStep(document)
  const { kind, number } = document
  return `portal ${kindCommand(kind)} reopen ${number}, if it is to be paid again`
}
