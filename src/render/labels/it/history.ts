/** The customer's history and statement in Italian. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'
import { toDay } from './day.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'In sospeso',
  due: (date) => `Scadenza: ${date}`,
  overdue: 'Scaduta',
  left: (total) => `su un totale di ${total}`,
  onItsWay: (amount) => `pagamento di ${amount} in elaborazione`,
  paid: 'Pagata',
  refunded: 'Rimborsata',
  partlyRefunded: 'Rimborsata in parte',
  overpaid: 'Pagata in eccesso',
  cancelled: 'Documento annullato',
  closed: 'Chiusa',
  credit: 'Credito',
  nothing: 'Nulla da pagare',
  validUntil: (date) => `Valido fino ${toDay(date)}`,
  expired: (date) => `Era valido fino ${toDay(date)}`,
  approved: 'Approvato',
  depositDue: (amount) => `Approvato, acconto di ${amount} da pagare`,
  declined: 'Rifiutato',
  invoiced: (number) => (number ? `Diventato la fattura ${number}` : 'Diventato una fattura'),
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
  note: 'I pagamenti in elaborazione non sono compresi.',
}

export const history: Words = {
  see: 'Vedi lo storico',
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
  until: (when) => `Questa pagina resta disponibile fino ${toDay(when)}.`,
  lists: {
    outstanding: 'Fatture da pagare',
    estimates: 'Preventivi',
    settled: 'Pagate e chiuse',
    payments: 'Pagamenti e ricevute',
  },
  columns: { document: 'Documento', date: 'Data', state: 'Stato', amount: 'Importo' },
  states,
  mailLink: 'Ricevi il link',
  mailLinkTo: (about) => `Ricevi il link: ${about}`,
  receipt: (number) => `Ricevuta ${number}`,
  downloadReceipt: (number) => `Scarica la ricevuta ${number} in PDF`,
  earlier: 'Precedenti',
  later: 'Successivi',
  howToOpen:
    'Per la Sua sicurezza, ogni documento si apre con un link proprio, inviato all’indirizzo e-mail che abbiamo registrato.',
  askUs: 'Non abbiamo un Suo indirizzo e-mail. Per riaprire un documento, ci chieda un link.',
  asked: (about) =>
    `Un link (${about}) sta per arrivare all’indirizzo e-mail che abbiamo registrato, a meno che non ne sia già stato inviato uno nell’ultima ora.`,
  closed: (about) =>
    `Questo documento non si può più aprire: ${about}. La preghiamo di contattarci in proposito.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Il Suo storico con ${business}` : 'Il Suo storico'),
  preheader: (when) => `Il link è valido fino ${toDay(when)}`,
  title: 'Il Suo storico',
  sentences: [
    'Ecco il link che ha richiesto per consultare fatture, preventivi, pagamenti e ricevute.',
    'Non l’ha richiesto Lei? Allora può ignorare questa e-mail: il link è stato inviato solo a Lei.',
  ],
  works: 'Valido fino al',
  button: 'Vedi lo storico',
  secrecy: 'Chiunque abbia questo link può vedere il Suo storico. Lo tratti come una password.',
}
