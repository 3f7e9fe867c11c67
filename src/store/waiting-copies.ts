import type { Instant } from '../domain/document.ts'
import { fragment, type Source, select } from './fragment.ts'

/** A signature on the page whose signed copy is still to be made. */
export type WaitingCopy = { number: string; version: number; since: Instant }

/** Those that were given before an instant, the longest waiting first. */
export function readWaitingCopies(r: Source, before: Instant): Promise<WaitingCopy[]> {
  return select(
    r,
    fragment`SELECT d.number, a.version, a.at AS since
      FROM approvals AS a JOIN documents AS d ON d.id = a.document_id
      WHERE a.sealed_hash IS NULL AND a.kind IN ('typed', 'drawn') AND a.at < ${before}
      ORDER BY a.at`,
  )
}
