/** Everything that pages and printed sheets say in Italian. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { onDay, toDay } from './day.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Fattura n. ${number}`,
  estimate: (number) => `Preventivo n. ${number}`,
  credit_note: (number) => `Nota di credito n. ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Fattura ${number}`,
  estimate: (number) => `Preventivo ${number}`,
  credit_note: (number) => `Nota di credito ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Fattura di ${business}` : 'Fattura'),
  estimate: (business) => (business ? `Preventivo di ${business}` : 'Preventivo'),
  credit_note: (business) => (business ? `Nota di credito di ${business}` : 'Nota di credito'),
}

const facts: Labels['facts'] = {
  date: 'Data:',
  due: 'Scadenza:',
  validUntil: 'Valido fino al:',
  updated: 'Modificato il',
  forInvoice: 'Per la fattura:',
  forEstimate: 'Per il preventivo:',
  invoice: 'Fattura:',
}

const items: Labels['items'] = {
  title: 'Voci',
  description: 'Descrizione',
  quantity: 'Qtà',
  rate: 'Prezzo',
  amount: 'Importo',
  discount: (percent, amount) =>
    percent ? `Sconto del ${percent}: ${amount}` : `Sconto: ${amount}`,
  taxes: (list) => `Imposte applicate: ${list}`,
  untaxed: 'Senza imposte',
}

const totals: Labels['totals'] = {
  title: 'Totali',
  subtotal: 'Subtotale',
  discount: (percent) => (percent ? `Sconto (${percent})` : 'Sconto'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `Include ${name} (${rate})`,
  totalDue: 'Totale da pagare',
  total: 'Totale',
  estimateTotal: 'Totale:',
  totalCredit: 'Totale del credito',
  depositRequired: 'Acconto richiesto:',
  depositPaid: 'Acconto pagato',
  paid: 'Pagato',
  refunded: 'Rimborsato',
  disputed: 'Trattenuto per contestazione',
  balanceDue: 'Saldo da pagare',
}

const payments: Labels['payments'] = {
  title: 'Pagamenti',
  kinds: {
    payment: 'Pagamento',
    refund: 'Rimborso',
    dispute: 'Pagamento contestato',
    dispute_won: 'Contestazione risolta',
    refund_failed: 'Rimborso respinto',
    transfer_in: 'Acconto dal preventivo',
    transfer_out: 'Trasferito sulla fattura',
    credit: 'Credito',
  },
  methods: {
    cash: 'contanti',
    check: 'assegno',
    bank: 'bonifico',
    card: 'carta',
    ach: 'addebito bancario (ACH)',
    stripe_card: 'carta',
    square_card: 'carta',
    stripe_ach: 'addebito bancario (ACH)',
    paypal: 'PayPal',
    sandbox: 'pagamento di prova',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Riepilogo',
  from: 'Da:',
  howToPay: 'Come pagare',
  notes: 'Note',
  terms: 'Condizioni',
  business: 'Azienda',
  taxId: (id) => `Partita IVA / codice fiscale: ${id}`,
  language: 'Lingua',
}

const actions: Labels['actions'] = {
  downloadPdf: 'Scarica PDF',
  print: 'Stampa',
  contact: 'Contatti',
  back: 'Indietro',
  askQuestion: 'Invia una domanda',
  askUpdate: 'Richiedi un aggiornamento',
  howToPay: 'Come pagare',
  links: 'Altro',
}

const states: Labels['states'] = {
  draft: 'Questa è una bozza. Non è stata inviata.',
  dueOn: (date) => `scadenza: ${date}`,
  validUntil: (date) => `valido fino ${toDay(date)}`,
  partlyPaid: (left, total, paid) =>
    `Ancora da pagare: ${left} su ${total}. Pagato finora: ${paid}.`,
  overdue: (date) => `Questa fattura è scaduta ${onDay(date)}.`,
  processing: (amount) =>
    `Il Suo pagamento bancario di ${amount} è in elaborazione. Di solito servono fino a 4 giorni lavorativi. Non occorre pagare di nuovo.`,
  onItsWay: 'Pagamento in elaborazione',
  leftToPay: 'Ancora da pagare',
  paid: (date) => `Pagata per intero ${onDay(date)}. Grazie.`,
  receipt: (number) => `Ricevuta ${number}`,
  bankFailed: (amount) =>
    `Il pagamento bancario di ${amount} non è andato a buon fine. Non è stato addebitato nulla.`,
  overpaid: (business, amount) =>
    `Abbiamo ricevuto più del dovuto. ${business} La contatterà riguardo a questo importo: ${amount}.`,
  refunded: (amount, date) => `Rimborso di ${amount} effettuato ${onDay(date)}.`,
  nothingToPay: 'Nulla da pagare.',
  nothingCredit: (amount) => `Nulla da pagare. Credito di ${amount}.`,
  creditNote: (amount) => `Credito di ${amount}. Nulla da pagare.`,
  voidInvoice: (business) => `${business} ha annullato questa fattura. Non c’è nulla da pagare.`,
  voidEstimate: (business) => `${business} ha annullato questo preventivo.`,
  voidCreditNote: (business) => `${business} ha annullato questa nota di credito.`,
  uncollectible: (business) =>
    `${business} ha chiuso questa fattura. Per eventuali domande, La preghiamo di mettersi in contatto.`,
  depositOnApproval: (amount) => `Acconto di ${amount} all’approvazione`,
  approved: (date) => `Approvato ${onDay(date)}.`,
  depositPaid: (amount) => `L’acconto di ${amount} è stato pagato. Grazie.`,
  nextDeposit: (amount) => `Il prossimo passo è pagare un acconto di ${amount}.`,
  nextContact: (business) => `${business} La contatterà per i prossimi passi.`,
  depositDue: 'Acconto da pagare',
  declined: 'Ha rifiutato questo preventivo. Ha cambiato idea? Ci contatti.',
  expired: (date) => `Questo preventivo era valido fino ${toDay(date)}.`,
  invoiced: (number) =>
    number
      ? `Questo preventivo è diventato la fattura ${number}.`
      : 'Questo preventivo è diventato una fattura.',
  asOf: (date) =>
    `Situazione ${toDay(date)}. I pagamenti e le modifiche successivi non compaiono qui.`,
  preview: 'Anteprima: ecco che cosa vede il cliente',
  previewEstimate:
    'Anteprima: ecco che cosa vede il cliente. «Approva» e «Rifiuta» compaiono solo sul link del cliente.',
  cancelledOn: (date) => `Data di annullamento: ${date}.`,
  business: 'l’azienda',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Domanda: ${name}`,
  update: (name) => `Richiesta di aggiornamento: ${name}`,
  newLink: 'Richiesta di un nuovo link',
  problem: (reference) =>
    reference
      ? `Problema con una pagina, codice di riferimento ${reference}`
      : 'Problema con una pagina',
}

export const pages: Labels = {
  language: 'it',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: {
    invoice: 'Fattura a:',
    estimate: 'Preventivo per:',
    credit_note: 'Credito a:',
  },
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices,
  renewal,
  reference: (code) => `Codice di riferimento: ${code}`,
  pageNumber: ['Pagina ', ' di ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}
