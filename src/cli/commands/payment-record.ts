import { invalidInput } from '../../domain/errors.ts'
import { paymentJson } from '../../domain/payment-json.ts'
import { type ManualMethod, manualMethods, recordPayment } from '../../usecases/record-payment.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
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
    const answers = await complete(context, { amount, method })
    const { document, entry } = await recordPayment(app, {
      number,
      ...answers,
      ...(on === undefined ? {} : { on }),
      ...(reference === undefined ? {} : { reference }),
    })
    const after = await readDocument(app, document.id)
    const money = moneyWriter(app)
    return {
      json: paymentJson(document, entry),
      text: () =>
        `Booked ${money(entry.amount_minor, entry.currency)} on ${after.number}: ` +
        `${money(after.balance_due_minor, after.currency)} left, ${after.state.replaceAll('_', ' ')}.`,
      next: nextStep(after),
    }
  },
})

type Given = { amount: string | undefined; method: string | undefined }

/** Asks for what is missing where somebody sits at the terminal. */
async function complete(context: Context, { amount, method }: Given) {
  if (amount !== undefined && method !== undefined) {
    return { amount, method: method as ManualMethod } // which methods there are is the use case's to say
  }
  if (!context.canAsk()) throw missing({ amount, method })
  const { askChoice, askLine } = await import('../ask.ts')
  const choices = manualMethods.map((value) => ({ name: value, value }))
  return {
    amount: amount ?? (await askLine('Amount received')),
    method: (method as ManualMethod) ?? (await askChoice('How', choices)),
  }
}

function missing(given: Given) {
  const fields = Object.entries(given).filter(([, value]) => value === undefined)
  return invalidInput(
    fields.map(([field]) => ({ field, message: 'is missing' })),
    'As in: portal payment record INV-001 --amount 500.00 --method check',
  )
}
