/** Everything that the pages around a payment say in English. Amounts, dates and names come in formatted. */

/** Of `amount` for `about`, a document such as "Invoice INV-001". */
const pay = {
  title: {
    invoice: (number: string) => `Pay Invoice ${number}`,
    estimate: (number: string) => `Pay the Deposit for Estimate ${number}`,
    credit_note: (number: string) => `Credit Note ${number}`,
  },
  dueNow: 'due now',
  howMuch: 'How much would you like to pay?',
  allDue: (amount: string) => `All that is due: ${amount}`,
  another: 'Another amount',
  amount: (currency: string) => `Amount in ${currency}`,
  bounds: (least: string, most: string) => `From ${least} to ${most}.`,
  leaves: (least: string) =>
    `What remains to be paid after it must be nothing, or at least ${least}.`,
  howToPay: 'How would you like to pay?',
  wrong: 'There is a problem',
  errorTitle: (title: string) => `Error: ${title}`,
  safety: 'You pay on their secure page. We never see your card or bank details.',
  otherWays: 'Other Ways to Pay',
  receipts: 'Receipts',
  unavailable: {
    title: 'Online payment is not available right now.',
    text: 'No money was taken. Try again in a few minutes.',
    instead: 'Or pay in the way described below.',
  },
}

const methods = {
  stripe_card: { label: 'Card', hint: '' },
  square_card: { label: 'Card', hint: '' },
  stripe_ach: {
    label: 'Bank transfer (ACH)',
    hint: 'From a US bank account. It usually takes up to 4 business days.',
  },
  paypal: { label: 'PayPal', hint: '' },
  sandbox: { label: 'Test payment', hint: 'A made-up page for trying things out.' },
}

const providers = {
  stripe: 'Stripe',
  square: 'Square',
  paypal: 'PayPal',
  sandbox: 'Sandbox Pay',
}

/** What is wrong with the form, by field and code; amounts come in formatted. */
const problems = {
  amount_choice: {
    missing: 'Choose how much to pay.',
    not_offered: (due: string) => `Only the whole ${due} can be paid.`,
  },
  amount: {
    missing: 'Enter the amount to pay.',
    not_an_amount: (example: string) => `Enter the amount in digits, like ${example}.`,
    not_positive: 'Enter an amount above zero.',
    too_many_digits: (example: string) => `Enter no more digits than in ${example}.`,
    too_much: (most: string) => `Enter at most ${most}, all that is due.`,
    too_little: (least: string) => `Enter at least ${least}.`,
    leaves_too_little: (all: string, most: string) =>
      `Pay all ${all}, or at most ${most}: too little would be left.`,
  },
  method: {
    missing: 'Choose how to pay.',
    not_offered: 'Choose one of the ways to pay that are offered.',
    not_for_this_amount: 'This amount cannot be paid this way.',
  },
}

/** Why nothing can be paid online now: a heading and a sentence. */
const notPayable = {
  not_open: {
    invoice: {
      title: 'This invoice cannot be paid now',
      text: 'It is not open for payment. Nothing is asked of you at the moment.',
    },
    estimate: {
      title: 'There is no deposit to pay now',
      text: 'A deposit can be paid once the estimate is approved.',
    },
  },
  void: { title: 'Nothing is due', text: 'This was cancelled. No payment is needed.' },
  already_paid: { title: 'This is already paid', text: 'Nothing is due. Thank you.' },
  processing: {
    title: 'Your payment is on its way',
    text: 'You do not need to pay again.',
  },
  resting: {
    title: 'Nothing to pay at the moment',
    text: 'After the refund, no payment is being asked for.',
  },
  offline: {
    title: 'This cannot be paid online',
    text: 'Please pay in another way, or contact us.',
  },
  no_method: {
    title: 'This cannot be paid online',
    text: 'No way of paying online fits this amount. Please pay in another way, or contact us.',
  },
}

const handOver = {
  title: (provider: string) => `Continue to ${provider}`,
  paying: (amount: string, business: string, about: string) =>
    `You are about to pay ${amount} to ${business} for ${about}.`,
  byItself: 'Your browser goes there by itself. If nothing happens, use the button.',
  next: 'What happens next',
  steps: {
    pay: (provider: string) =>
      `You pay on ${provider}’s secure page. Nothing is taken before that.`,
    bank: 'A bank payment then usually takes up to 4 business days.',
    back: 'You come back here and see whether it worked.',
    receipt: 'We will e-mail you a receipt when the money has arrived.',
  },
}

