import type { App } from '../../app.ts'
import { listDocuments } from '../../usecases/list-documents.ts'
import { askSearch } from '../ask.ts'
import { moneyWriter } from '../output/money.ts'

const shownDocuments = 20
const anew = ''

/** Lets a person search for an invoice to make again; undefined for one that is not there yet. */
export async function askLike(app: App, customer?: string): Promise<string | undefined> {
  const chosen = await askSearch('Like which invoice (type to search)', async (search) => {
    const { items } = await listDocuments(app, {
      kind: 'invoice',
      search,
      ...(customer === undefined ? {} : { customer }),
      limit: shownDocuments,
      offset: 0,
      sort: '-issued_on',
    })
    const money = moneyWriter(app)
    const found = items.map(({ number, customer_name, total_minor, currency }) => ({
      name: `${number}  ${customer_name}, ${money(total_minor, currency)}`,
      value: number,
    }))
    return [...found, { name: 'None of them: say what it is for', value: anew }]
  })
  return chosen === anew ? undefined : chosen
}
