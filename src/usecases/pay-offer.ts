import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { toMinor } from '../domain/money.ts'
import {
  type Charger,
  type NotPayable,
  type PartialRule,
  type PayOptions,
  payOptions,
  whyNotPayable,
} from '../domain/payable.ts'
import type { Share } from '../domain/share.ts'
import type { OfferedMethod } from '../ports/providers.ts'

/** What can be paid of a document through a link, and by what. */
export type PayOffer = { offer: PayOptions | NotPayable; chargers: Charger[] }

/** Asks the enabled providers what they can charge. A link for viewing only, or the owner's, offers nothing. */
export async function payOffer(
  app: App,
  document: Document,
  share: Pick<Share, 'scope'>,
): Promise<PayOffer> {
  const reason = whyNotPayable(document) ?? (share.scope === 'full' ? null : 'offline')
  if (reason) return { offer: reason, chargers: [] }
  const methods = app.providers.methods()
  if (methods.length === 0) return { offer: 'offline', chargers: [] }
  const { currency } = document.content
  const found = await Promise.all(methods.map((method) => chargerOf(app, method, currency)))
  const chargers = found.filter((charger) => charger !== undefined)
  return { offer: payOptions(document, chargers, partialRule(app, currency)), chargers }
}

/** Undefined when the provider cannot even be set up: `portal doctor` says why. */
async function chargerOf(
  app: App,
  { method, provider: name }: OfferedMethod,
  currency: string,
): Promise<Charger | undefined> {
  const provider = await app.providers.get(name).catch(() => undefined)
  if (!provider) return undefined
  return {
    method,
    provider: name,
    check(amount_minor) {
      const can = provider.canCharge(method, amount_minor, currency)
      if (can.ok) return 'ok'
      return can.reason === 'minimum' ? 'minimum' : 'no'
    },
  }
}

/** The configured minimum is in the business's currency; others have the provider's. */
function partialRule({ config }: App, currency: string): PartialRule {
  const { enabled, minimum } = config.payments.partial
  const isHome = currency === config.business.currency
  return { enabled, minimum_minor: isHome ? (toMinor(minimum, currency) ?? 0) : 0 }
}
