import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { kindCommand } from '../domain/nouns.ts'
import { deleteDocument as deleteStored, getDocument } from '../store/documents.ts'

/**
 * Deletes a draft that nobody has seen. Its number stays taken, so no number ever means two things.
 * @throws PortalError wrong_state for anything that was sent
 */
export async function deleteDocument(
  app: App,
  { number }: { number: string },
): Promise<{ number: string }> {
  return app.db.write(async (trx) => {
    const document = await getDocument(trx, number)
    if (document.state !== 'draft') {
      throw new PortalError(
        'wrong_state',
        `${document.number} is ${document.state}: only a draft is deleted.`,
        `Cancel it instead: portal ${kindCommand(document.kind)} void ${document.number}`,
      )
    }
    await deleteStored(trx, document.id)
    return { number: document.number }
  })
}
