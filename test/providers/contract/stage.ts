import { randomBytes } from 'node:crypto'
import type { MethodName } from '../../../src/domain/checkout.ts'
import type { ProviderState } from '../../../src/domain/provider-state.ts'
import type {
  CheckoutRequest,
  PaymentProvider,
  ProviderCheckout,
} from '../../../src/ports/payment-provider.ts'

/** What customer, bank and the owner's dashboard do; absent where there is no such thing. */
export type Customer = {
  /**
   * Agrees to pay. Where `settle` is there, the money is on its way afterwards, else it is
   * collected.
   */
  pay(checkout: ProviderCheckout): Promise<unknown>
  decline?(checkout: ProviderCheckout): Promise<unknown>
  /** Leaves the provider's page without paying. */
  cancel?(checkout: ProviderCheckout): Promise<unknown>
  settle?(checkout: ProviderCheckout): Promise<unknown>
  fail?(checkout: ProviderCheckout): Promise<unknown>
  refundInDashboard?(checkout: ProviderCheckout, amount_minor: number): Promise<unknown>
  dispute?(checkout: ProviderCheckout): Promise<unknown>
  closeDispute?(checkout: ProviderCheckout, outcome: 'won' | 'lost'): Promise<unknown>
}

/** `lost`: it took effect, but the answer never came. */
export type FaultKind = '500' | '429' | 'timeout' | 'lost'

export type Delivery = { headers: Record<string, string>; raw: Buffer }

/** A provider that is ready to be used, and the other side of it. */
export type Stage = {
  provider: PaymentProvider
  method: MethodName
  customer: Customer
  /** The next request to the provider's API goes wrong. */
  fault?(kind: FaultKind): Promise<unknown>
  /** How many hosted pages were made for a checkout of ours. */
  hostedPages?(checkout_id: string): Promise<number>
  /** All that was sent to our webhook so far. */
  webhooks?(): Promise<Delivery[]>
  /** False where the provider signs no time, so that an old copy cannot be told from a late one. */
  webhooks_tell_time?: boolean
  close(): Promise<unknown>
}

/** What is asked for in most tests: an invoice in dollars. */
export function newRequest(
  { method }: Stage,
  changes: Partial<CheckoutRequest> = {},
): CheckoutRequest {
  return {
    checkout_id: newId('pay'),
    method,
    amount_minor: 982_800,
    currency: 'USD',
    description: 'Invoice INV-001',
    number: 'INV-001',
    customer_email: 'john.smith@example.com',
    locale: 'en-US',
    return_url: 'http://127.0.0.1:4180/return/pay_1?k=abc',
    cancel_url: 'http://127.0.0.1:4180/return/pay_1?k=abc&canceled=1',
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    ...changes,
  }
}

/** An id as the portal makes them. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`
}

/** Opens a checkout and says how it is stored. */
export async function start(
  stage: Stage,
  changes: Partial<CheckoutRequest> = {},
): Promise<ProviderCheckout & { url: string }> {
  const request = newRequest(stage, changes)
  return { ...stored(request), ...(await stage.provider.createCheckout(request)) }
}

export function stored(request: CheckoutRequest): ProviderCheckout {
  const { checkout_id, method, amount_minor, currency } = request
  return { checkout_id, method, amount_minor, currency, provider_checkout_id: '', refs: {} }
}

/** The truth, after collecting what the customer has agreed to. */
export function look({ provider }: Stage, checkout: ProviderCheckout): Promise<ProviderState> {
  return provider.fetchCheckout(checkout, { capture: true })
}

/** A checkout whose money has come in, with the id of its payment. */
export async function startPaid(stage: Stage, changes: Partial<CheckoutRequest> = {}) {
  const checkout = await start(stage, changes)
  await stage.customer.pay(checkout)
  await look(stage, checkout)
  await stage.customer.settle?.(checkout)
  const truth = await look(stage, checkout)
  const charge = truth.charges.find(({ state }) => state === 'succeeded')
  if (!charge) throw new Error(`Nothing was paid: ${JSON.stringify(truth)}`)
  return { checkout, charge }
}
