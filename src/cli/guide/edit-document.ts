import type { App } from '../../app.ts'
import { draftOf } from '../../domain/compose.ts'
import type { Content } from '../../domain/document.ts'
import { invalidInput } from '../../domain/errors.ts'
import { fileName } from '../../domain/file-name.ts'
import { type DocumentChanges, editDocument } from '../../usecases/edit-document.ts'
import { showDocument } from '../../usecases/show-document.ts'
import type { Context } from '../context.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { type ChosenInput, fillDrafts } from '../input/chosen-input.ts'
import { readDocuments } from '../input/document-file.ts'
import { parseText } from '../input/parse-text.ts'
import { editText } from './edit-text.ts'
import { type YamlField, yamlLines } from './yaml-lines.ts'

/**
 * Opens a document in the owner's editor and writes what was changed.
 * @param changesOf what an input means for this document
 * @returns false when nothing was changed
 */
export async function editDocumentText(
  context: Context,
  app: App,
  { command, number }: { command: DocumentCommand; number: string },
  changesOf: (input: ChosenInput, number: string) => DocumentChanges,
): Promise<boolean> {
  const { document } = await showDocument(app, number, { draft: true })
  const { content } = document
  const text = await yamlLines(head(document.number), fields(content, document.customer_id))
  const read = async (written: string) => {
    const entered = readDocuments(await parseText(written, ''), command)
    return fillDrafts(context, entered, content.currency)
  }
  const before = changesOf(await read(text), document.number)
  const done = await editText(
    context,
    { name: fileName(document.number, 'yml'), text },
    async (written) => {
      const input = await read(written)
      const changes = different(before, changesOf(input, document.number))
      if (input.problems.length > 0) throw invalidInput(input.problems)
      await editDocument(app, { number: document.id, changes })
      return true
    },
  )
  return done === true
}

function head(number: string): string {
  return [
    `${number}: change what you like, save, and leave the editor.`,
    'Leave it as it is, or empty, to change nothing.',
    'A field that you take out stays as it was.',
    'An item may name one of your catalogue: - { code: labor, quantity: 2 }',
  ].join('\n')
}

/** Only the fields that differ: what is not touched is not decided anew. */
function different(before: DocumentChanges, after: DocumentChanges): DocumentChanges {
  const known = before as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name]),
    ),
  )
}

function fields(content: Content, customerId: string): YamlField[] {
  const { kind, items, taxes, ...rest } = draftOf(content)
  const all = taxes?.length ?? 0
  const shown = items.map(({ unit, discount, taxes: own, ...item }) => ({
    ...item,
    ...(unit ? { unit } : {}),
    ...(own && own.length !== all ? { taxes: own } : {}),
    ...(discount ? { discount } : {}),
  }))
  const end: YamlField[] =
    kind === 'invoice'
      ? [['due_on', 'the day by which it is to be paid', rest.due_on]]
      : kind === 'estimate'
        ? [
            ['valid_until_on', 'the last day on which it holds', rest.valid_until_on],
            ['deposit', '{ percent: 50 } or { fixed: 500.00 }; null for none', rest.deposit],
          ]
        : []
  return [
    ['customer', 'id, e-mail or exact name; only a draft can change it', customerId],
    ['issued_on', 'the date that it bears', rest.issued_on],
    ...end,
    ['currency', 'as in USD', rest.currency],
    [
      'items',
      'description, quantity, unit, unit_price, discount, taxes (all when left out)',
      shown,
    ],
    ['taxes', 'id, name, and rate in percent; [] for none', taxes],
    ['prices_include_tax', 'whether the prices above include the taxes', rest.prices_include_tax],
    [
      'discount',
      'off the subtotal: { percent: 10 } or { fixed: 25.00 }; null for none',
      rest.discount,
    ],
    ['terms', 'printed at the end', rest.terms],
    ['notes', 'a note to the customer', rest.notes],
    ['online_pay', 'whether it can be paid online', rest.online_pay],
    ['locale', 'language and formats, as in en-US', rest.locale],
  ]
}
