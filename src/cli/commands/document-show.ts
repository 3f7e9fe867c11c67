import type { DocumentJson } from '../../domain/document-json.ts'
import type { PaymentConcerns } from '../../store/payment-concerns.ts'
import { showApproval } from '../../usecases/show-approval.ts'
import { showConcerns } from '../../usecases/show-concerns.ts'
import { showLooks } from '../../usecases/show-looks.ts'
import { showReminders } from '../../usecases/show-reminders.ts'
import { type Command, defineCommand } from '../command.ts'
import { type DocumentCommand, nextStep, readOwn } from '../document-outcome.ts'
import { approvalLines } from '../output/approval-lines.ts'
import { concernLines } from '../output/concern-lines.ts'
import { documentView } from '../output/document-view.ts'
import { lookLines } from '../output/look-lines.ts'
import { reminderLines } from '../output/reminder-lines.ts'

/** `estimate show` and `invoice show`. */
export function documentShow(command: DocumentCommand): Command {
  return defineCommand({
    arguments: { number: { says: `the ${command}'s number or id` } },
    options: { draft: { says: 'the new version that was not sent yet' } },
    examples: [`portal ${command} show ${command === 'invoice' ? 'INV-001' : 'EST-001'}`],
    async run(context, { number }, { draft = false }) {
      const books = await context.books()
      const document = await readOwn(books, number, command, { draft })
      const concerns = await showConcerns(books, document.id)
      const looks = await showLooks(books, document.id)
      const reminders = await showReminders(books, document.id)
      const approval = document.approval ? await showApproval(books, document) : undefined
      return {
        json: document,
        text: (paper) =>
          [
            documentView(books, document, paper),
            ...(approval ? ['', ...approvalLines(books, approval, paper.paint)] : []),
            ...lookLines(looks, books.config.business.time_zone, paper),
            ...concernLines(books, concerns, paper),
            ...reminderLines(books, reminders, paper.paint),
          ].join('\n'),
        next: nextOf(document, concerns),
      }
    },
  })
}

/** What is being given back already is not to be given back again. */
function nextOf(document: DocumentJson, { overpaid }: PaymentConcerns): string {
  const isRefunding = document.state === 'overpaid' && overpaid.length === 0
  return isRefunding
    ? 'portal reconcile, to see whether the refund went through'
    : nextStep(document)
}
