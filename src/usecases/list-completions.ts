import type { Books } from '../app.ts'
import {
  type Completion,
  type CompletionKind,
  completionKinds,
  listCompletions as listStored,
} from '../store/completions.ts'

export { type Completion, type CompletionKind, completionKinds }

/** What a shell may offer in the place of a document, a customer, an item. */
export function listCompletions(books: Books, kind: CompletionKind): Promise<Completion[]> {
  return listStored(books.db.read, kind)
}
