import type { Kind } from '../../domain/document.ts'
import { invalidInput, type Problem } from '../../domain/errors.ts'
import { kindNoun } from '../../domain/nouns.ts'
import { documentFields, type FileDraft } from './document-fields.ts'

export type FileContent<Draft = FileDraft> = {
  drafts: (Draft & { kind: Kind })[]
  /** Whether it was a list: problems then name the place in it, and the result is a list too. */
  list: boolean
  problems: Problem[]
}

/** Reads one document or a list of them, and says all that has the wrong shape. */
export function readDocuments(input: unknown, command: 'estimate' | 'invoice'): FileContent {
  const list = Array.isArray(input)
  const problems: Problem[] = []
  const drafts = (list ? input : [input]).map((one, i) => {
    const prefix = list ? `[${i}].` : ''
    const report = (field: string, message: string) => {
      problems.push({
        field: field === '' ? prefix.slice(0, -1) || 'from' : prefix + field,
        message,
      })
    }
    if (one === null) report('', 'must be a mapping of names to values')
    const draft = documentFields(one, '', report)
    const { kind = command } = draft ?? {}
    if (!fits(kind, command)) {
      report('kind', `is ${kindNoun(kind)}, but the command is for ${command}s`)
    }
    return { ...draft, kind }
  })
  if (list && drafts.length === 0) throw invalidInput([{ field: 'from', message: 'lists nothing' }])
  return { drafts, list, problems }
}

/** Credit notes are entered beside invoices. */
function fits(kind: Kind, command: 'estimate' | 'invoice'): boolean {
  return kind === command || (kind === 'credit_note' && command === 'invoice')
}
