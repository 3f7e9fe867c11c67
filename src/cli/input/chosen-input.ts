import type { ItemDraft } from '../../domain/draft.ts'
import { PortalError } from '../../domain/errors.ts'
import type { Context } from '../context.ts'
import type { FileDraft } from './document-fields.ts'
import { type FileContent, readDocuments } from './document-file.ts'
import { type DocumentOptions, documentOptions, draftFromOptions } from './document-options.ts'
import { readInput } from './read-input.ts'

/** What was entered, with its lines in full. */
export type ChosenInput = FileContent<Omit<FileDraft, 'items'> & { items?: ItemDraft[] }>

/**
 * What the owner entered, from a file or from options; lines that name an item are filled in from the
 * catalogue.
 * @param currency of the document, where it is known; of prices in the catalogue
 * @throws PortalError usage when both are given
 */
export async function chosenInput(
  context: Context,
  command: 'estimate' | 'invoice',
  options: DocumentOptions & { number?: string },
  currency?: string,
): Promise<ChosenInput> {
  return fillDrafts(context, await enteredInput(context, command, options), currency)
}

/** What was entered, with its lines that name an item filled in from the catalogue. */
export async function fillDrafts(
  context: Context,
  input: FileContent,
  currency?: string,
): Promise<ChosenInput> {
  const problems = [...input.problems]
  const drafts: ChosenInput['drafts'] = []
  for (const [i, { items, ...draft }] of input.drafts.entries()) {
    if (!items?.some((item) => 'code' in item)) {
      drafts.push({ ...draft, ...(items ? { items: items as ItemDraft[] } : {}) })
      continue
    }
    const { fillItems } = await import('../../usecases/fill-items.ts')
    const filled = await fillItems(await context.app(), items, draft.currency ?? currency)
    drafts.push({ ...draft, items: filled.items })
    const prefix = input.list ? `[${i}].` : ''
    problems.push(...filled.problems.map((one) => ({ ...one, field: prefix + one.field })))
  }
  return { ...input, drafts, problems }
}

async function enteredInput(
  context: Context,
  command: 'estimate' | 'invoice',
  options: DocumentOptions & { number?: string },
): Promise<FileContent> {
  if (options.from === undefined) {
    const { draft, problems } = draftFromOptions(options)
    const number = options.number === undefined ? {} : { number: options.number }
    return { drafts: [{ ...draft, ...number, kind: command }], list: false, problems }
  }
  const names = [...Object.keys(documentOptions), 'number'] as (keyof typeof options)[]
  const beside = names.find((name) => name !== 'from' && options[name] !== undefined)
  if (beside) {
    const message = `--from and --${beside} cannot be used together.`
    throw new PortalError('usage', message, 'Write it into the file, or leave out --from.')
  }
  return readDocuments(await readInput(context, options.from), command)
}
