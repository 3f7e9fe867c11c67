import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { toldTime } from '../told-time.ts'
import type { PaypalAccount } from './account.ts'
import type { PaypalClient } from './client.ts'

/** Logs in anew, so that credentials which were changed a moment ago are tried too. */
export async function check(
  { logIn }: PaypalClient,
  account: PaypalAccount,
): ReturnType<PaymentProvider['check']> {
  return { ...account, ...toldTime(await logIn()) }
}
