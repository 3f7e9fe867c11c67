import type { App } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { formatDate } from '../../domain/format.ts'
import { kindNoun } from '../../domain/nouns.ts'
import { createDocuments } from '../../usecases/create-documents.ts'
import { type SendResult, sendDocuments } from '../../usecases/send-documents.ts'
import { type Command, defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { type DocumentCommand, nextStep, readDocument } from '../document-outcome.ts'
import type { CreateOptions } from '../guide/draft-of-answers.ts'
import { chosenInput } from '../input/chosen-input.ts'
import { documentOptions } from '../input/document-options.ts'
import { moneyWriter } from '../output/money.ts'
import { mailFolder, sentLines } from '../output/sent-lines.ts'

/** `estimate create` and `invoice create`: from options, or from a file with one document or a list. */
export function documentCreate(command: DocumentCommand): Command {
  return defineCommand({
    arguments: {},
    options: {
      ...documentOptions,
      number: { value: 'number', says: 'your own, instead of the next one' },
      send: { says: 'send it by mail at once' },
    },
    examples: examples[command],
    notes:
      'On a terminal, what is missing is asked for, and nothing is written before you say yes.',
    async run(context, _, given) {
      const app = await context.app()
      const guided = await guide(context, app, command, given)
      const { send, ...options } = guided?.options ?? given
      const input = await chosenInput(context, command, options)
      const drafts = input.drafts.map((draft) => ({ items: [], ...draft }))
      const created = await createDocuments(app, { ...input, drafts })
      const numbers = created.map(({ number }) => number)
      const sending = send ? await sendDocuments(app, { numbers }) : undefined
      const documents: DocumentJson[] = []
      for (const number of numbers) documents.push(await readDocument(app, number))
      return outcome(app, documents, { list: input.list, sending, line: guided?.line })
    },
  })
}

const examples = {
  invoice: [
    'portal invoice create --customer "John Smith" --item "Labor|40|65|hrs" --tax Tax:8 --due-on 2025-01-30',
    'portal invoice create --from invoice.yml --send',
  ],
  estimate: [
    'portal estimate create --customer john@example.com --item "Kitchen|1|5000" --deposit 50%',
    'portal estimate create --from estimate.yml --send',
  ],
} as const satisfies Record<DocumentCommand, readonly string[]>

/** Asks where somebody sits at the terminal and has not said all that is needed. */
async function guide(context: Context, app: App, command: DocumentCommand, given: CreateOptions) {
  const isWhole = given.customer !== undefined && given.item !== undefined
  if (isWhole || given.from !== undefined || !context.canAsk()) return undefined
  const { guideDocument } = await import('../guide/guide-document.ts')
  return guideDocument(context, app, command, given)
}

function outcome(
  app: App,
  documents: DocumentJson[],
  {
    list,
    sending,
    line,
  }: { list: boolean; sending: SendResult[] | undefined; line: string | undefined },
): Outcome {
  const [first] = documents
  const json = list ? { items: documents, total: documents.length } : first
  const refused = sending?.some(({ ok }) => !ok) ?? false
  const single = documents.length === 1 ? first : undefined
  return {
    json: sending ? { ...json, results: sending } : json,
    text: (paper) =>
      [
        ...documents.map((document) => created(app, document)),
        ...(sending ?? []).map((result) => sentLines(result, paper, mailFolder(app.config))),
        ...(line === undefined ? [] : [paper.paint.dim(`The same in one line: ${line}`)]),
      ].join('\n'),
    exit_code: refused ? 1 : 0,
    next: single ? nextStep(single) : 'portal status',
  }
}

function created(app: App, document: DocumentJson): string {
  const { kind, number, customer, total_minor, currency, due_on, valid_until_on } = document
  const { locale } = app.config.business
  const dates = [
    due_on ? `, due ${formatDate(due_on, locale)}` : '',
    valid_until_on ? `, valid until ${formatDate(valid_until_on, locale)}` : '',
  ].join('')
  const total = moneyWriter(app)(total_minor, currency)
  return `Created ${kindNoun(kind)} ${number} for ${customer.name}: ${total}${dates}.`
}
