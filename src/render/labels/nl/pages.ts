/** Everything that pages and printed sheets say in Dutch. */

import type { Labels } from '../en/pages.ts'
import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings: Labels['headings'] = {
  invoice: (number) => `Factuur nr. ${number}`,
  estimate: (number) => `Offerte nr. ${number}`,
  credit_note: (number) => `Creditnota nr. ${number}`,
}

const names: Labels['names'] = {
  invoice: (number) => `Factuur ${number}`,
  estimate: (number) => `Offerte ${number}`,
  credit_note: (number) => `Creditnota ${number}`,
}

const titles: Labels['titles'] = {
  invoice: (business) => (business ? `Factuur van ${business}` : 'Factuur'),
  estimate: (business) => (business ? `Offerte van ${business}` : 'Offerte'),
  credit_note: (business) => (business ? `Creditnota van ${business}` : 'Creditnota'),
}

const facts: Labels['facts'] = {
  date: 'Datum:',
  due: 'Vervaldatum:',
  validUntil: 'Geldig tot en met:',
  updated: 'Gewijzigd op',
  forInvoice: 'Bij factuur:',
  forEstimate: 'Bij offerte:',
  invoice: 'Factuur:',
}

const items: Labels['items'] = {
  title: 'Posten',
  description: 'Omschrijving',
  quantity: 'Aantal',
  rate: 'Prijs',
  amount: 'Bedrag',
  discount: (percent, amount) => (percent ? `Korting ${percent}: ${amount}` : `Korting: ${amount}`),
  taxes: (list) => `Belast met ${list}`,
  untaxed: 'Onbelast',
}

const totals: Labels['totals'] = {
  title: 'Totalen',
  subtotal: 'Subtotaal',
  discount: (percent) => (percent ? `Korting (${percent})` : 'Korting'),
  tax: (name, rate) => `${name} (${rate})`,
  includedTax: (name, rate) => `Inclusief ${name} (${rate})`,
  totalDue: 'Totaal te betalen',
  total: 'Totaal',
  estimateTotal: 'Totaal:',
  totalCredit: 'Totaal tegoed',
  depositRequired: 'Vereiste aanbetaling:',
  depositPaid: 'Aanbetaling voldaan',
  paid: 'Betaald',
  refunded: 'Terugbetaald',
  disputed: 'Vastgehouden wegens betwisting',
  balanceDue: 'Openstaand bedrag',
}

const payments: Labels['payments'] = {
  title: 'Betalingen',
  kinds: {
    payment: 'Betaling',
    refund: 'Terugbetaling',
    dispute: 'Betwiste betaling',
    dispute_won: 'Betwisting afgehandeld',
    refund_failed: 'Terugbetaling teruggeboekt',
    transfer_in: 'Aanbetaling uit de offerte',
    transfer_out: 'Overgezet naar de factuur',
    credit: 'Tegoed',
  },
  methods: {
    cash: 'contant',
    check: 'cheque',
    bank: 'overschrijving',
    card: 'kaart',
    ach: 'bankoverschrijving (ACH)',
    stripe_card: 'kaart',
    square_card: 'kaart',
    stripe_ach: 'bankoverschrijving (ACH)',
    paypal: 'PayPal',
    sandbox: 'testbetaling',
  },
  with: (kind, method) => `${kind} (${method})`,
}

const parts: Labels['parts'] = {
  summary: 'Overzicht',
  from: 'Van:',
  howToPay: 'Zo kunt u betalen',
  notes: 'Opmerkingen',
  terms: 'Voorwaarden',
  business: 'Bedrijf',
  taxId: (id) => `Fiscaal nummer: ${id}`,
  language: 'Taal',
}

const actions: Labels['actions'] = {
  downloadPdf: 'PDF downloaden',
  print: 'Afdrukken',
  contact: 'Contact opnemen',
  back: 'Terug',
  askQuestion: 'Vraag stellen',
  askUpdate: 'Nieuwe versie aanvragen',
  howToPay: 'Zo kunt u betalen',
  links: 'Meer',
}

