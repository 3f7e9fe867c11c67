/** The customer's history and statement in Italian. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'Da saldare',
  due: (date) => `Scadenza: ${date}`,
  overdue: 'Scaduta',
  left: (total) => `restanti su ${total}`,
  onItsWay: (amount) => `${amount} in arrivo`,
  paid: 'Pagato',
  refunded: 'Rimborsato',
  partlyRefunded: 'Rimborsato in parte',
  overpaid: 'Pagato in eccesso',
  cancelled: 'Annullato',
  closed: 'Chiuso',
  credit: 'Credito',
  nothing: 'Nulla da pagare',
  validUntil: (date) => `Valido fino al ${date}`,
  expired: (date) => `Era valido fino al ${date}`,
  approved: 'Approvato',
  depositDue: (amount) => `Approvato, acconto di ${amount} da pagare`,
  declined: 'Rifiutato',
  invoiced: (number) => (number ? `Diventato fattura ${number}` : 'Diventato una fattura'),
}

const statement: Words['statement'] = {
  title: 'Estratto conto',
  heading: 'Estratto conto',
  from: 'Dal',
  until: 'Al',
  download: 'Scarica estratto conto',
  problems: {
    no_date: 'Inserisca una data, come 2025-01-31.',
    too_early: 'Inserisca un giorno che non preceda il primo.',
  },
  for: 'Per:',
  begins: 'Inizio:',
  ends: 'Fine:',
  currency: 'Valuta:',
  days: (from, until) => `${from} – ${until}`,
  columns: { date: 'Data', what: 'Movimento', amount: 'Importo', balance: 'Saldo' },
  opening: 'Saldo iniziale',
  closing: 'Saldo finale',
  inFavor: 'A Suo favore',
  nothing: 'Fino ad allora non ci sono state fatture né pagamenti.',
  movements: {
    invoice: (number) => `Fattura ${number}`,
    credit_note: (number) => `Nota di credito ${number}`,
    cancelled: (number) => `Fattura ${number} annullata`,
    disputing: (number) => `Contestazione su ${number}, non ancora decisa`,
    credit: (number) => `Credito su ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'I pagamenti in arrivo non sono compresi.',
}

export const history: Words = {
  see: 'Vedi il Suo storico',
  title: 'Il Suo storico',
  titleFrom: (business) => (business ? `Il Suo storico con ${business}` : 'Il Suo storico'),
  outstanding: plural('it', {
    one: 'da pagare su # fattura',
    many: 'da pagare su # di fatture',
    other: 'da pagare su # fatture',
  }),
  alsoOutstanding: (amount) => `e ${amount}`,
  nothingOutstanding: 'Non c’è nulla in sospeso. Grazie.',
  nothing: 'Qui non c’è ancora nulla.',
  forCustomer: (name) => `Per ${name}`,
  until: (when) => `Questa pagina si chiude in data ${when}.`,
  lists: {
    outstanding: 'Fatture da pagare',
    estimates: 'Preventivi',
    settled: 'Pagati e chiusi',
    payments: 'Pagamenti e ricevute',
  },
  columns: { document: 'Documento', date: 'Data', state: 'Stato', amount: 'Importo' },
  states,
  mailLink: 'Inviatemi il link',
  mailLinkTo: (about) => `Inviatemi il link: ${about}`,
  receipt: (number) => `Ricevuta ${number}`,
  downloadReceipt: (number) => `Scarica la ricevuta ${number} in PDF`,
  earlier: 'Precedenti',
  later: 'Successivi',
  howToOpen:
    'Per la Sua sicurezza, ogni documento si apre con un link proprio, inviato all’indirizzo e-mail che abbiamo registrato.',
  askUs: 'Non abbiamo un Suo indirizzo e-mail. Per riaprire un documento, ci chieda un link.',
  asked: (about) =>
    `Un link (${about}) è in arrivo all’indirizzo e-mail che abbiamo registrato, a meno che non ne sia già stato inviato uno nell’ultima ora.`,
  closed: (about) =>
    `Questo documento non si può più aprire: ${about}. La preghiamo di contattarci in proposito.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Il Suo storico con ${business}` : 'Il Suo storico'),
  preheader: (when) => `Il link funziona fino a: ${when}`,
  title: 'Il Suo storico',
  sentences: [
    'Ecco il link, da Lei richiesto, alle Sue fatture, ai preventivi, ai pagamenti e alle ricevute.',
    'Non l’ha richiesto Lei? Allora può ignorare questa e-mail: il link è stato inviato solo a Lei.',
  ],
  works: 'Funziona fino a',
  button: 'Vedi il Suo storico',
  secrecy: 'Chiunque abbia questo link può vedere il Suo storico. Lo tratti come una password.',
}
