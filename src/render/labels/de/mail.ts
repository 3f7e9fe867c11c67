/** Everything that mails say in German. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import { disputeReasons } from './disputes.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

const summaries: MailLabels['summaries'] = {
  due: (amount, date) => (date ? `${amount} fällig am ${date}` : `${amount} fällig`),
  valid: (amount, date) => (date ? `${amount}, gültig bis ${date}` : amount),
  paid: (amount) => `${amount}, vollständig bezahlt`,
  approved: (amount) => `${amount}, angenommen`,
  credit: (amount) => `Guthaben von ${amount}`,
  nothing: 'nichts zu zahlen',
  for: (amount, about) => `${amount} für ${about}`,
}

const facts: MailLabels['facts'] = {
  amountDue: 'Zu zahlen',
  balanceDue: 'Offener Betrag',
  credit: 'Guthaben',
  total: 'Gesamtbetrag',
  paidSoFar: 'Bisher bezahlt',
  onItsWay: 'Unterwegs',
  due: 'Fällig am',
  validUntil: 'Gültig bis',
  issued: 'Datum',
  deposit: 'Erforderliche Anzahlung',
  forInvoice: 'Zu Rechnung',
  addressee: { invoice: 'Rechnung an', estimate: 'Angebot für', credit_note: 'Gutschrift für' },
  customer: 'Kunde',
  when: 'Wann',
  link: 'Link',
  reason: 'Grund',
  recipient: 'Gesendet an',
  next: 'Als Nächstes',
  paid: 'Gezahlter Betrag',
  refunded: 'Erstattet',
  paidOn: 'Gezahlt am',
  refundedOn: 'Erstattet am',
  for: 'Für',
  method: 'Zahlungsart',
  reference: 'Referenz',
  receipt: 'Quittung',
  left: 'Noch zu zahlen',
  answerBy: 'Antworten bis',
}

const texts: MailLabels['texts'] = {
  paidInFull: 'Diese Rechnung ist vollständig bezahlt. Es ist nichts zu zahlen.',
  nothingToPay: 'Es ist nichts zu zahlen.',
  received: 'Wir haben Ihre Zahlung erhalten. Vielen Dank.',
  depositReceived: 'Wir haben Ihre Anzahlung erhalten. Vielen Dank.',
  sentBack:
    'Das Geld geht auf dem Weg zurück, auf dem es gezahlt wurde. Bis es auf Ihrem Konto erscheint, können einige Tage vergehen.',
  givenBack: 'Wir haben Ihnen diesen Betrag erstattet.',
  creditNote: 'Dies ist eine Gutschrift. Es ist nichts zu zahlen.',
  estimate:
    'Öffnen Sie das Angebot, um zu sehen, was enthalten ist, und um es anzunehmen, abzulehnen oder eine Frage zu stellen.',
  buttonFails:
    'Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  secrecy: 'Wer diesen Link hat, kann das Dokument sehen. Behandeln Sie ihn wie ein Passwort.',
  message: (business) => (business ? `Nachricht von ${business}` : 'Nachricht'),
  howToPay: 'So können Sie zahlen',
  approved: 'Sie haben dieses Angebot angenommen.',
  questions: 'Haben Sie eine Frage? Antworten Sie auf diese E-Mail.',
}

const test: MailLabels['test'] = {
  subject: (subject) => `[Test] ${subject}`,
  banner: 'Dies ist eine Test-E-Mail. Nur Sie haben sie erhalten; an Ihren Kunden ging nichts.',
  connection: {
    subject: 'Der E-Mail-Versand funktioniert',
    text: 'Diese E-Mail wurde gesendet, um die E-Mail-Einstellungen Ihres Portals zu prüfen. Sie lesen sie gerade: Die Einstellungen stimmen also.',
    business: 'Unternehmen',
    transport: 'Gesendet über',
    folder: (dir) => `den Ordner ${dir}`,
    next: 'Als Nächstes: portal send --test <Nummer> sendet Ihnen die E-Mail, die Ihr Kunde erhalten würde.',
  },
}

const notices: MailLabels['notices'] = {
  paid: (customer, amount, about) => `${customer} hat ${amount} für ${about} gezahlt`,
  paymentFailed: (amount, about) => `Eine Zahlung über ${amount} für ${about} ist fehlgeschlagen`,
  refunded: (amount, about) => `${amount} für ${about} wurden erstattet`,
  disputed: {
    open: (amount, about) => `Eine Zahlung über ${amount} für ${about} wurde reklamiert`,
    won: (amount, about) => `Die Reklamation über ${amount} für ${about} wurde gewonnen`,
    lost: (amount, about) => `Die Reklamation über ${amount} für ${about} wurde verloren`,
  },
  needsReview: (about) => `Bitte prüfen Sie eine Zahlung für ${about}`,
  askAgain: (command) => `Zahlungen und Erinnerungen ruhen bis: ${command}`,
  answer: (provider, command) => `Antworten Sie im Dashboard von ${provider}, dann: ${command}`,
  theProvider: 'dem Zahlungsanbieter',
  disputeReasons,
  viewed: (customer, about) => `${customer} hat ${about} angesehen`,
  mailFailed: (about) => `E-Mail zu ${about} wurde nicht zugestellt`,
  about: {
    invoice: (number) => `Rechnung ${number}`,
    estimate: (number) => `Angebot ${number}`,
    credit_note: (number) => `Gutschrift ${number}`,
  },
  aDocument: 'einem Dokument',
  aCustomer: 'Ein Kunde',
}

/** "3 angesehen": the same in singular and plural. */
const times = (what: string) => plural('de', { one: `# ${what}`, other: `# ${what}` })

const digest: MailLabels['digest'] = {
  title: (date) => `Ereignisse bis ${date}`,
  more: plural('de', {
    one: 'Und # weiteres: portal status.',
    other: 'Und # weitere: portal status.',
  }),
  events: {
    viewed: times('angesehen'),
    approved: times('angenommen'),
    declined: times('abgelehnt'),
    paid: times('bezahlt'),
    payment_failed: plural('de', {
      one: '# Zahlung fehlgeschlagen',
      other: '# Zahlungen fehlgeschlagen',
    }),
    refunded: times('erstattet'),
    disputed: times('reklamiert'),
    needs_review: times('zu prüfen'),
    mail_failed: times('nicht zugestellt'),
    question: plural('de', { one: '# Frage', other: '# Fragen' }),
  },
}

export const mail: MailLabels = {
  language: 'de',
  line: (label, value) => `${label}: ${value}`,
  lead: (label) => `${label}:`,
  subject: (name, business, summary) =>
    business ? `${name} von ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount, percent) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons: {
    invoice: 'Rechnung ansehen',
    pay: 'Rechnung ansehen und bezahlen',
    estimate: 'Angebot ansehen',
    credit_note: 'Gutschrift ansehen',
    receipt: 'Quittung ansehen',
  },
  texts,
  test,
  notices,
  digest,
  refund: 'Erstattung',
  approval: mailApproval,
  history: mailHistory,
  reminders,
}
