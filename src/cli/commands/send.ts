import { PortalError } from '../../domain/errors.ts'
import { type SendInput, type SendResult, sendDocuments } from '../../usecases/send-documents.ts'
import { defineCommand, type OptionSpecs, type Options } from '../command.ts'
import { confirmReplacing } from '../confirm-replacing.ts'
import { withProgress } from '../output/progress.ts'
import { mailFolder, sentLines } from '../output/sent-lines.ts'

const sendOptions = {
  to: { value: 'address', says: 'instead of the customer’s address' },
  cc: { value: 'address', many: true, says: 'a copy; once for each' },
  'own-links': { says: 'whoever gets a copy gets a mail and a link of their own' },
  message: { value: 'text', says: 'a few words of your own in the mail' },
  test: { says: 'only to you, to see how it looks' },
  'attach-pdf': { says: 'attach the PDF' },
  queue: { says: 'only put it into the outbox' },
  'revoke-old': { says: 'earlier links of the document stop working' },
  'dry-run': { says: 'show the mail, send nothing' },
} as const satisfies OptionSpecs

export const send = defineCommand({
  arguments: { number: { many: true, says: 'estimates and invoices by their numbers' } },
  options: sendOptions,
  examples: [
    'portal send INV-001',
    'portal send INV-001 INV-002 --message "Thank you!"',
    'portal send INV-001 --cc books@example.com --own-links',
  ],
  notes:
    'A draft becomes sent by it. Each mail has a link of its own. A copy shares it, or with --own-links is seen and revoked by itself.',
  async run(context, { number: numbers }, options) {
    const app = await context.app()
    if (!options['dry-run'] && !options.test) {
      for (const number of numbers) await confirmReplacing(context, app, number)
    }
    const results = await withProgress(context, 'Mails', (on_progress) =>
      sendDocuments(app, inputOf(numbers, options), on_progress),
    )
    const refused = results.filter(({ ok }) => !ok)
    if (refused.length === results.length) throwIfNoneExists(refused)
    const [first] = results
    const waits = results.some(({ outbox }) => outbox === 'pending')
    return {
      json: { results },
      text: (paper) =>
        results.map((result) => sentLines(result, paper, mailFolder(app.config))).join('\n'),
      exit_code: refused.length > 0 ? 1 : 0,
      next: waits ? 'portal cron outbox' : `portal timeline ${first?.number ?? '…'}`,
    }
  },
})

function inputOf(numbers: string[], options: Options<typeof sendOptions>): SendInput {
  const { to, cc, message, test, queue } = options
  return {
    numbers,
    ...(to === undefined ? {} : { to }),
    ...(cc === undefined ? {} : { cc }),
    ...(message === undefined ? {} : { message }),
    ...(options['attach-pdf'] ? { attach_pdf: true } : {}),
    own_links: options['own-links'] ?? false,
    test: test ?? false,
    queue: queue ?? false,
    revoke_old: options['revoke-old'] ?? false,
    dry_run: options['dry-run'] ?? false,
  }
}

/** Nothing that was named is there: that is like any other number that is not found. */
function throwIfNoneExists(refused: SendResult[]): void {
  const [error] = refused.flatMap((result) => result.error ?? [])
  if (!error || !refused.every((result) => result.error?.code === 'not_found')) return
  throw new PortalError('not_found', error.message, error.hint)
}
