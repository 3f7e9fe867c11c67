import type { App } from '../../app.ts'
import { balance } from '../../domain/balance.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { invalidInput, PortalError } from '../../domain/errors.ts'
import { toMinor } from '../../domain/money.ts'
import { type PaymentJson, paymentJson } from '../../domain/payment-json.ts'
import { deliverPaymentMail } from '../../usecases/deliver-payment-mail.ts'
import { foreseePayment } from '../../usecases/payment-warnings.ts'
import { receiptUrls } from '../../usecases/receipt-links.ts'
import { type ManualMethod, manualMethods, recordPayment } from '../../usecases/record-payment.ts'
import { showDocument } from '../../usecases/show-document.ts'
import { defineCommand } from '../command.ts'
import { type Context, confirm } from '../context.ts'
import { nextStep, readDocument } from '../document-outcome.ts'
import type { PaymentAnswers } from '../guide/guide-payment.ts'
import { leftWords, moneyWriter } from '../output/money.ts'
import type { Paint } from '../output/paint.ts'
import { paymentMailLines } from '../output/payment-mail-lines.ts'
import { linkWarning } from '../output/sent-lines.ts'
import { stateWord } from '../output/state-words.ts'
import { warningLines } from '../output/warning-lines.ts'

export const paymentRecord = defineCommand({
  arguments: { number: { optional: true, says: 'an invoice, or an approved estimate' } },
  options: {
    amount: { value: 'amount', says: 'in the document’s currency, as in 500.00' },
    method: { value: 'method', says: manualMethods.join(', ') },
    on: { value: 'date', says: 'when it was received, YYYY-MM-DD (today)' },
    reference: { value: 'text', says: 'the number of the check, or the like' },
    'no-receipt': { says: 'make no receipt, and mail none' },
  },
  examples: ['portal payment record INV-001 --amount 500.00 --method check --reference 1042'],
  notes: 'On a terminal, what is missing is asked for.',
  async run(context, { number: named }, given) {
    if (named === undefined && !context.canAsk()) throw noNumber()
    const app = await context.app()
    const guided = named === undefined ? await guide(app, given) : undefined
    const { amount, method, on, reference, 'no-receipt': bare = false } = guided?.options ?? given
    const number = guided?.number ?? named ?? ''
    const answers = await complete(context, app, number, { amount, method })
    await confirmExcess(context, app, number, answers.amount)
    const { document, entry, warnings } = await recordPayment(app, {
      number,
      ...answers,
      no_receipt: bare,
      ...(on === undefined ? {} : { on }),
      ...(reference === undefined ? {} : { reference }),
    })
    const mails = await deliverPaymentMail(app, entry)
    const after = await readDocument(app, document.id)
    const payment = paymentJson(document, entry, receiptUrls(app))
    return {
      json: { ...payment, warnings },
      text: (paper) =>
        [
          booked(app, payment, after),
          ...warningLines(warnings, paper),
          ...receiptLines(payment, paper.paint),
          ...paymentMailLines(mails),
          ...(guided ? [paper.paint.dim(`The same in one line: ${guided.line}`)] : []),
        ].join('\n'),
      next: nextStep(after),
    }
  },
})

function noNumber(): PortalError {
  const message = '<number> is missing: an invoice, or an approved estimate.'
  return new PortalError('usage', message, 'See: portal payment record --help')
}

async function guide(app: App, given: PaymentAnswers) {
  const { guidePayment } = await import('../guide/guide-payment.ts')
  return guidePayment(app, given)
}

/** More than is due may be right, but is rarely meant; scripts are told when it is booked. */
async function confirmExcess(
  context: Context,
  app: App,
  number: string,
  amount: string,
): Promise<void> {
  if (!context.canAsk()) return
  const { document } = await showDocument(app, number)
  const { currency } = document.content
  const amount_minor = toMinor(amount, currency)
  if (amount_minor === undefined) return
  const { balance_due_minor } = balance(document)
  const coming = await foreseePayment(app, document, amount_minor)
  if (amount_minor <= balance_due_minor && coming.length === 0) return
  const money = (minor: number) => moneyWriter(app)(minor, currency)
  for (const { message, hint } of coming) context.remark(`${message}\n${hint}`)
  const facts = [
    ...(amount_minor > balance_due_minor ? [dueWords(balance_due_minor, money)] : []),
    ...coming.map((one) => `${money(one.amount_minor)} is on its way`),
  ]
  await confirm(context, `Book ${money(amount_minor)}, though ${facts.join(' and ')}?`)
}

function dueWords(due_minor: number, money: (minor: number) => string): string {
  return due_minor > 0 ? `${money(due_minor)} is due` : 'nothing is due'
}

function booked(app: App, { amount_minor, currency }: PaymentJson, after: DocumentJson): string {
  const money = moneyWriter(app)
  const left = leftWords(after.balance_due_minor, (minor) => money(minor, after.currency))
  return `Booked ${money(amount_minor, currency)} on ${after.number}: ${left}, ${stateWord(after.state)}.`
}

function receiptLines({ receipt }: PaymentJson, paint: Paint): string[] {
  if (receipt === null) return []
  if (receipt.url === null) return [`Receipt ${receipt.number}`]
  return [`Receipt ${receipt.number}: ${receipt.url}`, paint.dim(linkWarning)]
}

type Given = { amount: string | undefined; method: string | undefined }

/** Asks for what is missing where somebody sits at the terminal. */
async function complete(context: Context, app: App, number: string, { amount, method }: Given) {
  if (amount !== undefined && method !== undefined) {
    return { amount, method: method as ManualMethod } // which methods there are is the use case's to say
  }
  if (!context.canAsk()) throw missing({ amount, method })
  const { askAmount, askMethod } = await import('../guide/guide-payment.ts')
  const document = await readDocument(app, number)
  return {
    amount: amount ?? (await askAmount(app, document)),
    method: (method as ManualMethod) ?? (await askMethod()),
  }
}

function missing(given: Given) {
  const fields = Object.entries(given).filter(([, value]) => value === undefined)
  return invalidInput(
    fields.map(([field]) => ({ field, message: 'is missing' })),
    'As in: portal payment record INV-001 --amount 500.00 --method check',
  )
}
