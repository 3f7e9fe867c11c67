import type { Config } from '../../config/schema.ts'
import type { Content } from '../../domain/document.ts'
import type { Sample } from '../../ports/sample.ts'
import { decisionPages } from './decision-pages.ts'
import { documentPages } from './document-pages.ts'
import { mails } from './mails.ts'
import { noticePages } from './notice-pages.ts'
import { pastPages } from './past.ts'
import { paymentPages } from './payment-pages.ts'
import { returnPages } from './return-pages.ts'
import { createScene } from './scene.ts'
import { sheets } from './sheets.ts'

/**
 * Every page, state, mail and PDF that there is, of a made-up customer of this business: for `portal theme
 * preview` and for tests. None of it is stored; each is rendered when it is looked at.
 * @param own what the documents say in place of the made-up words and items
 */
export function createSamples(config: Config, now: Date, own: Partial<Content> = {}): Sample[] {
  const scene = createScene(config, now, own)
  return [
    ...documentPages(scene),
    ...paymentPages(scene),
    ...returnPages(scene),
    ...decisionPages(scene),
    ...pastPages(scene),
    ...noticePages(scene),
    ...mails(scene),
    ...sheets(scene),
  ]
}

/**
 * The configuration with every way of paying switched on, so that nothing stays hidden. Samples never reach a
 * provider: there are no secrets in it.
 */
export function sampleConfig(config: Config): Config {
  const { payments } = config
  return {
    ...config,
    payments: {
      ...payments,
      online: true,
      instructions: payments.instructions || instructions,
      card_provider: takesCards(payments),
      stripe: { ...payments.stripe, enabled: true, card: true, ach: true },
      paypal: { ...payments.paypal, enabled: true },
    },
  }
}

/** Cards go to one provider, as on the real page: to Stripe unless Square is chosen or all there is. */
function takesCards({ card_provider, stripe, square }: Config['payments']): 'stripe' | 'square' {
  if (card_provider !== 'auto') return card_provider
  return square.enabled && !(stripe.enabled && stripe.card) ? 'square' : 'stripe'
}

const instructions = 'By check or bank transfer: please give the number of the invoice.'
