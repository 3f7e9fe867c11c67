import type { Books } from '../../app.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import { stoppedAt } from '../../usecases/stopped-at.ts'
import { defineCommand } from '../command.ts'
import { quote } from '../guide/command-line.ts'
import { customerJson } from '../output/customer-json.ts'
import { customerView } from '../output/customer-view.ts'
import { dateOf } from '../output/instant.ts'

export const customerShow = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: {},
  examples: ['portal customer show john@example.com'],
  async run(context, { customer: ref }) {
    const books = await context.books()
    const customer = await showCustomer(books, ref)
    const reminders_stopped_at = await stoppedAt(books, customer.id)
    return {
      json: customerJson(customer),
      text: (paper) =>
        [
          customerView(customer, paper),
          ...(reminders_stopped_at
            ? [paper.paint.warn(`Stopped all reminders on ${dayOf(books, reminders_stopped_at)}.`)]
            : []),
        ].join('\n'),
      next: `portal invoice list --customer ${quote(customer.email || customer.id)}`,
    }
  },
})

function dayOf({ config }: Books, at: string): string {
  return dateOf(at, config.business.time_zone)
}
