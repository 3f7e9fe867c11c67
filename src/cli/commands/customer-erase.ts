import { eraseCustomer } from '../../usecases/erase-customer.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import { defineCommand } from '../command.ts'
import { confirm } from '../context.ts'

export const customerErase = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: {},
  examples: ['portal customer erase john@example.com --yes'],
  notes: 'Only one without documents; those are the books, and books are kept.',
  async run(context, { customer: ref }) {
    const app = await context.app()
    const { id, name } = await showCustomer(app, ref)
    await confirm(context, `Delete ${name} and all that is known of them?`)
    await eraseCustomer(app, { customer: id })
    return {
      json: { id, name, erased: true },
      text: () => `Erased ${name}.`,
      next: 'portal customer list',
    }
  },
})
