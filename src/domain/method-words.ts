/** How money came, as the owner reads it in lists, timelines and reports. */
import type { MethodName } from './checkout.ts'

const online = {
  stripe_card: 'card',
  stripe_ach: 'bank transfer (ACH)',
  paypal: 'PayPal',
  square_card: 'card (Square)',
  sandbox: 'test payment',
} as const satisfies Record<MethodName, string>

/** The words for a method; one that only the owner uses, such as `check`, is a word already. */
export function methodWords(method: string): string {
  return method in online ? online[method as MethodName] : method.replaceAll('_', ' ')
}
