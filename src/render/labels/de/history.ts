/** The customer's history and statement in German. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'Offen',
  due: (date) => `Fällig am ${date}`,
  overdue: 'Überfällig',
  left: (total) => `Rest von ${total}`,
  onItsWay: (amount) => `${amount} unterwegs`,
  paid: 'Bezahlt',
  refunded: 'Erstattet',
  partlyRefunded: 'Teilweise erstattet',
  overpaid: 'Überzahlt',
  cancelled: 'Storniert',
  closed: 'Abgeschlossen',
  credit: 'Guthaben',
  nothing: 'Nichts zu zahlen',
  validUntil: (date) => `Gültig bis ${date}`,
  expired: (date) => `War gültig bis ${date}`,
  approved: 'Angenommen',
  depositDue: (amount) => `Angenommen, Anzahlung von ${amount} fällig`,
  declined: 'Abgelehnt',
  invoiced: (number) => (number ? `Wurde zu Rechnung ${number}` : 'Wurde zu einer Rechnung'),
}

const statement: Words['statement'] = {
  title: 'Kontoauszug',
  heading: 'Kontoauszug',
  from: 'Von',
  until: 'Bis',
  download: 'Kontoauszug herunterladen',
  problems: {
    no_date: 'Geben Sie ein Datum ein, zum Beispiel 2025-01-31.',
    too_early: 'Geben Sie einen Tag ein, der nicht vor dem ersten liegt.',
  },
  for: 'Für:',
  begins: 'Beginnt:',
  ends: 'Endet:',
  currency: 'Währung:',
  days: (from, until) => `${from} bis ${until}`,
  columns: { date: 'Datum', what: 'Vorgang', amount: 'Betrag', balance: 'Saldo' },
  opening: 'Anfangssaldo',
  closing: 'Endsaldo',
  inFavor: 'Zu Ihren Gunsten',
  nothing: 'Bis dahin gab es keine Rechnungen und keine Zahlungen.',
  movements: {
    invoice: (number) => `Rechnung ${number}`,
    credit_note: (number) => `Gutschrift ${number}`,
    cancelled: (number) => `Rechnung ${number} storniert`,
    disputing: (number) => `Reklamation zu ${number}, noch nicht entschieden`,
    credit: (number) => `Guthaben zu ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'Zahlungen, die noch unterwegs sind, sind nicht enthalten.',
}

export const history: Words = {
  see: 'Ihre Übersicht ansehen',
  title: 'Ihre Übersicht',
  titleFrom: (business) => (business ? `Ihre Übersicht bei ${business}` : 'Ihre Übersicht'),
  outstanding: plural('de', {
    one: 'offen aus # Rechnung',
    other: 'offen aus # Rechnungen',
  }),
  alsoOutstanding: (amount) => `und ${amount}`,
  nothingOutstanding: 'Es ist kein Betrag offen. Vielen Dank.',
  nothing: 'Hier gibt es noch nichts.',
  forCustomer: (name) => `Für ${name}`,
  until: (when) => `Diese Seite ist bis ${when} verfügbar.`,
  lists: {
    outstanding: 'Offene Rechnungen',
    estimates: 'Angebote',
    settled: 'Bezahlt und abgeschlossen',
    payments: 'Zahlungen und Quittungen',
  },
  columns: { document: 'Dokument', date: 'Datum', state: 'Status', amount: 'Betrag' },
  states,
  mailLink: 'Link anfordern',
  mailLinkTo: (about) => `Link anfordern: ${about}`,
  receipt: (number) => `Quittung ${number}`,
  downloadReceipt: (number) => `Quittung ${number} als PDF herunterladen`,
  earlier: 'Ältere',
  later: 'Neuere',
  howToOpen:
    'Zu Ihrer Sicherheit öffnen Sie jedes Dokument mit einem eigenen Link, den wir an die bei uns hinterlegte E-Mail-Adresse senden.',
  askUs:
    'Wir haben keine E-Mail-Adresse von Ihnen. Um ein Dokument erneut zu öffnen, bitten Sie uns bitte um einen Link.',
  asked: (about) =>
    `Ein Link zu ${about} ist unterwegs an die bei uns hinterlegte E-Mail-Adresse, sofern in der letzten Stunde noch keiner gesendet wurde.`,
  closed: (about) => `${about} lässt sich nicht mehr öffnen. Bitte wenden Sie sich dazu an uns.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Ihre Übersicht bei ${business}` : 'Ihre Übersicht'),
  preheader: (when) => `Der Link gilt bis ${when}`,
  title: 'Ihre Übersicht',
  sentences: [
    'Hier ist der Link zu Ihren Rechnungen, Angeboten, Zahlungen und Quittungen, um den Sie gebeten haben.',
    'Sie haben nicht darum gebeten? Dann können Sie diese E-Mail ignorieren: Der Link ging nur an Sie.',
  ],
  works: 'Gilt bis',
  button: 'Ihre Übersicht ansehen',
  secrecy: 'Wer diesen Link hat, kann Ihre Übersicht sehen. Behandeln Sie ihn wie ein Passwort.',
}
