/**
 * Whose look counts, where processes know different ones: after a change of config.yml, of a theme or of the program
 * a server that runs since before must not give all pages its old look back, minute by minute.
 */
import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import type { Site } from '../ports/site.ts'
import { findSiteState, putSiteState, type SiteState } from '../store/site-state.ts'
import { writeCommonFiles } from './common-files.ts'
import { removeOldAssets } from './remove-orphans.ts'

type Memory = { first: string | undefined; is_told: boolean }

const memories = new WeakMap<Site, Memory>()

/**
 * Whether another process has given the pages a look since this one looked at them first, or is about to: then
 * that one is newer. Said once, for only a new start helps.
 */
export function isLookOutdated(app: App, state: SiteState | undefined, look: string): boolean {
  const memory = memories.get(app.site) ?? { first: state?.look, is_told: false }
  memories.set(app.site, memory)
  if (!state || state.look === look || state.look === memory.first) return false
  if (state.look !== '' && !memory.is_told) {
    memory.is_told = true
    app.unshown(outdated())
  }
  return true
}

function outdated(): PortalError {
  return new PortalError(
    'conflict',
    'config.yml, the theme or the program has changed since this process began.',
    'Start it again, such as by: systemctl restart portal',
  )
}

/** Ends a change of look, once all pages have the new one: as a build does, unless one has begun meanwhile. */
export async function settleLook(app: App, before: SiteState, look: string): Promise<void> {
  const isNew = before.look !== look
  if (isNew) await writeCommonFiles(app)
  if (!isNew && (await removeOldAssets(app, true)) === 0) return
  await app.db.write(async (trx) => {
    const state = await findSiteState(trx)
    if (state?.look !== before.look || state.mode !== before.mode) return
    await removeOldAssets(app, false)
    await putSiteState(trx, { ...state, look })
  })
}
