/** Pages in memory, ready to send, each for exactly one state of its link and its document. */
import type { Instant } from '../domain/document.ts'
import type { Encoding } from './encoding.ts'

/** A page holds for one token of a link and one generation of its document. */
export type PageKey = { share_id: string; rotation: number; generation: number }

/** One encoding of a page with its response headers in the flat form that Node writes as they are. */
export type ReadyPage = { bytes: Buffer; head: string[]; validator: string }

/** When it was rendered, and until when it says what is true. */
export type PageLife = { rendered_at: Instant; fresh_until_at: Instant | null }

export type PageCache = {
  /** The page, unless it was rendered for another state or a date has passed since. */
  find(key: PageKey, encoding: Encoding, now: Instant): ReadyPage | undefined
  put(key: PageKey, encoding: Encoding, page: ReadyPage, life: PageLife): void
}

/**
 * Bytes to keep: several thousand pages in the one encoding that browsers ask for. What is seldom asked for
 * is rendered again, which takes a millisecond.
 */
const mostBytes = 16 * 1024 * 1024
/** What an entry takes besides its bytes: headers, keys, the map. */
const entryBytes = 1500

type Entry = PageLife & { key: PageKey; forms: Map<Encoding, ReadyPage>; bytes: number }

export function createPageCache(limitBytes: number = mostBytes): PageCache {
  const entries = new Map<string, Entry>()
  let total = 0
  const drop = (entry: Entry) => {
    entries.delete(entry.key.share_id)
    total -= entry.bytes
  }
  const keep = (entry: Entry) => {
    entries.set(entry.key.share_id, entry)
    total += entry.bytes
  }
  return {
    find(key, encoding, now) {
      const entry = entries.get(key.share_id)
      if (!entry || !isFor(entry.key, key) || !isFresh(entry, now)) return undefined
      entries.delete(key.share_id)
      entries.set(key.share_id, entry)
      return entry.forms.get(encoding)
    },
    put(key, encoding, page, life) {
      const before = entries.get(key.share_id)
      if (before) drop(before)
      const forms = before && isFor(before.key, key) && isSameLife(before, life) ? before.forms : []
      const all = new Map([...forms, [encoding, page]])
      const bytes = [...all.values()].reduce((sum, form) => sum + form.bytes.length, entryBytes)
      keep({ key, forms: all, bytes, ...life })
      for (const oldest of entries.values()) {
        if (total <= limitBytes) break
        drop(oldest)
      }
    },
  }
}

function isFor(a: PageKey, b: PageKey): boolean {
  return a.generation === b.generation && a.rotation === b.rotation
}

/** Rendered at different instants but with the same end, two forms say the same. */
function isSameLife(a: PageLife, b: PageLife): boolean {
  return a.fresh_until_at === b.fresh_until_at && a.rendered_at <= b.rendered_at
}

/** A page from the future is not kept either: the clock was set back. */
function isFresh({ rendered_at, fresh_until_at }: Entry, now: Instant): boolean {
  return rendered_at <= now && (fresh_until_at === null || now < fresh_until_at)
}
