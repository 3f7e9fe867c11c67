import type { App } from '../app.ts'
import {
  type CatalogueDraft,
  type CatalogueItem,
  composeCatalogueItem,
} from '../domain/catalogue.ts'
import { PortalError } from '../domain/errors.ts'
import type { Trx } from '../store/db.ts'
import { findItem, insertItem } from '../store/items.ts'

/**
 * Puts an item into the catalogue.
 * @throws PortalError invalid_input with all problems at once, conflict when its code is taken
 */
export async function createItem(app: App, draft: CatalogueDraft): Promise<CatalogueItem> {
  const fields = composeCatalogueItem(draft, app.config.business)
  const now = app.clock.now().toISOString()
  const item = {
    id: app.ids.next('itm'),
    ...fields,
    archived_at: null,
    created_at: now,
    updated_at: now,
  }
  await app.db.write(async (trx) => {
    await checkFree(trx, item)
    await insertItem(trx, item)
  })
  return item
}

/** @throws PortalError conflict when another item has this code */
export async function checkFree(trx: Trx, { id, code }: CatalogueItem): Promise<void> {
  const taken = await findItem(trx, code)
  if (!taken || taken.id === id) return
  const hint = taken.archived_at
    ? `It is archived; bring it back with: portal item archive ${taken.code} --restore`
    : `Change it with: portal item edit ${taken.code}`
  throw new PortalError('conflict', `There is an item ${taken.code} already.`, hint)
}
