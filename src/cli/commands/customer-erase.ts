import { eraseCustomer } from '../../usecases/erase-customer.ts'
import { showCustomer } from '../../usecases/show-customer.ts'
import { defineCommand } from '../command.ts'
import { confirm } from '../context.ts'

export const customerErase = defineCommand({
  arguments: { customer: { says: 'id, e-mail or exact name' } },
  options: {},
  examples: ['portal customer erase john@example.com --yes'],
  notes:
    'Contact data goes, and what links and mails told of them; every link ends. Documents that were sent are the books: they are kept as they are, with the name and address printed on them, their payments, approvals and timelines. Refused while a document is open.',
  async run(context, { customer: ref }) {
    const app = await context.app()
    const { id, name } = await showCustomer(app, ref)
    await confirm(context, `Erase ${name} for good, but for the documents that are kept by law?`)
    const { kept } = await eraseCustomer(app, { customer: id })
    return {
      json: { id, name, erased: true, kept },
      text: ({ paint }) =>
        [
          `Erased ${name}.`,
          ...(kept.length > 0
            ? [
                `Kept as they were sent, because books are kept by law: ${kept.join(', ')}.`,
                paint.dim(
                  'Name and address stand on them; backups and exports from before hold the rest.',
                ),
              ]
            : []),
        ].join('\n'),
      next: 'portal customer list',
    }
  },
})
