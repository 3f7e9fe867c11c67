/** Everything that pages and printed sheets say in German. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Rechnung Nr. ${number}`,
  estimate: (number) => `Angebot Nr. ${number}`,
  credit_note: (number) => `Gutschrift Nr. ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Rechnung ${number}`,
  estimate: (number) => `Angebot ${number}`,
  credit_note: (number) => `Gutschrift ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Rechnung von ${business}` : 'Rechnung'),
  estimate: (business) => (business ? `Angebot von ${business}` : 'Angebot'),
  credit_note: (business) => (business ? `Gutschrift von ${business}` : 'Gutschrift'),
}

const facts: Labels['facts'] = {
  date: 'Datum:',
  due: 'Fällig am:',
  validUntil: 'Gültig bis:',
  updated: 'Geändert am',
  forInvoice: 'Zu Rechnung:',
  forEstimate: 'Zu Angebot:',
  invoice: 'Rechnung:',
}

const items: Labels['items'] = {
  title: 'Positionen',
  description: 'Beschreibung',
  quantity: 'Menge',
  rate: 'Einzelpreis',
  amount: 'Betrag',
  discount: (percent, amount) => (percent ? `Rabatt ${percent}: ${amount}` : `Rabatt: ${amount}`),
  taxes: (list) => `Besteuert mit ${list}`,
  untaxed: 'Ohne Steuer',
}

const totals: Labels['totals'] = {
  title: 'Summen',
  subtotal: 'Zwischensumme',
  discount: (percent) => (percent ? `Rabatt (${percent})` : 'Rabatt'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `Darin enthalten: ${name} (${rate})`,
  totalDue: 'Zu zahlen',
  total: 'Gesamtbetrag',
  estimateTotal: 'Gesamtbetrag:',
  totalCredit: 'Gutschriftsbetrag',
  depositRequired: 'Erforderliche Anzahlung:',
  depositPaid: 'Geleistete Anzahlung',
  paid: 'Bezahlt',
  refunded: 'Erstattet',
  disputed: 'Wegen Reklamation einbehalten',
  balanceDue: 'Offener Betrag',
}

const payments: Labels['payments'] = {
  title: 'Zahlungen',
  kinds: {
    payment: 'Zahlung',
    refund: 'Erstattung',
    dispute: 'Reklamierte Zahlung',
    dispute_won: 'Reklamation erledigt',
    refund_failed: 'Erstattung zurückgegangen',
    transfer_in: 'Anzahlung aus dem Angebot',
    transfer_out: 'Auf die Rechnung übertragen',
    credit: 'Guthaben',
  },
  methods: {
    cash: 'bar',
    check: 'Scheck',
    bank: 'Überweisung',
    card: 'Karte',
    ach: 'Lastschrift (ACH)',
    stripe_card: 'Karte',
    square_card: 'Karte',
    stripe_ach: 'Lastschrift (ACH)',
    paypal: 'PayPal',
    sandbox: 'Testzahlung',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Überblick',
  from: 'Von:',
  howToPay: 'So können Sie zahlen',
  notes: 'Anmerkungen',
  terms: 'Bedingungen',
  business: 'Unternehmen',
  taxId: (id) => `Steuernummer: ${id}`,
  language: 'Sprache',
}

const actions: Labels['actions'] = {
  downloadPdf: 'PDF herunterladen',
  print: 'Drucken',
  contact: 'Kontakt',
  back: 'Zurück',
  askQuestion: 'Frage stellen',
  askUpdate: 'Aktualisierung anfragen',
  howToPay: 'So können Sie zahlen',
  links: 'Mehr',
}

const states: Labels['states'] = {
  draft: 'Dies ist ein Entwurf. Er wurde nicht verschickt.',
  dueOn: (date) => `fällig am ${date}`,
  validUntil: (date) => `gültig bis ${date}`,
  partlyPaid: (left, total, paid) =>
    `Von ${total} sind noch ${left} offen. Bisher bezahlt: ${paid}.`,
  overdue: (date) => `Diese Rechnung war am ${date} fällig.`,
  processing: (amount) =>
    `Ihre Bankzahlung über ${amount} ist unterwegs. Das dauert meist bis zu 4 Werktage. Sie müssen nicht noch einmal zahlen.`,
  onItsWay: 'Unterwegs',
  leftToPay: 'Noch zu zahlen',
  paid: (date) => `Am ${date} vollständig bezahlt. Vielen Dank.`,
  receipt: (number) => `Quittung ${number}`,
  bankFailed: (amount) =>
    `Die Bankzahlung über ${amount} ist fehlgeschlagen. Es wurde nichts eingezogen.`,
  overpaid: (business, amount) =>
    `Wir haben mehr erhalten, als zu zahlen war. ${business} meldet sich bei Ihnen wegen ${amount}.`,
  refunded: (amount, date) => `${amount} wurden am ${date} erstattet.`,
  nothingToPay: 'Nichts zu zahlen.',
  nothingCredit: (amount) => `Nichts zu zahlen. Guthaben von ${amount}.`,
  creditNote: (amount) => `Gutschrift über ${amount}. Nichts zu zahlen.`,
  voidInvoice: (business) =>
    `Diese Rechnung wurde von ${business} storniert. Es ist nichts zu zahlen.`,
  voidEstimate: (business) => `Dieses Angebot wurde von ${business} zurückgezogen.`,
  voidCreditNote: (business) => `Diese Gutschrift wurde von ${business} storniert.`,
  uncollectible: (business) =>
    `${business} hat diese Rechnung abgeschlossen. Bitte wenden Sie sich bei Fragen dorthin.`,
  depositOnApproval: (amount) => `${amount} Anzahlung bei Annahme`,
  approved: (date) => `Am ${date} angenommen.`,
  depositPaid: (amount) => `Die Anzahlung von ${amount} ist bezahlt. Vielen Dank.`,
  nextDeposit: (amount) => `Als Nächstes ist eine Anzahlung von ${amount} fällig.`,
  nextContact: (business) => `${business} meldet sich bei Ihnen wegen der nächsten Schritte.`,
  depositDue: 'Anzahlung fällig',
  declined:
    'Sie haben dieses Angebot abgelehnt. Haben Sie es sich anders überlegt? Melden Sie sich bei uns.',
  expired: (date) => `Dieses Angebot war bis ${date} gültig.`,
  invoiced: (number) =>
    number
      ? `Aus diesem Angebot wurde die Rechnung ${number}.`
      : 'Aus diesem Angebot wurde eine Rechnung.',
  asOf: (date) => `Stand: ${date}. Spätere Zahlungen und Änderungen sind hier nicht zu sehen.`,
  preview: 'Vorschau: So sieht es Ihr Kunde',
  previewEstimate:
    'Vorschau: So sieht es Ihr Kunde. „Annehmen“ und „Ablehnen“ erscheinen nur unter dem Link des Kunden.',
  cancelledOn: (date) => `Storniert am ${date}.`,
  business: 'das Unternehmen',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Frage zu: ${name}`,
  update: (name) => `Bitte aktualisieren: ${name}`,
  newLink: 'Bitte senden Sie mir einen neuen Link',
  problem: (reference) =>
    reference ? `Problem mit einer Seite, Kennung ${reference}` : 'Problem mit einer Seite',
}

export const pages: Labels = {
  language: 'de',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: { invoice: 'Rechnung an:', estimate: 'Angebot für:', credit_note: 'Gutschrift für:' },
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
  reference: (code) => `Kennung: ${code}`,
  pageNumber: ['Seite ', ' von ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}
