import type { App } from '../app.ts'
import type { CustomerDraft } from '../domain/customer.ts'
import type { Customer } from '../domain/document.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import type { Trx } from '../store/db.ts'
import { insertCustomers, listCustomerKeys } from '../store/imports.ts'
import { noteProblems } from './collect-problems.ts'
import { newCustomer } from './create-customer.ts'
import type { Progress } from './export-workspace.ts'

/** A customer of a list, with the place that problems are told by. */
export type ListedCustomer = { place: string; draft: CustomerDraft }

export type ImportedList = {
  imported: number
  /** Those who were there before. */
  known: number
  /** Places in the list of those who stand further up in it. */
  repeated: string[]
  dry_run: boolean
}

/**
 * Enters many customers, all or none. One with the e-mail (or, without one, the name) of a customer who is there
 * already is left as they are.
 * @throws PortalError invalid_input with the problems of all of them
 */
export async function importCustomers(
  app: App,
  input: {
    customers: readonly ListedCustomer[]
    problems?: readonly Problem[]
    dry_run?: boolean
    on_progress?: Progress
  },
): Promise<ImportedList> {
  const { customers, dry_run = false, on_progress = () => {} } = input
  const problems = [...(input.problems ?? [])]
  return app.db.write(async (trx) => {
    const book = await customerBook(app, trx)
    const entered = new Set<string>()
    const repeated: string[] = []
    let known = 0
    for (const [i, { place, draft }] of customers.entries()) {
      const id = book.enter(draft, place, problems)
      if (id === undefined) continue
      if (book.byId(id) === undefined) known += 1
      else if (entered.has(id)) repeated.push(place)
      entered.add(id)
      on_progress(i + 1, customers.length)
    }
    if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
    const { added } = book
    if (!dry_run) await insertCustomers(trx, added)
    return { imported: added.length, known, repeated, dry_run }
  })
}

/** All customers there are and those that come: who is who by e-mail, else by name. */
export async function customerBook(app: App, trx: Trx) {
  const byKey = new Map<string, Customer | { id: string }>()
  for (const { id, name, email } of await listCustomerKeys(trx)) {
    byKey.set(keyOf({ name, email }), { id })
    if (!byKey.has(keyOf({ name }))) byKey.set(keyOf({ name }), { id })
  }
  const added: Customer[] = []
  const newOnes = new Map<string, Customer>()
  const find = (who: { name?: string; email?: string }) => byKey.get(keyOf(who))?.id
  return {
    added,
    find,
    byId: (id: string) => newOnes.get(id),
    /** The customer of a draft, who may be new; undefined where the draft is wrong, which is noted. */
    enter(draft: CustomerDraft, place: string, problems: Problem[]): string | undefined {
      const known = byKey.get(keyOf(draft))
      if (known) return known.id
      try {
        const customer = newCustomer(app, draft)
        added.push(customer)
        newOnes.set(customer.id, customer)
        byKey.set(keyOf(customer), customer)
        if (!byKey.has(keyOf({ name: customer.name })))
          byKey.set(keyOf({ name: customer.name }), customer)
        return customer.id
      } catch (error) {
        noteProblems(problems, error, (field) => `${place}, ${field}`)
        return undefined
      }
    },
  }
}

function keyOf({ name = '', email = '' }: { name?: string; email?: string }): string {
  return email ? `mail ${email.trim().toLowerCase()}` : `name ${name.trim().toLowerCase()}`
}
