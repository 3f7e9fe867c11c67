import { fromMinor } from '../../domain/money.ts'
import type { ProviderRefund } from '../../domain/provider-state.ts'
import { type PaymentProvider, ProviderError } from '../../ports/payment-provider.ts'
import type { AskPaypal } from './client.ts'
import { toPaypalMoney } from './money.ts'
import { refundOf } from './refund-state.ts'
import type { Refund } from './words.ts'

/**
 * Gives money back. Our refund id is the request id, kept for 45 days, and the refund's custom id, so that we
 * know it again. The reason stays here: PayPal would mail it to the customer.
 */
export async function refund(
  ask: AskPaypal,
  request: Parameters<PaymentProvider['refund']>[0],
): Promise<ProviderRefund> {
  const { checkout, provider_payment_id, refund_id, amount_minor, currency } = request
  const amount = toPaypalMoney(amount_minor, currency)
  if (!amount) {
    const wanted = `${fromMinor(amount_minor, currency)} ${currency}`
    throw new ProviderError('refused', `PayPal cannot refund exactly ${wanted}.`)
  }
  const made = await ask<Refund>((sdk, limits) =>
    sdk.payments.refundCapturedPayment(
      {
        captureId: provider_payment_id,
        paypalRequestId: refund_id,
        prefer: 'return=representation',
        body: { amount, customId: refund_id },
      },
      limits,
    ),
  )
  return refundOf(made, checkout.checkout_id, provider_payment_id)
}
