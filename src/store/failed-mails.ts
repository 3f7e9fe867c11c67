import { fragment, type Source, select } from './fragment.ts'
import { fromLatestMail } from './latest-mail.ts'

/** A mail that did not arrive; `number` is of its document, null for a notice to the owner. */
export type FailedMail = { id: string; number: string | null; to: string; last_error: string }

/**
 * What did not arrive and was not made good since: documents whose latest mail failed, by number, and
 * addresses of the owner whose latest notice did.
 */
export function readFailedMails(r: Source): Promise<FailedMail[]> {
  return select(
    r,
    fragment`SELECT mail ->> 'id' AS id, number, mail ->> 'to' AS "to",
        mail ->> 'last_error' AS last_error
      FROM (${documents} UNION ALL ${notices})
      WHERE mail ->> 'state' = 'failed' ORDER BY number IS NULL, number_key`,
  )
}

const facts = `json_object('id', o.id, 'to', o."to", 'state', o.state, 'last_error', o.last_error)`

const documents = {
  text: `SELECT d.number, d.number_key, (SELECT ${facts} ${fromLatestMail}) AS mail
    FROM documents AS d WHERE d.id IN (SELECT document_id FROM outbox WHERE state = 'failed')`,
  values: [],
}

const notices = {
  text: `SELECT NULL, NULL, ${facts} FROM outbox AS o
    WHERE o.state = 'failed' AND o.kind = 'owner_notice' AND NOT EXISTS (SELECT 1 FROM outbox AS l
      WHERE l.kind = 'owner_notice' AND l."to" = o."to" AND l.seq > o.seq)`,
  values: [],
}
