/** Everything that pages and printed sheets say in English. Amounts, dates and names come in formatted. */

import { approval } from './approval.ts'
import { certificate } from './certificate.ts'
import { history } from './history.ts'
import { notices, renewal } from './notices.ts'
import { online } from './payments.ts'
import { stop } from './stop.ts'

const headings = {
  invoice: (number: string) => `Invoice #${number}`,
  estimate: (number: string) => `Estimate #${number}`,
  credit_note: (number: string) => `Credit Note #${number}`,
}

/** Without the number sign, for sentences and titles. */
const names = {
  invoice: (number: string) => `Invoice ${number}`,
  estimate: (number: string) => `Estimate ${number}`,
  credit_note: (number: string) => `Credit Note ${number}`,
}

/** What a link's preview card and the tab say: never more than who it is from. */
const titles = {
  invoice: (business: string) => (business ? `Invoice from ${business}` : 'Invoice'),
  estimate: (business: string) => (business ? `Estimate from ${business}` : 'Estimate'),
  credit_note: (business: string) => (business ? `Credit note from ${business}` : 'Credit note'),
}

const addressee = { invoice: 'Bill To:', estimate: 'Prepared For:', credit_note: 'Credit To:' }

const facts = {
  date: 'Date:',
  due: 'Due:',
  validUntil: 'Valid Until:',
  updated: 'Updated on',
  forInvoice: 'For Invoice:',
  forEstimate: 'For Estimate:',
  invoice: 'Invoice:',
}

const items = {
  title: 'Items',
  description: 'Description',
  quantity: 'Qty',
  rate: 'Rate',
  amount: 'Amount',
  discount: (percent: string, amount: string) =>
    percent ? `Discount ${percent}: ${amount}` : `Discount: ${amount}`,
  taxes: (list: string) => `Taxed with ${list}`,
  untaxed: 'Not taxed',
}

const totals = {
  title: 'Totals',
  subtotal: 'Subtotal',
  discount: (percent: string) => (percent ? `Discount (${percent})` : 'Discount'),
  tax: (name: string, rate: string) => `${name} (${rate})`,
  includedTax: (name: string, rate: string) => `Includes ${name} (${rate})`,
  totalDue: 'Total Due',
  total: 'Total',
  estimateTotal: 'Total:',
  totalCredit: 'Total Credit',
  depositRequired: 'Deposit Required:',
  depositPaid: 'Deposit Paid',
  paid: 'Paid',
  refunded: 'Refunded',
  disputed: 'Held by a Dispute',
  balanceDue: 'Balance Due',
}

const payments = {
  title: 'Payments',
  kinds: {
    payment: 'Payment',
    refund: 'Refund',
    dispute: 'Disputed payment',
    dispute_won: 'Dispute settled',
    refund_failed: 'Refund returned',
    transfer_in: 'Deposit from the estimate',
    transfer_out: 'Moved to the invoice',
    credit: 'Credit',
  },
  methods: {
    cash: 'cash',
    check: 'check',
    bank: 'bank transfer',
    card: 'card',
    ach: 'bank transfer (ACH)',
    stripe_card: 'card',
    square_card: 'card',
    stripe_ach: 'bank transfer (ACH)',
    paypal: 'PayPal',
    sandbox: 'test payment',
  } as Record<string, string>,
  with: (kind: string, method: string) => `${kind} by ${method}`,
}

const parts = {
  summary: 'Summary',
  from: 'From:',
  howToPay: 'How to Pay',
  notes: 'Notes',
  terms: 'Terms',
  business: 'Business',
  taxId: (id: string) => `Tax ID: ${id}`,
  /** Above the names of the languages in which the page can be read. */
  language: 'Language',
}

const actions = {
  downloadPdf: 'Download PDF',
  print: 'Print',
  contact: 'Contact',
  back: 'Go Back',
  askQuestion: 'Ask a Question',
  askUpdate: 'Ask for an Update',
  howToPay: 'How to Pay',
  links: 'More',
}

