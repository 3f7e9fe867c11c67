/** Why a payer disputes a payment, in Spanish. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'no autorizado por el pagador',
  unrecognized: 'no reconocido por el pagador',
  not_received: 'productos o servicios no recibidos',
  not_as_described: 'no conforme a la descripción o defectuoso',
  refund_missing: 'no llegó un reembolso debido',
  canceled: 'cancelado, pero cobrado de todos modos',
  duplicate: 'cobrado dos veces',
  wrong_amount: 'se cobró un importe equivocado',
  paid_otherwise: 'ya pagado por otro medio',
  no_funds: 'fondos insuficientes en la cuenta',
  wrong_account: 'datos bancarios incorrectos',
  bank: 'el banco no puede tramitarlo',
  unspecified: 'sin motivo indicado',
}
