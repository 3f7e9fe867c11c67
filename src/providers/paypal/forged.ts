import { ProviderError } from '../../ports/payment-provider.ts'

export function forged(message: string): ProviderError {
  return new ProviderError('forged', `Webhook of PayPal: ${message}`)
}
