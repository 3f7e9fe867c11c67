/** Why a payer disputes a payment, in Italian. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'non autorizzato da chi ha pagato',
  unrecognized: 'non riconosciuto da chi ha pagato',
  not_received: 'beni o servizi non ricevuti',
  not_as_described: 'non conforme alla descrizione o difettoso',
  refund_missing: 'un rimborso dovuto non è arrivato',
  canceled: 'annullato, ma addebitato comunque',
  duplicate: 'addebitato due volte',
  wrong_amount: 'importo addebitato errato',
  paid_otherwise: 'già pagato in altro modo',
  no_funds: 'fondi insufficienti sul conto',
  wrong_account: 'coordinate bancarie errate',
  bank: 'la banca non può eseguirlo',
  unspecified: 'nessun motivo indicato',
}