const states: Labels['states'] = {
  draft: 'Dit is een concept. Het is niet verzonden.',
  dueOn: (date) => `te betalen uiterlijk ${date}`,
  validUntil: (date) => `geldig tot en met ${date}`,
  partlyPaid: (left, total, paid) =>
    `Nog ${left} te betalen van ${total}. Tot nu toe betaald: ${paid}.`,
  overdue: (date) => `De vervaldatum van deze factuur was ${date}.`,
  processing: (amount) =>
    `Uw bankbetaling van ${amount} is onderweg. Dat duurt meestal maximaal 4 werkdagen. U hoeft niet opnieuw te betalen.`,
  onItsWay: 'Onderweg',
  leftToPay: 'Nog te betalen',
  paid: (date) => `Volledig betaald op ${date}. Dank u wel.`,
  receipt: (number) => `Betaalbewijs ${number}`,
  bankFailed: (amount) => `De bankbetaling van ${amount} is niet gelukt. Er is niets geïnd.`,
  overpaid: (business, amount) =>
    `Wij hebben meer ontvangen dan verschuldigd was. ${business} neemt contact met u op over ${amount}.`,
  refunded: (amount, date) => `${amount} is op ${date} terugbetaald.`,
  nothingToPay: 'Niets te betalen.',
  nothingCredit: (amount) => `Niets te betalen. Tegoed van ${amount}.`,
  creditNote: (amount) => `Tegoed van ${amount}. Niets te betalen.`,
  voidInvoice: (business) =>
    `Deze factuur is door ${business} geannuleerd. Er is niets te betalen.`,
  voidEstimate: (business) => `Deze offerte is door ${business} geannuleerd.`,
  voidCreditNote: (business) => `Deze creditnota is door ${business} geannuleerd.`,
  uncollectible: (business) =>
    `${business} heeft deze factuur afgesloten. Neem bij vragen contact op met ${business}.`,
  depositOnApproval: (amount) => `${amount} aanbetaling bij goedkeuring`,
  approved: (date) => `Goedgekeurd op ${date}.`,
  depositPaid: (amount) => `De aanbetaling van ${amount} is voldaan. Dank u wel.`,
  nextDeposit: (amount) => `De volgende stap is een aanbetaling van ${amount}.`,
  nextContact: (business) => `${business} neemt contact met u op over het vervolg.`,
  depositDue: 'Te betalen aanbetaling',
  declined: 'U hebt deze offerte afgewezen. Van gedachten veranderd? Neem contact met ons op.',
  expired: (date) => `Deze offerte was geldig tot en met ${date}.`,
  invoiced: (number) =>
    number
      ? `Deze offerte is factuur ${number} geworden.`
      : 'Deze offerte is een factuur geworden.',
  asOf: (date) => `Stand op ${date}. Latere betalingen en wijzigingen zijn hier niet te zien.`,
  preview: 'Voorbeeld: dit ziet uw klant',
  previewEstimate:
    'Voorbeeld: dit ziet uw klant. ‘Goedkeuren’ en ‘Afwijzen’ zijn alleen te zien via de link van de klant.',
  cancelledOn: (date) => `Geannuleerd op ${date}.`,
  business: 'het bedrijf',
}

const subjects: Labels['subjects'] = {
  contact: (name) => name,
  question: (name) => `Vraag over: ${name}`,
  update: (name) => `Verzoek om een nieuwe versie: ${name}`,
  newLink: 'Verzoek om een nieuwe link',
  problem: (reference) =>
    reference ? `Probleem met een pagina, code ${reference}` : 'Probleem met een pagina',
}

export const pages: Labels = {
  language: 'nl',
  joint: ' ',
  headings,
  names,
  titles,
  addressee: {
    invoice: 'Factuur aan:',
    estimate: 'Offerte voor:',
    credit_note: 'Creditnota voor:',
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
  reference: (code) => `Referentiecode: ${code}`,
  pageNumber: ['Pagina ', ' van ', ''],
  online,
  approval,
  certificate,
  stop,
  history,
}
