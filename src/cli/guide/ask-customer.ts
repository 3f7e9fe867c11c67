import type { App } from '../../app.ts'
import { isBlank, isEmailAddress } from '../../domain/text.ts'
import { listCustomers } from '../../usecases/list-customers.ts'
import { askLine, askSearch } from '../ask.ts'

/** As many as fit above the keyboard of a small terminal. */
const shownCustomers = 20

/** Begins what stands for a customer who is not there yet. */
const fresh = 'new:'

/** Lets a person search for a customer or name a new one; as `--customer` takes it. */
export async function askCustomer(app: App): Promise<string> {
  const chosen = await askSearch('Customer (type to search)', async (term) => {
    const { items } = await listCustomers(app, { search: term, limit: shownCustomers, offset: 0 })
    const found = items.map(({ id, name, email }) => ({
      name: email ? `${name}  ${email}` : name,
      value: id,
    }))
    const name = term ? `New customer "${term}"` : 'New customer'
    return [...found, { name, value: fresh + term }]
  })
  return chosen.startsWith(fresh) ? askNewCustomer(chosen.slice(fresh.length)) : chosen
}

async function askNewCustomer(typed: string): Promise<string> {
  const name = await askLine('Name of the customer', {
    preset: typed,
    check: (text) => (isBlank(text) ? 'A customer needs a name.' : undefined),
  })
  const email = await askLine('E-mail (may be empty)', {
    check: (text) =>
      text === '' || isEmailAddress(text) ? undefined : 'That is not one e-mail address.',
  })
  return `${name} <${email}>`
}
