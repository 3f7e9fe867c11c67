/** The customer's history and statement in Dutch. */

import { plural } from '../../plural.ts'
import type { MailLabels } from '../en/mail.ts'
import type { Labels } from '../en/pages.ts'

type Words = Labels['history']

const states: Words['states'] = {
  open: 'Openstaand',
  due: (date) => `Te betalen uiterlijk ${date}`,
  overdue: 'Te laat',
  left: (total) => `nog open van ${total}`,
  onItsWay: (amount) => `${amount} onderweg`,
  paid: 'Betaald',
  refunded: 'Terugbetaald',
  partlyRefunded: 'Deels terugbetaald',
  overpaid: 'Te veel betaald',
  cancelled: 'Geannuleerd',
  closed: 'Afgesloten',
  credit: 'Tegoed',
  nothing: 'Niets te betalen',
  validUntil: (date) => `Geldig tot en met ${date}`,
  expired: (date) => `Was geldig tot en met ${date}`,
  approved: 'Goedgekeurd',
  depositDue: (amount) => `Goedgekeurd, aanbetaling van ${amount} te betalen`,
  declined: 'Afgewezen',
  invoiced: (number) => (number ? `Werd factuur ${number}` : 'Werd een factuur'),
}

const statement: Words['statement'] = {
  title: 'Rekeningoverzicht',
  heading: 'Rekeningoverzicht',
  from: 'Van',
  until: 'Tot en met',
  download: 'Rekeningoverzicht downloaden',
  problems: {
    no_date: 'Vul een datum in, zoals 2025-01-31.',
    too_early: 'Vul een dag in die niet vóór de eerste ligt.',
  },
  for: 'Voor:',
  begins: 'Begindatum:',
  ends: 'Einddatum:',
  currency: 'Valuta:',
  days: (from, until) => `${from} tot en met ${until}`,
  columns: { date: 'Datum', what: 'Omschrijving', amount: 'Bedrag', balance: 'Saldo' },
  opening: 'Beginsaldo',
  closing: 'Eindsaldo',
  inFavor: 'In uw voordeel',
  nothing: 'Tot die datum waren er geen facturen en geen betalingen.',
  movements: {
    invoice: (number) => `Factuur ${number}`,
    credit_note: (number) => `Creditnota ${number}`,
    cancelled: (number) => `Factuur ${number} geannuleerd`,
    disputing: (number) => `Betwisting over ${number}, nog niet beslist`,
    credit: (number) => `Tegoed op ${number}`,
    other: (what, number) => `${what}, ${number}`,
  },
  note: 'Betalingen die onderweg zijn, zijn niet meegerekend.',
}

export const history: Words = {
  see: 'Uw overzicht bekijken',
  title: 'Uw overzicht',
  titleFrom: (business) => (business ? `Uw overzicht bij ${business}` : 'Uw overzicht'),
  outstanding: plural('nl', {
    one: 'openstaand op # factuur',
    other: 'openstaand op # facturen',
  }),
  alsoOutstanding: (amount) => `en ${amount}`,
  nothingOutstanding: 'Er staat niets open. Dank u wel.',
  nothing: 'Hier is nog niets.',
  forCustomer: (name) => `Voor ${name}`,
  until: (when) => `Deze pagina is beschikbaar tot ${when}.`,
  lists: {
    outstanding: 'Openstaande facturen',
    estimates: 'Offertes',
    settled: 'Betaald en afgesloten',
    payments: 'Betalingen en betaalbewijzen',
  },
  columns: { document: 'Document', date: 'Datum', state: 'Status', amount: 'Bedrag' },
  states,
  mailLink: 'Stuur mij de link',
  mailLinkTo: (about) => `Stuur mij de link: ${about}`,
  receipt: (number) => `Betaalbewijs ${number}`,
  downloadReceipt: (number) => `Betaalbewijs ${number} als PDF downloaden`,
  earlier: 'Eerder',
  later: 'Later',
  howToOpen:
    'Voor uw veiligheid opent u elk document met een eigen link, die wij sturen naar het e-mailadres dat wij van u hebben.',
  askUs:
    'Wij hebben geen e-mailadres van u. Vraag ons om een link als u een document opnieuw wilt openen.',
  asked: (about) =>
    `Een link (${about}) is onderweg naar het e-mailadres dat wij van u hebben, tenzij er in het afgelopen uur al een is gestuurd.`,
  closed: (about) => `${about} kan niet meer worden geopend. Neem hierover contact met ons op.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory: MailLabels['history'] = {
  subject: (business) => (business ? `Uw overzicht bij ${business}` : 'Uw overzicht'),
  preheader: (when) => `De link werkt tot ${when}`,
  title: 'Uw overzicht',
  sentences: [
    'Hier is de link naar uw facturen, offertes, betalingen en betaalbewijzen waar u om hebt gevraagd.',
    'Hebt u er niet om gevraagd? Dan kunt u deze e-mail negeren: de link is alleen naar u gestuurd.',
  ],
  works: 'Werkt tot',
  button: 'Uw overzicht bekijken',
  secrecy: 'Iedereen met deze link kan uw overzicht bekijken. Behandel de link als een wachtwoord.',
}
