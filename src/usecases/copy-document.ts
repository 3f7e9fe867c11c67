import type { App } from '../app.ts'
import { draftOf } from '../domain/compose.ts'
import type { Document } from '../domain/document.ts'
import { getDocument } from '../store/documents.ts'
import { createDocuments } from './create-documents.ts'

/** Makes a new draft with the same items, taxes and terms, dated today; dates follow the defaults. */
export async function copyDocument(app: App, { number }: { number: string }): Promise<Document> {
  const document = await getDocument(app.db.read, number)
  const { issued_on, due_on, valid_until_on, ...rest } = draftOf(document.content)
  const draft = { ...rest, customer: document.customer_id }
  const related = document.relates_to ? { relates_to: document.relates_to } : {}
  const [copy] = await createDocuments(app, { drafts: [{ ...draft, ...related }] })
  if (!copy) throw new Error(`copying ${number} made no document`)
  return copy
}
