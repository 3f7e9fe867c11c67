/** What `portal serve` asks the database at each request, on a connection of its own. */
import { Kysely } from 'kysely'
import type { Document } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import { type ChangeMark, openChangeMark } from './change-mark.ts'
import type { Db, Reader } from './db.ts'
import { createDialects } from './dialect.ts'
import type { Handle } from './handle.ts'
import { chooseDriver } from './open-handle.ts'
import { markFile } from './same-file.ts'
import type { Tables } from './tables.ts'

/** A share as its token's request finds it, with the little of its document that a kept page depends on. */
export type ServedShare = {
  share: Share
  /** False for a token that was replaced. */
  current: boolean
  /** Null for shares of no document. */
  document: Pick<Document, 'state' | 'generation'> | null
}

export type Serving = {
  /** Reads beside `Db.write`: a page never waits for a mail, a backup or another process's lock. */
  read: Reader
  /** What `find` has found before, if nothing was committed since, by whichever process. */
  recall(tokenHash: string): ServedShare | undefined
  /** Looks a token's hash up. What was committed before the call, by whichever process, is seen. */
  find(tokenHash: string): Promise<ServedShare | undefined>
  /**
   * False from when the file was deleted, moved or replaced, as by a restore: an open connection would not
   * notice, show books that are not the books any more, and lose what is written.
   */
  isSameFile(): boolean
  close(): Promise<void>
}

/** Opens the second, read-only connection to an open database. */
export async function openServing(db: Db): Promise<Serving> {
  const handle = await chooseDriver(db.engine.driver)(db.path, { readonly: true })
  await handle.exec('PRAGMA trusted_schema = OFF')
  const read = new Kysely<Tables>({ dialect: createDialects(handle, () => {}).lasting })
  return {
    read,
    ...remember(createFind(handle), await changeMark(handle, db.path)),
    isSameFile: markFile(db.path),
    close: () => handle.close(),
  }
}

/** Only in WAL mode does a commit change the mark; while a connection is open the mode stays. */
async function changeMark(handle: Handle, path: string): Promise<ChangeMark | undefined> {
  const [row] = await handle.all('PRAGMA journal_mode')
  return row?.journal_mode === 'wal' ? openChangeMark(path) : undefined
}

/** Shares remembered between two changes, at some 500 bytes each. */
const rememberedShares = 10_000

function remember(
  find: Serving['find'],
  mark: ChangeMark | undefined,
): Pick<Serving, 'recall' | 'find'> {
  let known = new Map<string, ServedShare>()
  const isSame = mark ? onceATurn(mark) : () => false
  const forgetChanged = () => {
    /* A new map, not a cleared one: an answer that is still on its way belongs to the old state. */
    if (!isSame()) known = new Map()
    return known
  }
  return {
    recall: (tokenHash) => forgetChanged().get(tokenHash),
    async find(tokenHash) {
      const memory = forgetChanged()
      const served = await find(tokenHash)
      if (served && memory.size < rememberedShares) memory.set(tokenHash, served)
      return served
    },
  }
}

/** More than lie there together, and there may be some that came after the first was answered. */
const mostOfATurn = 32

/**
 * Looks at the mark once for all requests that lie there together: they had all come before it looks, so a commit
 * after that is none that any of them has to see. A look takes a seventh of the time of an answer.
 */
function onceATurn(mark: ChangeMark): () => boolean {
  let left = 0
  const endTurn = () => {
    left = 0
  }
  return () => {
    if (left > 0) {
      left -= 1
      return true
    }
    left = mostOfATurn - 1
    setImmediate(endTurn)
    return mark.isSame()
  }
}

type Found = Map<string, ServedShare>
type Batch = { hashes: Set<string>; found: Promise<Found> }

/**
 * Requests that come while a look-up is under way share the next one: under load a statement answers
 * dozens, and none is answered by a statement that began before it came.
 */
function createFind(handle: Handle): Serving['find'] {
  let next: Batch | undefined
  let last: Promise<unknown> = Promise.resolve()
  const begin = (): Batch => {
    const hashes = new Set<string>()
    const found = last.then(() => {
      next = undefined
      return findAll(handle, hashes)
    })
    last = found.catch(() => {})
    return { hashes, found }
  }
  return async (tokenHash) => {
    next ??= begin()
    next.hashes.add(tokenHash)
    return (await next.found).get(tokenHash)
  }
}

const query = `
  SELECT t.token_hash, t.rotation = s.rotation AS current, d.state, d.generation,
    s.id, s.kind, s.document_id, s.customer_id, s.scope, s.label, s.rotation, s.created_at,
    s.expires_at, s.revoked_at, s.opened_at, s.last_opened_at, s.viewed_at, s.downloaded_at
  FROM tokens AS t
  JOIN shares AS s ON s.id = t.share_id
  LEFT JOIN documents AS d ON d.id = s.document_id
  WHERE t.token_hash IN (SELECT value FROM json_each(?))`

type FoundRow = Share & {
  token_hash: string
  current: 0 | 1
  state: Document['state'] | null
  generation: number | null
}

async function findAll(handle: Handle, hashes: Set<string>): Promise<Found> {
  const rows = await handle.all(query, [JSON.stringify([...hashes])])
  return new Map((rows as FoundRow[]).map((row) => [row.token_hash, toServed(row)]))
}

function toServed({ token_hash: _, current, state, generation, ...share }: FoundRow): ServedShare {
  const document = state === null || generation === null ? null : { state, generation }
  return { share, current: current === 1, document }
}
