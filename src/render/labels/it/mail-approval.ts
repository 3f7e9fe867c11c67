/** What the mails about approving and declining say in Italian. */

import type { MailLabels } from '../en/mail.ts'
import { onDay, toDay } from './day.ts'

type Words = MailLabels['approval']

const approved: Words['approved'] = {
  thanks:
    'Ha approvato questo preventivo. Grazie. La copia firmata è allegata; La preghiamo di conservarla.',
  depositOnline: (amount) =>
    `È ora dovuto un acconto di ${amount}. Può pagarlo nella pagina del preventivo.`,
  depositDue: (amount) => `È ora dovuto un acconto di ${amount}.`,
  depositPaid: (amount) => `Abbiamo ricevuto il Suo acconto di ${amount}.`,
  next: (business) =>
    business
      ? `${business} La contatterà per i prossimi passi.`
      : 'La contatteremo per i prossimi passi.',
  button: 'Vedi e paga l’acconto',
  check: 'Come verificare la copia firmata',
  lines: {
    hash: (file, hash) => `SHA-256 di ${file}: ${hash}`,
    chain: (head) => `Fine della catena: ${head}`,
    seal: (fingerprint) => `Impronta del sigillo: ${fingerprint}`,
    how: (file) =>
      `Un programma che mostra le firme nei file PDF, come pdfsig ${file}, dice se la copia è stata alterata da quando è stata sigillata. Le ultime pagine della copia spiegano che cos’è ciascuno di questi dati e che cosa non dimostra.`,
    plain: (file) =>
      `Il file è inalterato se sha256sum ${file} dà quanto riportato sotto. Le ultime pagine della copia spiegano che cos’è ciascuno di questi dati e che cosa non dimostra.`,
  },
}

export const mailApproval: Words = {
  summaries: {
    approved: (amount, date) => `${amount}, approvato ${onDay(date)}`,
    declined: (amount) => `${amount}, rifiutato`,
  },
  facts: {
    approvedBy: 'Approvato da',
    approvedOn: 'Data di approvazione',
    declinedOn: 'Data del rifiuto',
    depositDue: 'Acconto da pagare',
    signedBy: 'Firmato da',
    signature: 'Firma',
    deposit: 'Acconto',
  },
  kinds: { typed: 'nome scritto', drawn: 'disegnata', paper: 'su carta', owner: 'nessuna' },
  approved,
  declined: {
    done: 'Ha rifiutato questo preventivo. Non c’è nulla da pagare.',
    mind: 'Ha cambiato idea? Ci contatti.',
    reason: 'Il Suo motivo',
  },
  renewed: {
    subject: (name) => `Nuovo link: ${name}`,
    asked:
      'Ha chiesto un nuovo link. Se la richiesta non era Sua, non deve fare nulla: il link è stato inviato solo a Lei.',
    expired: (date) =>
      `Questo preventivo era valido fino ${toDay(date)}. Ci è stato chiesto di aggiornarlo e La contatteremo.`,
  },
  notices: {
    approved: (customer, about) => `${customer} ha approvato ${about}`,
    declined: (customer, about) => `${customer} ha rifiutato ${about}`,
    update: (customer, about) => `${customer} chiede un aggiornamento: ${about}`,
    depositDue: (amount) => `${amount}, non ancora pagato`,
    depositPending: (amount) => `${amount}, pagamento in elaborazione`,
    depositPaid: (amount) => `${amount}, pagato`,
  },
}
