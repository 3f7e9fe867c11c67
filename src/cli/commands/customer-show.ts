import { showCustomer } from '../../usecases/show-customer.ts'
import { defineCommand } from '../command.ts'
import { customerJson } from '../output/customer-json.ts'
import { customerView } from '../output/customer-view.ts'

export const customerShow = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: {},
  examples: ['portal customer show john@example.com'],
  async run(context, { customer: ref }) {
    const customer = await showCustomer(await context.books(), ref)
    return {
      json: customerJson(customer),
      text: (paper) => customerView(customer, paper),
      next: `portal invoice list --customer ${customer.email || customer.id}`,
    }
  },
})
