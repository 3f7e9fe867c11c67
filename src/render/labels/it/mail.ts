/** Everything that mails say in Italian. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { toDay } from './day.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} da pagare, scadenza: ${date}` : `${amount} da pagare`),
  valid: (amount, date) => (date ? `${amount}, valido fino ${toDay(date)}` : amount),
  paid: (amount) => `${amount}, pagata per intero`,
  approved: (amount) => `${amount}, approvato`,
  credit: (amount) => `credito di ${amount}`,
  nothing: 'nulla da pagare',
  for: (amount, about) => `${amount} per ${about}`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Importo da pagare',
  balanceDue: 'Saldo da pagare',
  credit: 'Credito',
  total: 'Totale',
  paidSoFar: 'Pagato finora',
  onItsWay: 'Pagamento in elaborazione',
  due: 'Scadenza',
  validUntil: 'Valido fino al',
  issued: 'Data',
  deposit: 'Acconto richiesto',
  forInvoice: 'Per la fattura',
  addressee: {
    invoice: 'Fattura a',
    estimate: 'Preventivo per',
    credit_note: 'Credito a',
  },
  customer: 'Cliente',
  when: 'Quando',
  link: 'Link',
  reason: 'Motivo',
  recipient: 'Inviato a',
  next: 'Prossimo passo',
  paid: 'Importo pagato',
  refunded: 'Rimborsato',
  paidOn: 'Data del pagamento',
  refundedOn: 'Data del rimborso',
  for: 'Per',
  method: 'Metodo di pagamento',
  reference: 'Riferimento',
  receipt: 'Ricevuta',
  left: 'Ancora da pagare',
  answerBy: 'Rispondere entro',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Questa fattura è pagata per intero. Non c’è nulla da pagare.',
  nothingToPay: 'Non c’è nulla da pagare.',
  received: 'Abbiamo ricevuto il Suo pagamento. Grazie.',
  depositReceived: 'Abbiamo ricevuto il Suo acconto. Grazie.',
  sentBack:
    'L’importo viene restituito con lo stesso metodo con cui è stato pagato. Prima che compaia sul Suo conto possono passare alcuni giorni.',
  givenBack: 'Le abbiamo restituito questo importo.',
  creditNote: 'Questo importo è un credito a Suo favore. Non c’è nulla da pagare.',
  estimate:
    'Apra il preventivo per vedere che cosa comprende e per approvarlo, rifiutarlo o fare una domanda.',
  buttonFails: 'Se il pulsante non funziona, copi questo indirizzo nel browser:',
  secrecy: 'Chiunque abbia questo link può vedere il documento. Lo tratti come una password.',
  message: (business) => (business ? `Messaggio di ${business}` : 'Messaggio'),
  howToPay: 'Come pagare',
  approved: 'Ha approvato questo preventivo.',
  questions: 'Ha una domanda? Risponda a questa e-mail.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Prova] ${subject}`,
  banner:
    'Questa è un’e-mail di prova. È stata inviata solo a Lei; al cliente non è stato inviato nulla.',
  connection: {
    subject: 'L’invio delle e-mail funziona',
    text: 'Questa e-mail è stata inviata per verificare le impostazioni di posta del portale. Se la sta leggendo, funzionano.',
    business: 'Azienda',
    transport: 'Inviata tramite',
    folder: (dir) => `la cartella ${dir}`,
    next: 'Prossimo passo: portal send --test <numero> Le invia l’e-mail che riceverebbe un cliente.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} ha pagato ${amount} per ${about}`,
  paymentFailed: (amount, about) => `Un pagamento di ${amount} per ${about} non è riuscito`,
  refunded: (amount, about) => `Rimborso di ${amount} per ${about}`,
  disputed: {
    open: (amount, about) => `Un pagamento di ${amount} per ${about} è stato contestato`,
    won: (amount, about) => `La contestazione di ${amount} per ${about} è stata vinta`,
    lost: (amount, about) => `La contestazione di ${amount} per ${about} è stata persa`,
  },
  needsReview: (about) => `Un pagamento per ${about} richiede la Sua attenzione`,
  askAgain: (command) => `Pagamento e promemoria restano sospesi fino al comando: ${command}`,
  answer: (provider, command) => `Risponda nel pannello di ${provider}, poi: ${command}`,
  theProvider: 'chi gestisce i pagamenti',
  disputeReasons,
  viewed: (customer, about) => `${customer} ha aperto ${about}`,
  mailFailed: (about) => `E-mail non consegnata: ${about}`,
  about: {
    invoice: (number) => `fattura ${number}`,
    estimate: (number) => `preventivo ${number}`,
    credit_note: (number) => `nota di credito ${number}`,
  },
  aDocument: 'un documento',
  aCustomer: 'Un cliente',
}

const count = (one: string, other: string) => plural('it', { one, many: other, other })

const digest: MailLabels['digest'] = {
  title: (date) => `Che cosa è successo fino ${toDay(date)}`,
  more: count('E # altro: portal status.', 'E altri #: portal status.'),
  events: {
    viewed: count('# visualizzazione', '# visualizzazioni'),
    approved: count('# approvazione', '# approvazioni'),
    declined: count('# rifiuto', '# rifiuti'),
    paid: count('# pagamento', '# pagamenti'),
    payment_failed: count('# pagamento non riuscito', '# pagamenti non riusciti'),
    refunded: count('# rimborso', '# rimborsi'),
    disputed: count('# contestazione', '# contestazioni'),
    needs_review: count('# da controllare', '# da controllare'),
    mail_failed: count('# e-mail non consegnata', '# e-mail non consegnate'),
    question: count('# domanda', '# domande'),
  },
}

export const mail: MailLabels = {
  language: 'it',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} di ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Vedi fattura',
    pay: 'Vedi fattura e paga',
    estimate: 'Vedi preventivo',
    credit_note: 'Vedi nota di credito',
    receipt: 'Vedi ricevuta',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Rimborso',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}
