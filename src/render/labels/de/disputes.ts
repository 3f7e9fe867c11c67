/** Why a payer disputes a payment, in German. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'vom Zahler nicht genehmigt',
  unrecognized: 'dem Zahler unbekannt',
  not_received: 'Ware oder Leistung nicht erhalten',
  not_as_described: 'nicht wie beschrieben oder mangelhaft',
  refund_missing: 'eine zustehende Erstattung kam nicht an',
  canceled: 'storniert, aber trotzdem abgebucht',
  duplicate: 'doppelt abgebucht',
  wrong_amount: 'falscher Betrag abgebucht',
  paid_otherwise: 'schon auf anderem Weg bezahlt',
  no_funds: 'zu wenig Geld auf dem Konto',
  wrong_account: 'falsche Kontodaten',
  bank: 'die Bank kann die Zahlung nicht ausführen',
  unspecified: 'kein Grund genannt',
}
