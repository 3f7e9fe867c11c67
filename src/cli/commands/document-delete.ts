import { deleteDocument } from '../../usecases/delete-document.ts'
import { type Command, defineCommand } from '../command.ts'
import { confirm } from '../context.ts'
import { type DocumentCommand, readOwn } from '../document-outcome.ts'

/** `estimate delete` and `invoice delete`: a draft, or the revision in progress of what was sent. */
export function documentDelete(command: DocumentCommand): Command {
  return defineCommand({
    arguments: { number: { says: `the draft's number or id` } },
    options: {},
    examples: [`portal ${command} delete ${command === 'invoice' ? 'INV-002' : 'EST-002'} --yes`],
    async run(context, { number }) {
      const app = await context.app()
      const { number: found, customer, state, flags } = await readOwn(app, number, command)
      if (state === 'draft') await confirm(context, `Delete ${found} for ${customer.name}?`)
      else if (flags.includes('revision_draft')) {
        await confirm(context, `Give up the revision of ${found} that is in progress?`)
      }
      const deleted = await deleteDocument(app, { number: found })
      return {
        json: { number: deleted.number, deleted: true },
        text: () =>
          deleted.deleted === 'revision'
            ? `Gave up the revision of ${deleted.number}; its links show what they showed before.`
            : `Deleted ${deleted.number}. Its number is not given again.`,
        next: `portal ${command} list`,
      }
    },
  })
}
