import { invalidInput } from '../../domain/errors.ts'
import { paymentJson } from '../../domain/payment-json.ts'
import { type ManualMethod, manualMethods, recordPayment } from '../../usecases/record-payment.ts'
import { defineCommand } from '../command.ts'
import { nextStep, readDocument } from '../document-outcome.ts'
import { moneyWriter } from '../output/money.ts'

export const paymentRecord = defineCommand({
  arguments: { number: { says: 'an invoice, or an approved estimate' } },
  options: {
    amount: { value: 'amount', says: 'in the document’s currency, as in 500.00' },
    method: { value: 'method', says: manualMethods.join(', ') },
    on: { value: 'date', says: 'when it was received, YYYY-MM-DD (today)' },
    reference: { value: 'text', says: 'the number of the check, or the like' },
    'no-receipt': { says: 'no receipt for it' },
  },
  examples: ['portal payment record INV-001 --amount 500.00 --method check --reference 1042'],
  async run(context, { number }, { amount, method, on, reference }) {
    const app = await context.app()
    if (amount === undefined && method === undefined) throw missing(['amount', 'method'])
    if (amount === undefined) throw missing(['amount'])
    if (method === undefined) throw missing(['method'])
    const { document, entry } = await recordPayment(app, {
      number,
      amount,
      method: method as ManualMethod,
      ...(on === undefined ? {} : { on }),
      ...(reference === undefined ? {} : { reference }),
    })
    const after = await readDocument(app, document.id)
    const money = moneyWriter(app)
    const next = nextStep(after)
    return {
      json: paymentJson(document, entry),
      text: () =>
        `Booked ${money(entry.amount_minor, entry.currency)} on ${after.number}: ` +
        `${money(after.balance_due_minor, after.currency)} left, ${after.state.replaceAll('_', ' ')}.`,
      ...(next ? { next } : {}),
    }
  },
})

function missing(fields: string[]) {
  return invalidInput(
    fields.map((field) => ({ field, message: 'is missing' })),
    'As in: portal payment record INV-001 --amount 500.00 --method check',
  )
}
