/** Why a payer disputes a payment, in Dutch. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'niet goedgekeurd door de betaler',
  unrecognized: 'niet herkend door de betaler',
  not_received: 'goederen of diensten niet ontvangen',
  not_as_described: 'niet zoals beschreven, of gebrekkig',
  refund_missing: 'een verschuldigde terugbetaling kwam niet aan',
  canceled: 'geannuleerd, maar toch afgeschreven',
  duplicate: 'twee keer afgeschreven',
  wrong_amount: 'verkeerd bedrag afgeschreven',
  paid_otherwise: 'al op een andere manier betaald',
  no_funds: 'te weinig geld op de rekening',
  wrong_account: 'onjuiste bankgegevens',
  bank: 'de bank kan het niet verwerken',
  unspecified: 'geen reden opgegeven',
}
