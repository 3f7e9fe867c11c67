import type { DocumentJson } from '../../domain/document-json.ts'
import { decideDocument } from '../../usecases/decide-document.ts'
import { type Command, defineCommand } from '../command.ts'
import { confirm } from '../context.ts'
import { type DocumentCommand, nextStep, readDocument, readOwn } from '../document-outcome.ts'

type Decision = {
  /** Asked first when it cannot be taken back; nothing for the rest. */
  question?(document: DocumentJson): string
  done(document: DocumentJson): string
}

const decisions = {
  void: {
    question: ({ number, customer }) => `Cancel ${number} for ${customer.name} for good?`,
    done: ({ number }) => `${number} is void: nothing is due on it, and its links say so.`,
  },
  uncollectible: {
    done: ({ number }) => `${number} is given up as uncollectible.`,
  },
  reopen: {
    done: ({ number, state }) => `${number} is open again: ${state.replaceAll('_', ' ')}.`,
  },
} as const satisfies Record<string, Decision>

/** `void`, `reopen`, and for invoices `uncollectible`. */
export function documentDecide(
  command: DocumentCommand,
  decision: keyof typeof decisions,
): Command {
  const { question, done }: Decision = decisions[decision]
  return defineCommand({
    arguments: { number: { says: `the ${command}'s number or id` } },
    options: {},
    examples: [
      `portal ${command} ${decision} ${command === 'invoice' ? 'INV-001' : 'EST-001'}${question ? ' --yes' : ''}`,
    ],
    async run(context, { number }) {
      const app = await context.app()
      const before = await readOwn(app, number, command)
      if (question && before.state !== decision) await confirm(context, question(before))
      await decideDocument(app, { number: before.number, decision })
      const document = await readDocument(app, before.id)
      return { json: document, text: () => done(document), next: nextStep(document) }
    },
  })
}
