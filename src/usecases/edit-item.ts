import type { App } from '../app.ts'
import {
  type CatalogueDraft,
  type CatalogueItem,
  composeCatalogueItem,
} from '../domain/catalogue.ts'
import { getItem, updateItem } from '../store/items.ts'
import { checkFree } from './create-item.ts'

/** Changes an item, or takes it out of the catalogue. Documents made with it stay as they are. */
export async function editItem(
  app: App,
  {
    item: ref,
    changes = {},
    archived,
  }: { item: string; changes?: CatalogueDraft; archived?: boolean },
): Promise<CatalogueItem> {
  return app.db.write(async (trx) => {
    const item = await getItem(trx, ref)
    const now = app.clock.now().toISOString()
    const fields = composeCatalogueItem({ ...item, ...changes }, app.config.business)
    const isArchived = archived ?? item.archived_at !== null
    const archived_at = isArchived ? (item.archived_at ?? now) : null
    const edited = { ...item, ...fields, archived_at, updated_at: now }
    await checkFree(trx, edited)
    await updateItem(trx, edited)
    return edited
  })
}
