import type { App } from '../../app.ts'
import type { CustomerDraft } from '../../domain/customer.ts'
import type { Customer } from '../../domain/document.ts'
import { isBlank, isEmailAddress } from '../../domain/text.ts'
import { createCustomer } from '../../usecases/create-customer.ts'
import { listCustomers } from '../../usecases/list-customers.ts'
import { defineCommand } from '../command.ts'
import { quote } from '../guide/command-line.ts'
import { customerFromOptions, customerOptions } from '../input/customer-options.ts'
import { customerJson } from '../output/customer-json.ts'
import { customerView } from '../output/customer-view.ts'
import { wrapText } from '../output/text-width.ts'

export const customerCreate = defineCommand({
  arguments: {},
  options: customerOptions,
  examples: [
    'portal customer create --name "John Smith" --email john@example.com',
    'portal customer create --name Acme --address "1 Main St" --address "Springfield" --tax-exempt',
  ],
  async run(context, _, options) {
    const app = await context.app()
    const given = customerFromOptions(options)
    const draft = given.name === undefined && context.canAsk() ? await ask(given) : given
    const customer = await createCustomer(app, draft)
    const { id, email } = customer
    const twin = await sameAddress(app, customer)
    return {
      json: customerJson(customer),
      text: (paper) =>
        [
          customerView(customer, paper),
          ...(twin
            ? wrapText(
                `${twin.name} has this address too, so documents name either by its id.`,
                paper.width,
              ).map(paper.paint.warn)
            : []),
        ].join('\n'),
      next: `portal invoice create --customer ${twin ? id : quote(email || id)} --item "What|1|100"`,
    }
  },
})

/** Two may share a mailbox; more often one was entered twice. */
async function sameAddress(app: App, { id, email }: Customer): Promise<Customer | undefined> {
  if (email === '') return undefined
  const search = { search: email, archived: false, limit: 50, offset: 0 }
  const { items } = await listCustomers(app, search)
  return items.find((one) => one.id !== id && one.email.toLowerCase() === email.toLowerCase())
}

/** Asks for what most documents need, when nothing was said on the command line. */
async function ask(given: CustomerDraft): Promise<CustomerDraft> {
  const { askLine } = await import('../ask.ts')
  const name = await askLine('Name', {
    check: (text) => (isBlank(text) ? 'A customer needs a name.' : undefined),
  })
  if (given.email !== undefined) return { ...given, name }
  const email = await askLine('E-mail (may be empty)', {
    check: (text) =>
      text === '' || isEmailAddress(text) ? undefined : 'That is not one e-mail address.',
  })
  return { ...given, name, email }
}