/** Told to those who come back from a provider: what happened, whether money moved, what comes next. */
const returned = {
  paid: {
    title: 'Payment received',
    text: (amount: string, about: string) => `We received ${amount} for ${about}. Thank you.`,
    next: 'Nothing more is due.',
  },
  processing: {
    title: 'Your payment is on its way',
    bank: (amount: string) =>
      `Your bank payment of ${amount} is on its way. It usually takes up to 4 business days. You do not need to pay again.`,
    other: (amount: string, provider: string) =>
      `${provider} is still checking your payment of ${amount}. You do not need to pay again.`,
    next: 'Nothing else is needed from you.',
  },
  not_finished: {
    title: 'The payment was not completed',
    text: 'No money was taken.',
    next: 'You can try again whenever you like.',
  },
  declined: {
    title: 'The payment did not go through',
    text: (amount: string) => `The payment of ${amount} was declined. No money was taken.`,
    bank: (amount: string) =>
      `The bank payment of ${amount} did not go through. Nothing was collected.`,
    next: 'Try again, choose another method, or ask your bank about it.',
  },
  already_paid: {
    title: (about: string) => `${about} is already paid`,
    text: 'Nothing more is due. No money was taken this time.',
    moved: (amount: string) => `Nothing more is due. Your payment of ${amount} was received.`,
    next: 'You do not need to do anything.',
  },
  void: {
    title: (about: string) => `${about} was cancelled`,
    text: 'Nothing is due. No money was taken.',
    moved: (amount: string, business: string) =>
      `Your payment of ${amount} was received after that. ${business} was told and will contact you.`,
    next: 'You do not need to do anything.',
  },
  changed: {
    title: 'The amount has changed',
    text: (about: string) => `${about} changed while you were paying. No money was taken.`,
    moved: (about: string, amount: string, business: string) =>
      `${about} changed while you were paying. Your payment of ${amount} was received; ${business} was told and will contact you.`,
    next: 'Look at what is due now, then pay that.',
  },
  needs_review: {
    title: 'We are looking into your payment',
    text: (amount: string, business: string) =>
      `Something about your payment of ${amount} needs to be checked by a person. ${business} was told and will contact you.`,
    next: 'If money was taken, it is not lost. Please do not pay again.',
  },
  confirming: {
    title: 'We are confirming your payment',
    text: 'This usually takes a few seconds. This page refreshes by itself.',
    over: 'It is taking longer than usual. We keep asking, and will e-mail you a receipt when it is confirmed.',
    next: 'Please do not pay again in the meantime. We do not know yet whether money was taken.',
  },
  unreachable: {
    title: (provider: string) => `We cannot reach ${provider} right now`,
    text: 'If you finished paying there, your payment is not lost: we will ask again automatically. If you did not, no money was taken.',
    next: 'Look at this page again in a few minutes, before you pay again.',
    byItself: 'This page asks again by itself. Please do not pay again in the meantime.',
  },
  left: (amount: string) => `${amount} is left to pay.`,
  mailed: 'We will e-mail you a receipt.',
  openLink: 'To see where things stand, open the link in the message that you received from us.',
}

const receipt = {
  heading: (number: string) => `Receipt #${number}`,
  name: (number: string) => `Receipt ${number}`,
  title: (business: string) => (business ? `Receipt from ${business}` : 'Receipt'),
  receivedFrom: 'Received From:',
  date: 'Date:',
  method: 'Method:',
  reference: 'Reference:',
  for: { invoice: 'For Invoice:', estimate: 'For Estimate:', credit_note: 'For Credit Note:' },
  sums: 'Payment',
  total: { invoice: 'Invoice Total', estimate: 'Estimate Total', credit_note: 'Total' },
  amount: 'Amount Paid',
  refundedOn: (date: string) => `Refunded on ${date}`,
  kept: 'Amount Paid After Refunds',
  leftAfter: 'Left to Pay After This Payment',
  leftNow: (amount: string) => `${amount} is left to pay now.`,
  received: (date: string) => `Received on ${date}. Thank you.`,
  refundedWhole: (date: string) => `This payment was refunded on ${date}.`,
  refundedPartly: (amount: string, date: string) => `${amount} of it was refunded on ${date}.`,
  note: (about: string) => `paid for ${about}`,
}

/** The hosted page of the pretended provider. */
const sandbox = {
  title: 'Test payment',
  brand: 'Sandbox Pay',
  banner: 'TEST MODE',
  text: 'This page plays the part of a payment provider. No real money moves here.',
  toPay: 'Amount',
  choose: 'What should happen?',
  outcomes: {
    paid: 'Pay',
    declined: 'Decline',
    canceled: 'Cancel',
    pending: 'Pay later (pending)',
  },
  later: { paid: 'Let it settle', declined: 'Let it fail' },
  states: {
    open: '',
    pending: 'This payment is pending, as a bank transfer is for some days.',
    paid: 'This was paid.',
    declined: 'This was declined.',
    canceled: 'This was cancelled.',
    expired: 'This page has expired.',
  },
  back: 'Back to the Shop',
}

/** Each is an action on these pages. */
const actions = {
  payNow: 'Pay Now',
  payDeposit: 'Pay Deposit',
  payAnother: 'Pay Another Amount',
  payAnotherWay: 'Pay Another Way',
  payRest: 'Pay the Rest',
  tryAgain: 'Try Again',
  checkAgain: 'Check Again',
  downloadReceipt: 'Download Receipt',
  view: { invoice: 'View Invoice', estimate: 'View Estimate', credit_note: 'View Credit Note' },
}

const testMode = 'TEST MODE: no real money moves.'

export const online = {
  pay,
  methods,
  providers,
  problems,
  notPayable,
  handOver,
  returned,
  receipt,
  sandbox,
  actions,
  testMode,
}
