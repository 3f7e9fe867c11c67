import type { App } from '../app.ts'
import type { Customer, Document } from '../domain/document.ts'
import { shareState } from '../domain/link-life.ts'
import type { Share } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import type { Reader } from '../store/db.ts'
import { listDocumentsOfCustomer } from '../store/documents.ts'
import { type ClosedLink, findLink } from './find-link.ts'

/** What a link to a history turned out to be. */
export type OpenedHistory =
  | {
      status: 'active'
      share: Share
      token: string
      customer: Customer
      /** All but drafts. */
      documents: Document[]
    }
  | ClosedLink

/** Looks a token of a history up, and reads what belongs to its customer and to nobody else. */
export async function openHistory(
  app: App,
  { token: raw }: { token: string },
  r: Reader = app.db.read,
): Promise<OpenedHistory> {
  const found = await findLink(r, { kind: 'history', token: raw })
  if (!found) return { status: 'unknown' }
  const { share, token, current } = found
  if (!current) return { status: 'revoked', share }
  const state = shareState(share, share.expires_at, app.clock.now())
  if (state !== 'active') return { status: state, share }
  const customer = await getCustomer(r, share.customer_id)
  const all = await listDocumentsOfCustomer(r, customer.id)
  const documents = all.filter((document) => document.state !== 'draft')
  return { status: 'active', share, token, customer, documents }
}
