import { latestBefore } from '../domain/clock-set-back.ts'
import type { Instant } from '../domain/document.ts'
import type { SiteState } from '../store/site-state.ts'

/** When pages were written last, if that was while the clock was ahead; then all are to be written anew. */
export function writtenAheadAt(state: SiteState | undefined, now: Instant): Instant | null {
  return state && state.built_at > latestBefore(now) ? state.built_at : null
}
