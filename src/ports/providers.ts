import type { MethodName, ProviderName } from '../domain/checkout.ts'
import type { PaymentProvider } from './payment-provider.ts'

/** One way to pay that the configuration offers. */
export type OfferedMethod = { method: MethodName; provider: ProviderName }

/** The payment providers of a workspace; an SDK is loaded when its provider is first needed. */
export type Providers = {
  enabled(): ProviderName[]
  /** In the order in which a customer is offered them; loads nothing. */
  methods(): OfferedMethod[]
  /** Throws PortalError config_invalid when it is not enabled. */
  get(name: ProviderName): Promise<PaymentProvider>
}
