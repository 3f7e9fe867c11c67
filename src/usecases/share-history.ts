import type { App } from '../app.ts'
import { shareUrl } from '../domain/link.ts'
import { checkLinkable } from '../domain/public-url.ts'
import { scopeWord } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import { newHistoryShare } from './history-share.ts'
import { checkLink, type SharedLink } from './share-document.ts'

export type ShareHistoryInput = {
  /** Id, e-mail or exact name. */
  customer: string
  label?: string
  /** `30d` or a date, instead of `links.history_hours`. */
  expires?: string
}

/** Makes a secret link to all that a customer had from the business, to hand over by other means than mail. */
export async function shareHistory(app: App, input: ShareHistoryInput): Promise<SharedLink> {
  const { config } = app
  checkLinkable(config.public_url)
  const { label, expires_at } = checkLink(app, input)
  const share = await app.db.write(async (trx) => {
    const customer = await getCustomer(trx, input.customer)
    return newHistoryShare(app, trx, customer, {
      label: label || `history of ${customer.name}`,
      ...(expires_at === null ? {} : { expires_at }),
    })
  })
  return {
    number: null,
    url: shareUrl(config.public_url, app.linkKey, share),
    id: share.id,
    label: share.label,
    scope: scopeWord(share),
    expires_at: share.expires_at,
  }
}
