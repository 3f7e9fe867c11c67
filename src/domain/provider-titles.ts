import type { ProviderName } from './checkout.ts'

const titles = {
  stripe: 'Stripe',
  paypal: 'PayPal',
  square: 'Square',
  sandbox: 'the sandbox',
} as const satisfies Record<ProviderName, string>

/** A provider as people call it; of what was recorded by hand, "you". */
export function providerTitle(provider: string): string {
  return provider in titles ? titles[provider as ProviderName] : 'you'
}
