import type { PaypalAccount } from './account.ts'
import type { PaypalClient } from './client.ts'

/** Logs in anew, so that credentials which were changed a moment ago are tried too. */
export async function check(
  { logIn }: PaypalClient,
  account: PaypalAccount,
): Promise<PaypalAccount> {
  await logIn()
  return account
}
