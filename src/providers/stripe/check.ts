import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { toldTime } from '../told-time.ts'
import { accountOf, isLiveKey } from './account.ts'
import type { AskStripe } from './client.ts'

/** Asks for what we need anyway: a restricted key may see nothing else of the account. */
export async function check(
  ask: AskStripe,
  secret_key: string,
): ReturnType<PaymentProvider['check']> {
  const { lastResponse } = await ask((stripe) => stripe.checkout.sessions.list({ limit: 1 }))
  const time = toldTime(lastResponse.headers.date)
  return { account: accountOf(secret_key), live: isLiveKey(secret_key), ...time }
}
