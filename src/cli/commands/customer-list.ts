import { listCustomers } from '../../usecases/list-customers.ts'
import { defineCommand } from '../command.ts'
import { quote } from '../guide/command-line.ts'
import { pageOf, pageOptions } from '../input/page-options.ts'
import { customerJson } from '../output/customer-json.ts'
import { customerList } from '../output/customer-view.ts'

export const customersList = defineCommand({
  arguments: {},
  options: {
    search: { value: 'text', says: 'in name, e-mail, phone and id' },
    archived: { says: 'list archived customers instead' },
    ...pageOptions,
    sort: { value: 'by', says: 'name email created updated; - in front: down' },
  },
  examples: ['portal customer list --search smith'],
  async run(context, _, { search, archived, sort, ...page }) {
    const bounds = pageOf(page)
    const books = await context.books()
    const { items, total } = await listCustomers(books, {
      ...bounds,
      archived: archived ?? false,
      ...(search === undefined ? {} : { search }),
      ...(sort === undefined ? {} : { sort }),
    })
    const [first] = items
    return {
      json: { items: items.map(customerJson), total },
      text: (paper) => customerList({ items, total }, paper),
      next: first
        ? `portal customer show ${quote(first.email || first.id)}`
        : 'portal customer create --name … --email …',
    }
  },
})
