import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Customer } from '../domain/document.ts'
import { type History, historyOf, isOpenable } from '../domain/history.ts'
import type { Share } from '../domain/share.ts'
import { type OpenedHistory, openHistory } from './open-history.ts'

export type HistoryPage = {
  status: 'page'
  share: Share
  token: string
  customer: Customer
  history: History
  /** Ids of the documents of which a link can be mailed; none without an address to mail it to. */
  openable: Set<string>
}

/** All that the page behind `/h/:token` shows. */
export async function showHistory(
  app: App,
  input: { token: string },
): Promise<HistoryPage | Exclude<OpenedHistory, { status: 'active' }>> {
  const opened = await openHistory(app, input)
  if (opened.status !== 'active') return opened
  const { share, token, customer, documents } = opened
  const { links, business } = app.config
  const now = app.clock.now()
  const openable = documents.filter(
    (one) => customer.email !== '' && isOpenable(one, links, business.time_zone, now),
  )
  return {
    status: 'page',
    share,
    token,
    customer,
    history: historyOf(documents, today(app)),
    openable: new Set(openable.map(({ id }) => id)),
  }
}
