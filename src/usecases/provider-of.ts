import type { App } from '../app.ts'
import type { ProviderName } from '../domain/checkout.ts'
import { PortalError } from '../domain/errors.ts'
import { type PaymentProvider, ProviderError } from '../ports/payment-provider.ts'

/** A provider, whose absence from the configuration is a fault like any other of its own. */
export async function providerOf(app: App, name: ProviderName): Promise<PaymentProvider> {
  try {
    return await app.providers.get(name)
  } catch (error) {
    if (error instanceof PortalError) throw new ProviderError('misconfigured', error.message)
    throw error
  }
}
