/** The customer's history and statement. Amounts, dates and names come in formatted. */

import { plural } from '../../plural.ts'

const lists = {
  outstanding: 'Outstanding Invoices',
  estimates: 'Estimates',
  settled: 'Paid and Closed',
  payments: 'Payments and Receipts',
}

/** What stands above the columns, read aloud where the rows are stacked. */
const columns = { document: 'Document', date: 'Date', state: 'State', amount: 'Amount' }

/** Where a document stands, in as few words as fit beside its date. */
const states = {
  open: 'Open',
  due: (date: string) => `Due ${date}`,
  overdue: 'Overdue',
  left: (total: string) => `left of ${total}`,
  onItsWay: (amount: string) => `${amount} on its way`,
  paid: 'Paid',
  refunded: 'Refunded',
  partlyRefunded: 'Partly refunded',
  overpaid: 'Overpaid',
  cancelled: 'Cancelled',
  closed: 'Closed',
  credit: 'Credit',
  nothing: 'Nothing to pay',
  validUntil: (date: string) => `Valid until ${date}`,
  expired: (date: string) => `Was valid until ${date}`,
  approved: 'Approved',
  depositDue: (amount: string) => `Approved, deposit of ${amount} due`,
  declined: 'Declined',
  invoiced: (number: string) => (number ? `Became invoice ${number}` : 'Became an invoice'),
}

const statement = {
  title: 'Statement',
  heading: 'Statement of Account',
  from: 'From',
  until: 'Until',
  download: 'Download Statement',
  problems: {
    no_date: 'Enter a date, such as 2025-01-31.',
    too_early: 'Enter a day that is not before the first one.',
  },
  /** On paper: the customer, and the first and the last day. */
  for: 'For:',
  begins: 'Begins:',
  ends: 'Ends:',
  currency: 'Currency:',
  days: (from: string, until: string) => `${from} to ${until}`,
  columns: { date: 'Date', what: 'What', amount: 'Amount', balance: 'Balance' },
  opening: 'Opening balance',
  closing: 'Closing Balance',
  /** Below the closing balance of an account on which the customer has paid ahead. */
  inFavor: 'In your favor',
  nothing: 'There were no invoices and no payments until then.',
  movements: {
    invoice: (number: string) => `Invoice ${number}`,
    credit_note: (number: string) => `Credit note ${number}`,
    cancelled: (number: string) => `Invoice ${number} cancelled`,
    disputing: (number: string) => `Dispute about ${number}, not decided yet`,
    credit: (number: string) => `Credit on ${number}`,
    other: (what: string, number: string) => `${what}, ${number}`,
  },
  note: 'Payments that are on their way are not included.',
}

export const history = {
  see: 'See Your History',
  title: 'Your History',
  titleFrom: (business: string) => (business ? `Your history with ${business}` : 'Your history'),
  /** Beside the amount: what it is. */
  outstanding: plural('en', {
    one: 'outstanding on # invoice',
    other: 'outstanding on # invoices',
  }),
  alsoOutstanding: (amount: string) => `and ${amount}`,
  nothingOutstanding: 'Nothing is outstanding. Thank you.',
  nothing: 'There is nothing here yet.',
  forCustomer: (name: string) => `For ${name}`,
  until: (when: string) => `This page closes on ${when}.`,
  lists,
  columns,
  states,
  mailLink: 'Send Me the Link',
  /** Read aloud in its place; `about` is "Invoice INV-001". */
  mailLinkTo: (about: string) => `Send me the link to ${about}`,
  receipt: (number: string) => `Receipt ${number}`,
  downloadReceipt: (number: string) => `Download receipt ${number} as PDF`,
  earlier: 'Earlier',
  later: 'Later',
  howToOpen:
    'For your safety, each document opens with a link of its own, sent to the e-mail address that we have on file.',
  askUs: 'We have no e-mail address for you. To open a document again, please ask us for a link.',
  asked: (about: string) =>
    `A link to ${about} is on its way to the e-mail address that we have on file, unless one was sent within the last hour.`,
  closed: (about: string) => `${about} cannot be opened any more. Please contact us about it.`,
  statement,
}

/** The mail that brings the link. */
export const mailHistory = {
  subject: (business: string) => (business ? `Your history with ${business}` : 'Your history'),
  preheader: (when: string) => `The link works until ${when}`,
  title: 'Your history',
  sentences: [
    'Here is the link to your invoices, estimates, payments and receipts that you asked for.',
    'If you did not ask for it, you can ignore this e-mail: the link was sent only to you.',
  ],
  works: 'Works until',
  button: 'See your history',
  secrecy: 'Anyone with this link can view your history. Treat it like a password.',
}