const states = {
  draft: 'This is a draft. It has not been sent.',
  dueOn: (date: string) => `due ${date}`,
  validUntil: (date: string) => `valid until ${date}`,
  partlyPaid: (left: string, total: string, paid: string) =>
    `${left} left of ${total}. Paid so far: ${paid}.`,
  overdue: (date: string) => `This invoice was due on ${date}.`,
  processing: (amount: string) =>
    `Your bank payment of ${amount} is on its way. It usually takes up to 4 business days. You do not need to pay again.`,
  onItsWay: 'On its way',
  leftToPay: 'Left to pay',
  paid: (date: string) => `Paid in full on ${date}. Thank you.`,
  receipt: (number: string) => `Receipt ${number}`,
  bankFailed: (amount: string) =>
    `The bank payment of ${amount} did not go through. Nothing was collected.`,
  overpaid: (business: string, amount: string) =>
    `We received more than was due. ${business} will contact you about ${amount}.`,
  refunded: (amount: string, date: string) => `${amount} was refunded on ${date}.`,
  nothingToPay: 'Nothing to pay.',
  nothingCredit: (amount: string) => `Nothing to pay. Credit of ${amount}.`,
  creditNote: (amount: string) => `Credit of ${amount}. Nothing to pay.`,
  voidInvoice: (business: string) => `This invoice was cancelled by ${business}. Nothing is due.`,
  voidEstimate: (business: string) => `This estimate was cancelled by ${business}.`,
  voidCreditNote: (business: string) => `This credit note was cancelled by ${business}.`,
  uncollectible: (business: string) =>
    `${business} has closed this invoice. Please contact them if you have a question about it.`,
  depositOnApproval: (amount: string) => `${amount} deposit on approval`,
  approved: (date: string) => `Approved on ${date}.`,
  depositPaid: (amount: string) => `The deposit of ${amount} is paid. Thank you.`,
  nextDeposit: (amount: string) => `Next, a deposit of ${amount} is due.`,
  nextContact: (business: string) => `${business} will contact you about what happens next.`,
  depositDue: 'Deposit Due',
  declined: 'You declined this estimate. Changed your mind? Contact us.',
  expired: (date: string) => `This estimate was valid until ${date}.`,
  invoiced: (number: string) =>
    number ? `This estimate became invoice ${number}.` : 'This estimate became an invoice.',
  asOf: (date: string) => `As of ${date}. Later payments and changes are not shown here.`,
  preview: 'Preview: this is what your customer sees',
  previewEstimate:
    'Preview: this is what your customer sees. Approve and Decline stand only on their own link.',
  cancelledOn: (date: string) => `Cancelled on ${date}.`,
  /** Stands for the business where its name is not set. */
  business: 'the business',
}

/** Subjects of the mails that customers start from a page. */
const subjects = {
  contact: (name: string) => name,
  question: (name: string) => `Question about ${name}`,
  update: (name: string) => `Please update ${name}`,
  newLink: 'Please send me a new link',
  problem: (reference: string) =>
    reference ? `Problem with a page, reference ${reference}` : 'Problem with a page',
}

const reference = (code: string) => `Reference code: ${code}`

/** What stands between two sentences: a space, or nothing where a language has none. */
const joint = ' '

/** Before, between and after the two numbers of "Page 1 of 3". */
const pageNumber: [string, string, string] = ['Page ', ' of ', '']

export const pages = {
  language: 'en',
  joint,
  headings,
  names,
  titles,
  addressee,
  facts,
  items,
  totals,
  payments,
  parts,
  actions,
  states,
  subjects,
  notices: notices,
  renewal: renewal,
  reference,
  pageNumber,
  online: online,
  approval: approval,
  certificate: certificate,
  stop: stop,
  history,
}

/** What each language has to say; the compiler asks for what is missing. */
export type Labels = typeof pages
