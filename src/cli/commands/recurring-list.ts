import { listRecurring } from '../../usecases/list-recurring.ts'
import { defineCommand } from '../command.ts'
import { recurringJson, recurringList } from '../output/recurring-view.ts'

export const recurringsList = defineCommand({
  arguments: {},
  options: {
    customer: { value: 'who', says: 'id, e-mail or exact name' },
    ended: { says: 'those that have ended too' },
  },
  examples: ['portal recurring list', 'portal recurring list --customer john@example.com --ended'],
  async run(context, _, { customer, ended = false }) {
    const books = await context.books()
    const lines = await listRecurring(books, { ...(customer ? { customer } : {}), ended })
    const [first] = lines
    return {
      json: { items: lines.map(recurringJson), total: lines.length },
      text: (paper) => recurringList(lines, paper),
      next: first
        ? `portal recurring show ${first.id}`
        : 'portal recurring create --like INV-001 --every month',
    }
  },
})
