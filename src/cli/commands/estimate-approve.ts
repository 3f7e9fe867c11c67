import type { DocumentJson } from '../../domain/document-json.ts'
import { approveEstimate } from '../../usecases/approve-estimate.ts'
import { defineCommand } from '../command.ts'
import { readDocument, readOwn } from '../document-outcome.ts'
import { moneyWriter } from '../output/money.ts'

export const estimateApprove = defineCommand({
  arguments: { number: { says: "the estimate's number or id" } },
  options: {
    name: { value: 'name', says: 'who approved' },
    on: { value: 'date', says: 'when, YYYY-MM-DD (now)' },
  },
  examples: ['portal estimate approve EST-001 --name "John Smith"'],
  notes: 'For a yes on paper or by telephone. What was approved is not changed any more.',
  async run(context, { number }, { name, on }) {
    const app = await context.app()
    const { id } = await readOwn(app, number, 'estimate')
    await approveEstimate(app, {
      number: id,
      ...(name === undefined ? {} : { name }),
      ...(on === undefined ? {} : { on }),
    })
    const document = await readDocument(app, id)
    const deposit = document.amount_due_now_minor
    const money = moneyWriter(app)(deposit, document.currency)
    return {
      json: document,
      text: () =>
        `${document.number} is approved${deposit > 0 ? `: the deposit of ${money} is due` : ''}.`,
      next: nextStep(document),
    }
  },
})

function nextStep({ number, amount_due_now_minor, customer }: DocumentJson): string {
  if (amount_due_now_minor === 0) return `portal estimate invoice ${number}`
  return `portal ${customer.email ? 'send' : 'share'} ${number}, to have the deposit paid`
}
