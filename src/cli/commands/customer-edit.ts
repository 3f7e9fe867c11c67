import type { App } from '../../app.ts'
import type { Customer } from '../../domain/document.ts'
import { PortalError } from '../../domain/errors.ts'
import { editCustomer } from '../../usecases/edit-customer.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { quote } from '../guide/command-line.ts'
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
  notes:
    'Documents already sent keep the name and address they were sent with. On a terminal, without options, it opens in your editor ($VISUAL, $EDITOR).',
  async run(context, { customer: ref }, options) {
    const changes = customerFromOptions(options)
    if (options['no-tax-exempt']) changes.tax_exempt = false
    if (options.reminders) changes.reminders = true
    const isBare = Object.keys(changes).length === 0
    if (isBare && !context.canAsk()) {
      const hint = 'See: portal customer edit --help'
      throw new PortalError('usage', 'Say what to change.', hint)
    }
    const app = await context.app()
    const customer = isBare
      ? await editByHand(context, app, ref)
      : await editCustomer(app, { customer: ref, changes })
    return {
      json: customerJson(customer),
      text: (paper) => customerView(customer, paper),
      next: `portal invoice list --customer ${quote(customer.email || customer.id)}`,
    }
  },
})

/** The customer, also when nothing was changed. */
async function editByHand(context: Context, app: App, ref: string): Promise<Customer> {
  const { editCustomerText } = await import('../guide/edit-customer.ts')
  const edited = await editCustomerText(context, app, ref)
  if (!edited) context.remark('Nothing was changed.')
  return edited ?? showCustomer(app, ref)
}
