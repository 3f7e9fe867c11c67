import { listItems } from '../../usecases/list-items.ts'
import { defineCommand } from '../command.ts'
import { itemJson, itemList } from '../output/item-view.ts'

export const itemsList = defineCommand({
  arguments: {},
  options: {
    search: { value: 'text', says: 'in code and description' },
    archived: { says: 'list archived items instead' },
  },
  examples: ['portal item list --search labor'],
  async run(context, _, { search, archived = false }) {
    const books = await context.books()
    const items = await listItems(books, { ...(search === undefined ? {} : { search }), archived })
    const [first] = items
    return {
      json: { items: items.map(itemJson), total: items.length },
      text: (paper) => itemList(books, items, paper),
      next: first
        ? `portal invoice create --customer … --item "@${first.code}|1"`
        : 'portal item create labor --description "Labor" --price 65 --unit hrs',
    }
  },
})
