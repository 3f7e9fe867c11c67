import { createHash } from 'node:crypto'
import type { PaypalSettings } from './settings.ts'

/** To whom is paid, and whether with real money. */
export type PaypalAccount = { account: string; live: boolean }

/**
 * PayPal's orders name neither their app nor their mode, and asking would cost a call for each payment: a
 * fingerprint of the client id is enough to notice that it was changed for another.
 */
export function accountOf({ client_id, api_base }: PaypalSettings): PaypalAccount {
  const fingerprint = createHash('sha256').update(client_id).digest('hex').slice(0, 12)
  return { account: fingerprint, live: liveHosts.includes(new URL(api_base).hostname) }
}

/** Today's, and the one of before that still answers. */
const liveHosts = ['api-m.paypal.com', 'api.paypal.com']
