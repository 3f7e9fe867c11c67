/** Rendered pages in memory, each for exactly one state of its link and its document. */
import type { Instant } from '../domain/document.ts'
import { type Body, createBody } from './body.ts'
import type { Encoding } from './encoding.ts'

/** A page holds for one token of a link and one generation of its document. */
export type PageKey = { share_id: string; rotation: number; generation: number }

export type KeptPage = {
  body: Body
  /** Response headers by encoding, kept as the fast path sends them. */
  heads: Map<Encoding, string[]>
}

export type PageCache = {
  /** The page, unless it was rendered for another state or a date has passed since. */
  find(key: PageKey, now: Instant): KeptPage | undefined
  put(
    key: PageKey,
    page: { html: Buffer; rendered_at: Instant; fresh_until_at: Instant | null },
  ): KeptPage
}

/** Bytes of pages to keep; some thousand pages, well within the 150 MB that `serve` may take. */
const mostBytes = 32 * 1024 * 1024
/** A page with its br and gzip forms is less than this many times its size. */
const formsFactor = 1.5

type Entry = KeptPage & {
  key: PageKey
  rendered_at: Instant
  fresh_until_at: Instant | null
  bytes: number
}

export function createPageCache(limitBytes: number = mostBytes): PageCache {
  const entries = new Map<string, Entry>()
  let total = 0
  const drop = (entry: Entry) => {
    entries.delete(entry.key.share_id)
    total -= entry.bytes
  }
  return {
    find(key, now) {
      const entry = entries.get(key.share_id)
      if (!entry || !isFor(entry.key, key) || !isFresh(entry, now)) return undefined
      entries.delete(key.share_id)
      entries.set(key.share_id, entry)
      return entry
    },
    put(key, { html, ...instants }) {
      const before = entries.get(key.share_id)
      if (before) drop(before)
      const body = createBody(html, 'once')
      const bytes = html.length * formsFactor
      const entry = { key, body, heads: new Map(), bytes, ...instants }
      entries.set(key.share_id, entry)
      total += bytes
      for (const oldest of entries.values()) {
        if (total <= limitBytes) break
        drop(oldest)
      }
      return entry
    },
  }
}

function isFor(a: PageKey, b: PageKey): boolean {
  return a.generation === b.generation && a.rotation === b.rotation
}

/** A page from the future is not kept either: the clock was set back. */
function isFresh({ rendered_at, fresh_until_at }: Entry, now: Instant): boolean {
  return rendered_at <= now && (fresh_until_at === null || now < fresh_until_at)
}
