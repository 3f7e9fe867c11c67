/** Everything that mails say in English. Amounts, dates and names come in formatted. */

import { disputeWords } from '../../../domain/dispute-reason.ts'
import { plural } from '../../plural.ts'
import { mailHistory } from './history.ts'
import { mailApproval } from './mail-approval.ts'
import { reminders } from './reminders.ts'

/** What a document's mail is about, after "Invoice INV-001 from Acme Remodeling: ". */
const summaries = {
  due: (amount: string, date: string) => (date ? `${amount} due ${date}` : `${amount} due`),
  valid: (amount: string, date: string) => (date ? `${amount}, valid until ${date}` : amount),
  paid: (amount: string) => `${amount}, paid in full`,
  approved: (amount: string) => `${amount}, approved`,
  credit: (amount: string) => `credit of ${amount}`,
  nothing: 'nothing to pay',
  for: (amount: string, about: string) => `${amount} for ${about}`,
}

const facts = {
  amountDue: 'Amount due',
  balanceDue: 'Balance due',
  credit: 'Credit',
  total: 'Total',
  paidSoFar: 'Paid so far',
  onItsWay: 'On its way',
  due: 'Due',
  validUntil: 'Valid until',
  issued: 'Date',
  deposit: 'Deposit required',
  forInvoice: 'For invoice',
  addressee: { invoice: 'Bill to', estimate: 'Prepared for', credit_note: 'Credit to' },
  customer: 'Customer',
  when: 'When',
  link: 'Link',
  reason: 'Reason',
  recipient: 'Sent to',
  next: 'Next',
  paid: 'Amount paid',
  refunded: 'Refunded',
  paidOn: 'Paid on',
  refundedOn: 'Refunded on',
  for: 'For',
  method: 'Method',
  reference: 'Reference',
  receipt: 'Receipt',
  left: 'Left to pay',
  answerBy: 'Answer by',
}

const buttons = {
  invoice: 'View invoice',
  /** Of an invoice that can be paid online. */
  pay: 'View and pay invoice',
  estimate: 'View estimate',
  credit_note: 'View credit note',
  receipt: 'View receipt',
}

const texts = {
  paidInFull: 'This invoice is paid in full. Nothing is due.',
  nothingToPay: 'There is nothing to pay.',
  received: 'We received your payment. Thank you.',
  depositReceived: 'We received your deposit. Thank you.',
  sentBack: 'It goes back the way it was paid. It may take a few days to show on your account.',
  givenBack: 'We gave this amount back to you.',
  creditNote: 'This is a credit. There is nothing to pay.',
  estimate:
    'Open the estimate to see what is included, and to approve it, decline it or ask a question.',
  buttonFails: 'If the button does not work, copy this address into your browser:',
  secrecy: 'Anyone with this link can view the document. Treat it like a password.',
  message: (business: string) => (business ? `Message from ${business}` : 'Message'),
  howToPay: 'How to pay',
  approved: 'You approved this estimate.',
  questions: 'Do you have a question? Reply to this e-mail.',
}

/** Test mails, to the owner only. */
const test = {
  subject: (subject: string) => `[Test] ${subject}`,
  banner: 'This is a test e-mail. Only you received it; nothing was sent to your customer.',
  connection: {
    subject: 'Outgoing mail works',
    text: 'This mail was sent to check the mail settings of your portal. You are reading it, so they work.',
    business: 'Business',
    transport: 'Sent through',
    folder: (dir: string) => `the folder ${dir}`,
    next: 'Next: portal send --test <number> sends you the mail that a customer would get.',
  },
}

/** Notices to the owner; `about` is a document such as "invoice INV-001". */
const notices = {
  paid: (customer: string, amount: string, about: string) =>
    `${customer} paid ${amount} for ${about}`,
  paymentFailed: (amount: string, about: string) => `A payment of ${amount} for ${about} failed`,
  refunded: (amount: string, about: string) => `${amount} for ${about} was refunded`,
  disputed: {
    open: (amount: string, about: string) => `A payment of ${amount} for ${about} is disputed`,
    won: (amount: string, about: string) => `The dispute of ${amount} for ${about} was won`,
    lost: (amount: string, about: string) => `The dispute of ${amount} for ${about} was lost`,
  },
  needsReview: (about: string) => `A payment for ${about} needs your attention`,
  askAgain: (command: string) => `Payment and reminders are paused until: ${command}`,
  answer: (provider: string, command: string) =>
    `Answer in the dashboard of ${provider}, then: ${command}`,
  theProvider: 'the provider',
  /** Why a payment is disputed, at the beginning of a line or inside. */
  disputeReasons: disputeWords,
  viewed: (customer: string, about: string) => `${customer} viewed ${about}`,
  mailFailed: (about: string) => `Mail about ${about} was not delivered`,
  about: {
    invoice: (number: string) => `invoice ${number}`,
    estimate: (number: string) => `estimate ${number}`,
    credit_note: (number: string) => `credit note ${number}`,
  },
  aDocument: 'a document',
  aCustomer: 'A customer',
}

/** The owner's daily mail. */
const digest = {
  title: (date: string) => `What happened until ${date}`,
  more: plural('en', { other: 'And # more: portal status.' }),
  /** How often each happened. */
  events: {
    viewed: plural('en', { other: '# viewed' }),
    approved: plural('en', { other: '# approved' }),
    declined: plural('en', { other: '# declined' }),
    paid: plural('en', { other: '# paid' }),
    payment_failed: plural('en', { other: '# failed to pay' }),
    refunded: plural('en', { other: '# refunded' }),
    disputed: plural('en', { other: '# disputed' }),
    needs_review: plural('en', { other: '# to look at' }),
    mail_failed: plural('en', { other: '# not delivered' }),
    question: plural('en', { other: '# asked' }),
  },
}

const refund = 'Refund'

export const mail = {
  language: 'en',
  /** A fact on a line of its own, and what stands above a text of several lines. */
  line: (label: string, value: string) => `${label}: ${value}`,
  lead: (label: string) => `${label}:`,
  subject: (name: string, business: string, summary: string) =>
    business ? `${name} from ${business}: ${summary}` : `${name}: ${summary}`,
  withPercent: (amount: string, percent: string) => `${amount} (${percent})`,
  summaries,
  facts,
  buttons,
  texts,
  test,
  notices,
  digest,
  refund,
  approval: mailApproval,
  history: mailHistory,
  reminders: reminders,
}

/** What each language has to say in mails; the compiler asks for what is missing. */
export type MailLabels = typeof mail
