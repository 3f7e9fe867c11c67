import { PortalError } from '../../domain/errors.ts'
import { editCustomer } from '../../usecases/edit-customer.ts'
import { defineCommand } from '../command.ts'
import { customerFromOptions, customerOptions } from '../input/customer-options.ts'
import { customerJson } from '../output/customer-json.ts'
import { customerView } from '../output/customer-view.ts'

export const customerEdit = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: {
    ...customerOptions,
    'no-tax-exempt': { says: 'taxes on new documents again' },
    reminders: { says: 'remind this customer again, also after they stopped it' },
  },
  examples: ['portal customer edit john@example.com --phone "+1 555 0177"'],
  notes: 'Documents already sent keep the name and address they were sent with.',
  async run(context, { customer: ref }, options) {
    const changes = customerFromOptions(options)
    if (options['no-tax-exempt']) changes.tax_exempt = false
    if (options.reminders) changes.reminders = true
    if (Object.keys(changes).length === 0) {
      const hint = 'See: portal customer edit --help'
      throw new PortalError('usage', 'Say what to change.', hint)
    }
    const customer = await editCustomer(await context.app(), { customer: ref, changes })
    return {
      json: customerJson(customer),
      text: (paper) => customerView(customer, paper),
      next: `portal invoice list --customer ${customer.email || customer.id}`,
    }
  },
})
