import type { App } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { invalidInput, PortalError } from '../../domain/errors.ts'
import { type DocumentChanges, editDocument } from '../../usecases/edit-document.ts'
import { switchReminders } from '../../usecases/switch-reminders.ts'
import { type Command, defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { type DocumentCommand, nextStep, readDocument, readOwn } from '../document-outcome.ts'
import { globalOptions } from '../global-options.ts'
import { type ChosenInput, chosenInput } from '../input/chosen-input.ts'
import { documentOptions } from '../input/document-options.ts'
import { moneyWriter } from '../output/money.ts'

/** `estimate edit` and `invoice edit`: only what is given changes. */
export function documentEdit(command: DocumentCommand): Command {
  return defineCommand({
    arguments: { number: { says: `the ${command}'s number or id` } },
    options: {
      ...documentOptions,
      'no-reminders': { says: 'remind of it no more' },
      reminders: { says: 'remind of it again, also where the customer stopped it' },
    },
    examples: [
      command === 'invoice'
        ? 'portal invoice edit INV-001 --due-on 2025-02-15'
        : 'portal estimate edit EST-001 --valid-until 2025-03-01',
    ],
    notes:
      'Items given with --item or in a file replace all items there were. On a terminal, without options, it opens in your editor ($VISUAL, $EDITOR).',
    async run(context, { number }, { 'no-reminders': off, reminders: on, ...options }) {
      const switched = on || off
      if (on && off) throw eitherOr(command)
      const isBare = !switched && Object.keys(options).every((name) => name in globalOptions)
      if (isBare && !context.canAsk()) throw nothingSaid(command)
      const app = await context.app()
      const before = await readOwn(app, number, command)
      if (isBare) return editByHand(context, app, command, before)
      const input = await chosenInput(context, command, options, before.currency)
      if (!switched) checkNotEmpty(input, command)
      const changes = changesOf(input, before.number)
      if (input.problems.length > 0) throw invalidInput(input.problems)
      if (!switched || Object.keys(changes).length > 0) await editDocument(app, { number, changes })
      if (switched) await switchReminders(app, { number, reminders: on === true })
      return outcome(app, before)
    },
  })
}

async function editByHand(
  context: Context,
  app: App,
  command: DocumentCommand,
  before: DocumentJson,
): Promise<Outcome> {
  const { number } = before
  const { editDocumentText } = await import('../guide/edit-document.ts')
  if (await editDocumentText(context, app, { command, number }, changesOf)) {
    return outcome(app, before)
  }
  return { json: before, text: () => `${number} stays as it was.`, next: nextStep(before) }
}

async function outcome(app: App, before: DocumentJson): Promise<Outcome> {
  const document = await readDocument(app, before.id, { draft: true })
  const total = moneyWriter(app)(document.total_minor, document.currency)
  return {
    json: document,
    text: () => `Changed ${document.number}: ${total}.${linksShow(document, before)}`,
    next:
      document.version > before.version
        ? `portal send ${document.number} tells the customer`
        : nextStep(document),
  }
}

function eitherOr(command: DocumentCommand): PortalError {
  const hint = `See: portal ${command} edit --help`
  return new PortalError('usage', '--reminders and --no-reminders contradict each other.', hint)
}

function linksShow({ version, flags }: DocumentJson, before: DocumentJson): string {
  if (flags.includes('revision_draft')) {
    return ` Its links show version ${before.version} until you send this one.`
  }
  return version > before.version ? ` Its links show version ${version} from now on.` : ''
}

function checkNotEmpty({ drafts, problems }: ChosenInput, command: DocumentCommand): void {
  const isEmpty = drafts.every((draft) => Object.keys(draft).length <= 1) // the kind is always there
  if (isEmpty && problems.length === 0) throw nothingSaid(command)
}

function nothingSaid(command: DocumentCommand): PortalError {
  return new PortalError('usage', 'Say what to change.', `See: portal ${command} edit --help`)
}

/** What a file says beyond the content is either the same or a slip. */
function changesOf({ drafts, list, problems }: ChosenInput, number: string): DocumentChanges {
  const [draft = {} as ChosenInput['drafts'][number]] = drafts
  if (list) problems.push({ field: 'from', message: 'must hold one document, not a list' })
  const { customer, kind: _, number: given, relates_to, ...changes } = draft
  if (given !== undefined && given !== number) {
    problems.push({ field: 'number', message: `cannot change; it is ${number}` })
  }
  if (relates_to !== undefined) problems.push({ field: 'relates_to', message: 'cannot change' })
  if (typeof customer === 'object') {
    problems.push({ field: 'customer', message: 'must be an id, e-mail or exact name' })
  }
  return { ...changes, ...(typeof customer === 'string' ? { customer } : {}) }
}
