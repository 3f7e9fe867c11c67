/** What belongs to links that were written as rows: their secrets and their pages. */
import type { Trx } from './db.ts'
import { fragment, select } from './fragment.ts'

/** Adds the hashes of many links at once. */
export async function insertTokens(
  trx: Trx,
  tokens: readonly { token_hash: string; share_id: string; rotation: number }[],
): Promise<void> {
  await select(
    trx,
    fragment`INSERT INTO tokens (token_hash, share_id, rotation)
      SELECT value ->> 'token_hash', value ->> 'share_id', value ->> 'rotation'
      FROM json_each(${JSON.stringify(tokens)})`,
  )
}

/** Gives every link that has none its page to be written, as `insertShare` does for one. */
export async function insertMissingPages(trx: Trx): Promise<void> {
  await select(
    trx,
    fragment`INSERT INTO pages (share_id, document_id, generation, rotation, fingerprint,
        fresh_until_at, stale, pdf_hash)
      SELECT id, document_id, -1, 0, '', NULL, 1, NULL FROM shares
      WHERE document_id IS NOT NULL AND scope <> 'preview' AND kind <> 'unsubscribe'
        AND id NOT IN (SELECT share_id FROM pages)`,
  )
}
