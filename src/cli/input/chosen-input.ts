import { PortalError } from '../../domain/errors.ts'
import type { Context } from '../context.ts'
import { type FileContent, readDocuments } from './document-file.ts'
import { type DocumentOptions, documentOptions, draftFromOptions } from './document-options.ts'
import { readInput } from './read-input.ts'

/**
 * What the owner entered, from a file or from options.
 * @throws PortalError usage when both are given
 */
export async function chosenInput(
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
