import { type Books, today } from '../../app.ts'
import { isCivilDate } from '../../domain/dates.ts'
import type { Kind, ShownState } from '../../domain/document.ts'
import { documentJson } from '../../domain/document-json.ts'
import { invalidInput, type Problem } from '../../domain/errors.ts'
import { kindNoun } from '../../domain/nouns.ts'
import { shownStates } from '../../domain/standing.ts'
import { nearest } from '../../domain/text.ts'
import { type ListInput, listDocuments, listWholeDocuments } from '../../usecases/list-documents.ts'
import { receiptUrls } from '../../usecases/receipt-links.ts'
import { type Command, defineCommand, type OptionSpecs, type Options } from '../command.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { pageOf, pageOptions } from '../input/page-options.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'
import { documentList } from '../output/document-list.ts'

const listOptions = {
  state: { value: 'state', many: true, says: 'only these, as in overdue or sent,viewed' },
  customer: { value: 'who', says: 'id, e-mail or exact name' },
  since: { value: 'date', says: 'issued on this day or later' },
  until: { value: 'date', says: 'issued on this day or earlier' },
  search: { value: 'text', says: 'in number, customer name and e-mail' },
  'not-viewed-days': { value: 'days', says: 'sent so many days ago and not viewed' },
  ...pageOptions,
  sort: { value: 'by', says: 'number issued_on ends_on total customer updated; - in front: down' },
  'credit-notes': { says: 'list credit notes instead' },
} as const satisfies OptionSpecs

const { 'credit-notes': _, ...ofEstimates } = listOptions

/** `estimate list` and `invoice list`: light rows for people, whole documents for machines. */
export function listOfDocuments(command: DocumentCommand): Command {
  return defineCommand({
    arguments: {},
    options: command === 'invoice' ? listOptions : (ofEstimates as typeof listOptions),
    examples: [
      command === 'invoice'
        ? 'portal invoice list --state overdue --sort ends_on'
        : 'portal estimate list --state sent,viewed --not-viewed-days 2',
    ],
    async run(context, _, options) {
      const kind: Kind = options['credit-notes'] ? 'credit_note' : command
      const filter = filterOf(kind, options)
      const books = await context.books()
      if (context.globals.json)
        return { json: await listAsJson(books, filter), text: () => '', next: '' }
      const page = await listDocuments(books, filter)
      const [first] = page.items
      return {
        json: page,
        text: (paper) => documentList(books, { ...page, command, noun: kindNoun(kind) }, paper),
        next: `portal ${command} ${first ? `show ${first.number}` : 'create --customer … --item …'}`,
      }
    },
  })
}

async function listAsJson(books: Books, filter: ListInput) {
  const { items, total } = await listWholeDocuments(books, filter)
  const day = today(books)
  return {
    items: items.map(({ document, customer }) =>
      documentJson(document, customer, day, receiptUrls(books)),
    ),
    total,
  }
}

/** @throws PortalError invalid_input with everything that cannot be filtered by */
function filterOf(kind: Kind, options: Options<typeof listOptions>): ListInput {
  const problems: Problem[] = []
  const filter: ListInput = { kind, ...pageOf(options) }
  for (const name of ['since', 'until'] as const) {
    const date = options[name]
    if (date === undefined) continue
    filter[name] = date
    if (!isCivilDate(date))
      problems.push({ field: name, message: `"${date}" is not a date such as 2025-01-31` })
  }
  if (options.state) filter.states = options.state.flatMap((one) => statesOf(kind, one, problems))
  if (problems.length > 0) throw invalidInput(problems)
  const days = options['not-viewed-days']
  if (days !== undefined) filter.not_viewed_days = wholeNumberOption('not_viewed_days', days)
  const { customer, search, sort } = options
  return {
    ...filter,
    ...(customer === undefined ? {} : { customer }),
    ...(search === undefined ? {} : { search }),
    ...(sort === undefined ? {} : { sort }),
  }
}

function statesOf(kind: Kind, text: string, problems: Problem[]): ShownState[] {
  const known: readonly ShownState[] = shownStates[kind]
  return text.split(',').flatMap((word) => {
    const wanted = word.trim().replaceAll(/[ -]/g, '_')
    const state = known.find((one) => one === wanted)
    if (state) return [state]
    const meant = nearest(wanted, known)
    const help = meant ? `did you mean ${meant}?` : `there are: ${known.join(', ')}`
    problems.push({ field: 'state', message: `"${word}" is no state; ${help}` })
    return []
  })
}
