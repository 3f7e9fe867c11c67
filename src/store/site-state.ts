import type { Instant } from '../domain/document.ts'
import type { PageMode } from '../domain/page-mode.ts'
import type { Trx } from './db.ts'
import { fragment, type Source, select } from './fragment.ts'

/** What lies under `site/`; absent until the first `build`. */
export type SiteState = {
  mode: PageMode
  /** The renderer's fingerprint that all pages had when a build last ended; empty while one is under way. */
  look: string
  /** When a page was written last, by whomever; in the future after a clock that was ahead has been set back. */
  built_at: Instant
}

/** The state that the last build left. */
export async function findSiteState(r: Source): Promise<SiteState | undefined> {
  const [row] = await select<SiteState>(r, fragment`SELECT mode, look, built_at FROM site`)
  return row
}

/** Notes that a build begins (with an empty look) or has ended; from then on others write in its mode. */
export async function putSiteState(trx: Trx, state: SiteState): Promise<void> {
  await trx
    .insertInto('site')
    .values({ id: 1, ...state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
    .execute()
}

/** Notes that pages are written at this instant. */
export async function noteWritten(trx: Trx, at: Instant): Promise<void> {
  await select(trx, fragment`UPDATE site SET built_at = ${at} WHERE built_at < ${at}`)
}
