import { archiveCustomer } from '../../usecases/archive-customer.ts'
import { defineCommand } from '../command.ts'
import { customerJson } from '../output/customer-json.ts'

export const customerArchive = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: { restore: { says: 'bring back one that was archived' } },
  examples: ['portal customer archive john@example.com'],
  notes: 'Archived customers are left out of lists; their documents and links stay.',
  async run(context, { customer: ref }, { restore = false }) {
    const customer = await archiveCustomer(await context.app(), { customer: ref, restore })
    const { name, id } = customer
    return {
      json: customerJson(customer),
      text: () => (restore ? `${name} is back in the lists.` : `${name} is archived.`),
      next: restore ? `portal customer show ${id}` : `portal customer archive ${id} --restore`,
    }
  },
})
