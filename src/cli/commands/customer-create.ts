import type { CustomerDraft } from '../../domain/customer.ts'
import { isBlank, isEmailAddress } from '../../domain/text.ts'
import { createCustomer } from '../../usecases/create-customer.ts'
import { defineCommand } from '../command.ts'
import { customerFromOptions, customerOptions } from '../input/customer-options.ts'
import { customerJson } from '../output/customer-json.ts'
import { customerView } from '../output/customer-view.ts'

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
    return {
      json: customerJson(customer),
      text: (paper) => customerView(customer, paper),
      next: `portal invoice create --customer ${customer.email || customer.id} --item "What|1|100"`,
    }
  },
})

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
