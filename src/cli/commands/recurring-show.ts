import { showRecurring } from '../../usecases/list-recurring.ts'
import { defineCommand } from '../command.ts'
import { recurringJson, recurringView } from '../output/recurring-view.ts'

export const recurringShow = defineCommand({
  arguments: { recurring: { says: 'its id, or a customer who has only one' } },
  options: {},
  examples: ['portal recurring show john@example.com'],
  async run(context, { recurring: ref }) {
    const books = await context.books()
    const shown = await showRecurring(books, ref)
    const { id, state } = shown.recurring
    const verb = { active: 'edit', paused: 'resume', ended: 'list --ended' }[state]
    return {
      json: { ...recurringJson(shown.recurring), ...shown.forecast, periods: shown.periods },
      text: (paper) => recurringView(books, shown, paper),
      next: state === 'ended' ? `portal recurring ${verb}` : `portal recurring ${verb} ${id}`,
    }
  },
})
