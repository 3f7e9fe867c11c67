/**
 * For which kind of host the static pages are: `live` where action paths are handed on to `portal serve`,
 * `read_only` where they cannot be, so that pages have no actions and say as of when they hold.
 */
export type PageMode = 'live' | 'read_only'

/** What pages of a look are noted with; those of one mode never pass for those of the other. */
export function pageFingerprint(look: string, mode: PageMode): string {
  return mode === 'live' ? look : `${look}:${mode}`
}
