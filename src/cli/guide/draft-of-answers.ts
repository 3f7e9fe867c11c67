import type { Context } from '../context.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { chosenInput } from '../input/chosen-input.ts'
import type { DocumentOptions } from '../input/document-options.ts'

/** What was answered so far: the options that it could have been. */
export type CreateOptions = DocumentOptions & { number?: string; send?: boolean }

/** The document that the answers describe, and what is not written as it must be. */
export async function draftOfAnswers(
  context: Context,
  command: DocumentCommand,
  { send: _, ...options }: CreateOptions,
) {
  const { drafts, problems } = await chosenInput(context, command, options)
  return { draft: { items: [], kind: command, ...drafts[0] }, problems }
}
