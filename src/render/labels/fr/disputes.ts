/** Why a payer disputes a payment, in French. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'non autorisé par le payeur',
  unrecognized: 'non reconnu par le payeur',
  not_received: 'biens ou services non reçus',
  not_as_described: 'non conforme à la description ou défectueux',
  refund_missing: 'un remboursement dû n’est pas arrivé',
  canceled: 'annulé, mais débité quand même',
  duplicate: 'débité deux fois',
  wrong_amount: 'montant débité incorrect',
  paid_otherwise: 'déjà payé par un autre moyen',
  no_funds: 'solde insuffisant sur le compte',
  wrong_account: 'coordonnées bancaires incorrectes',
  bank: 'la banque ne peut pas le traiter',
  unspecified: 'aucun motif indiqué',
}
