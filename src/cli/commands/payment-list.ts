import type { App } from '../../app.ts'
import { methodWords } from '../../domain/method-words.ts'
import { type PaymentJson, paymentJson } from '../../domain/payment-json.ts'
import { listPayments } from '../../usecases/list-payments.ts'
import { receiptUrls } from '../../usecases/receipt-links.ts'
import { defineCommand } from '../command.ts'
import { dateOf } from '../output/instant.ts'
import { moneyWriter } from '../output/money.ts'
import type { Paper } from '../output/paper.ts'
import { stateWord } from '../output/state-words.ts'
import { type Column, table } from '../output/table.ts'

export const paymentList = defineCommand({
  arguments: { number: { optional: true, says: 'one document; all without it' } },
  options: {},
  examples: ['portal payment list INV-001'],
  async run(context, { number }) {
    const app = await context.app()
    const documents = await listPayments(app, number === undefined ? {} : { number })
    const urls = receiptUrls(app)
    const items = documents.flatMap((document) =>
      document.ledger.map((entry) => ({ ...paymentJson(document, entry, urls), on: entry.on })),
    )
    return {
      json: { items, total: items.length },
      text: (paper) =>
        items.length === 0
          ? paper.paint.dim('No payments.')
          : table(columns(app, paper), items, paper),
      next:
        items.length === 0
          ? 'portal payment record <number> --amount … --method …'
          : 'portal status',
    }
  },
})

type Line = PaymentJson & { on: string }

function columns(app: App, { paint }: Paper): Column<Line>[] {
  const money = moneyWriter(app)
  const { time_zone } = app.config.business
  return [
    { title: 'Date', value: ({ on }) => on },
    { title: 'Number', value: ({ number }) => number },
    { title: 'Kind', value: ({ kind }) => stateWord(kind), spare: 1 },
    { title: 'Method', value: ({ method }) => methodWords(method), spare: 2 },
    { title: 'Booked', value: ({ at }) => dateOf(at, time_zone), spare: 4, paint: paint.dim },
    { title: 'Receipt', value: ({ receipt }) => receipt?.number ?? '', spare: 5 },
    { title: 'Id', value: ({ id }) => id, spare: 3, paint: paint.dim },
    {
      title: 'Amount',
      align: 'right',
      value: ({ amount_minor, currency }) => money(amount_minor, currency),
    },
    {
      title: 'Refunded',
      align: 'right',
      value: ({ refunded_minor, currency }) =>
        refunded_minor === 0 ? '' : money(refunded_minor, currency),
      spare: 6,
    },
  ]
}
