import { deleteRecurring } from '../../usecases/delete-recurring.ts'
import { recurringId, showRecurring } from '../../usecases/list-recurring.ts'
import { defineCommand } from '../command.ts'
import { confirm } from '../context.ts'

export const recurringDelete = defineCommand({
  arguments: { recurring: { says: 'its id, or a customer who has only one' } },
  options: {},
  examples: ['portal recurring delete john@example.com --yes'],
  notes: 'Only before its first invoice. Later: portal recurring end.',
  async run(context, { recurring: ref }) {
    const app = await context.app()
    const id = await recurringId(app, ref)
    const { recurring } = await showRecurring(app, id)
    await confirm(context, `Delete ${id} for ${recurring.customer_name}?`)
    await deleteRecurring(app, id)
    return {
      json: { id, deleted: true },
      text: () => `Deleted ${id}. No invoice was made of it.`,
      next: 'portal recurring list',
    }
  },
})
