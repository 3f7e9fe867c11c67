import { changeRecurring, type RecurringVerb } from '../../usecases/change-recurring.ts'
import { recurringId, showRecurring } from '../../usecases/list-recurring.ts'
import { type Command, defineCommand } from '../command.ts'
import { confirm } from '../context.ts'
import { recurringJson } from '../output/recurring-view.ts'

const done = {
  pause: 'is paused: nothing is made of it until it is resumed, nor for that time later',
  resume: 'goes on',
  end: 'has ended; the invoices it made stay',
} as const satisfies Record<RecurringVerb, string>

const notes = {
  pause: 'What was due before the pause is made when it goes on.',
  resume: 'What fell into the pause is not made up for.',
  end: 'It cannot be resumed; the invoices it made stay as they are.',
} as const satisfies Record<RecurringVerb, string>

/** `recurring pause`, `resume` and `end`. */
export function recurringChange(verb: RecurringVerb): Command {
  return defineCommand({
    arguments: { recurring: { says: 'its id, or a customer who has only one' } },
    options: {},
    examples: [`portal recurring ${verb} john@example.com${verb === 'end' ? ' --yes' : ''}`],
    notes: notes[verb],
    async run(context, { recurring: ref }) {
      const app = await context.app()
      const id = await recurringId(app, ref)
      if (verb === 'end') await confirm(context, `End ${id} for good?`)
      await changeRecurring(app, { id, verb })
      const { recurring } = await showRecurring(app, id)
      const { next_on, state, customer_name } = recurring
      const next = state === 'active' && next_on ? `: next on ${next_on}` : ''
      return {
        json: recurringJson(recurring),
        text: () => `${id} for ${customer_name} ${done[verb]}${next}.`,
        next: verb === 'pause' ? `portal recurring resume ${id}` : 'portal recurring list',
      }
    },
  })
}
