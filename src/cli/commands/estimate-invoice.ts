import type { App } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { invoiceEstimate } from '../../usecases/invoice-estimate.ts'
import { defineCommand } from '../command.ts'
import { nextStep, readDocument, readOwn } from '../document-outcome.ts'
import { moneyWriter } from '../output/money.ts'

export const estimateInvoice = defineCommand({
  arguments: { number: { says: "the estimate's number or id" } },
  options: {},
  examples: ['portal estimate invoice EST-001'],
  notes: 'The invoice begins as a draft. The deposit that was paid is on it.',
  async run(context, { number }) {
    const app = await context.app()
    const estimate = await readOwn(app, number, 'estimate')
    const { id } = await invoiceEstimate(app, { number: estimate.id })
    const invoice = await readDocument(app, id)
    return { json: invoice, text: () => made(app, estimate, invoice), next: nextStep(invoice) }
  },
})

function made(app: App, estimate: DocumentJson, invoice: DocumentJson): string {
  const { paid_minor, balance_due_minor, currency } = invoice
  const money = moneyWriter(app)
  const begin = `Made ${invoice.number} from ${estimate.number}, as a draft`
  if (paid_minor === 0) return `${begin}: ${money(balance_due_minor, currency)} is due.`
  return `${begin}: ${money(paid_minor, currency)} was paid as deposit, ${money(balance_due_minor, currency)} is left.`
}
