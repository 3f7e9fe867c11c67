/** Why a payer disputes a payment, in Polish. */
import type { DisputeWords } from '../../../domain/dispute-reason.ts'

export const disputeReasons: DisputeWords = {
  unauthorized: 'bez zgody płatnika',
  unrecognized: 'nierozpoznana przez płatnika',
  not_received: 'towar lub usługa nie dotarły',
  not_as_described: 'niezgodność z opisem lub wada',
  refund_missing: 'należny zwrot nie dotarł',
  canceled: 'anulowano, a mimo to pobrano',
  duplicate: 'pobrano dwa razy',
  wrong_amount: 'pobrano niewłaściwą kwotę',
  paid_otherwise: 'zapłacono już w inny sposób',
  no_funds: 'za mało środków na koncie',
  wrong_account: 'błędne dane rachunku bankowego',
  bank: 'bank nie może jej zrealizować',
  unspecified: 'nie podano powodu',
}
