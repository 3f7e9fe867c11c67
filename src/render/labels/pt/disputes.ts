/** Why a payer disputes a payment, in Portuguese. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'não autorizado por quem pagou',
  unrecognized: 'não reconhecido por quem pagou',
  not_received: 'produtos ou serviços não recebidos',
  not_as_described: 'em desacordo com a descrição ou com defeito',
  refund_missing: 'um reembolso devido não chegou',
  canceled: 'cancelado, mas cobrado mesmo assim',
  duplicate: 'cobrado duas vezes',
  wrong_amount: 'valor cobrado incorreto',
  paid_otherwise: 'já pago de outra forma',
  no_funds: 'saldo insuficiente na conta',
  wrong_account: 'dados bancários incorretos',
  bank: 'o banco não consegue processar',
  unspecified: 'sem motivo informado',
}
