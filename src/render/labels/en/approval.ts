/** Everything that the pages around approving and declining say in English. Amounts, dates and names come in formatted. */

import { plural } from '../../plural.ts'

/** Of the review page; `about` is "Estimate EST-001". */
const approve = {
  title: (about: string) => `Approve ${about}`,
  intro: 'Please check the details. You sign at the end of this page.',
  sign: 'Approve and Sign',
  name: 'Your full name',
  how: 'How would you like to sign?',
  typed: { label: 'Type my name', hint: 'Your name above is your signature.' },
  drawn: { label: 'Draw my signature', hint: 'With a mouse, a pen or a finger.' },
  typedOnly: 'Your name, as you type it here, is your signature.',
  pad: {
    title: 'Your signature',
    canvas: 'Area to draw your signature in. If you cannot draw, type your name instead.',
    undo: 'Undo',
    clear: 'Clear',
    full: 'There is no room for more. Undo or clear to start over.',
    waiting:
      'The drawing area needs JavaScript. If it does not appear, choose to type your name instead.',
    only: {
      canvas: 'Area to draw your signature in. If you cannot draw, contact us to sign on paper.',
      waiting:
        'The drawing area needs JavaScript. If it does not appear, contact us to sign on paper.',
    },
  },
  next: {
    title: 'When you approve',
    told: (business: string) => `${business} is told at once.`,
    mailed: 'We e-mail you a signed copy.',
    download: 'You can download a signed copy.',
    deposit: (amount: string) => `A deposit of ${amount} is due. Nothing is charged on this page.`,
    free: 'Nothing is charged.',
  },
}

const decline = {
  title: (about: string) => `Decline ${about}`,
  text: (business: string) =>
    `${business} is told that you decline, with your reason if you give one. Nothing will be due.`,
  reason: 'Reason (optional)',
  hint: plural('en', { other: 'Up to # characters.' }),
}

/** What is wrong with a form, by field and code. */
const problems = {
  signer_name: {
    missing: 'Enter your full name.',
    unfit: 'The name has characters that cannot be shown. Please type it again.',
    a_link: 'Enter your name, not a link.',
    a_card: 'Enter your name, not a card number.',
    too_long: plural('en', { other: 'Shorten the name to # characters.' }),
  },
  signature_kind: {
    missing: 'Choose how to sign.',
    not_offered: 'Choose one of the ways to sign that are offered.',
    changed: 'The way to sign has changed. Please sign as this page asks for it now.',
  },
  signature: {
    missing: 'Draw your signature, or choose to type it.',
    empty: 'The drawing is empty. Draw your signature, or choose to type it.',
    not_an_image: 'The drawing did not arrive whole. Please draw it again, or choose to type it.',
    too_big:
      'The drawing is too large. Please draw it again with fewer strokes, or choose to type it.',
  },
  /** Of the same where drawing is the only way to sign. */
  drawing: {
    missing: 'Draw your signature.',
    empty: 'The drawing is empty. Draw your signature.',
    not_an_image: 'The drawing did not arrive whole. Please draw it again.',
    too_big: 'The drawing is too large. Please draw it again with fewer strokes.',
  },
  consent: { missing: 'Tick the box to agree to sign electronically.' },
  reason: {
    unfit: 'The reason has characters that cannot be shown. Please type it again.',
    too_long: plural('en', { other: 'Shorten the reason to # characters.' }),
  },
}

/** Said above a form that was about another version of the estimate. */
const changed = {
  title: 'This estimate has changed',
  text: (business: string) =>
    `${business} changed it while you had it open. Nothing was approved or declined. Below is the estimate as it stands now: please check it again.`,
}

/** Said above a form that could not be taken, through no fault of its sender. */
const unsaved = {
  title: 'This could not be saved right now',
  text: 'Nothing was approved or declined. What you entered is still here: please try again in a minute.',
}

/** Why nothing can be decided: a heading and a sentence. */
const closed = {
  approved: {
    title: 'This estimate is already approved',
    text: 'It stays as it was approved. Nothing was changed just now.',
  },
  invoiced: {
    title: 'This estimate is already approved',
    text: 'Nothing was changed just now.',
  },
  declined: {
    title: 'This estimate was already declined',
    text: 'Changed your mind? Contact us.',
  },
  expired: {
    title: 'This estimate has expired',
    text: 'It cannot be approved or declined any more. You can ask for an update.',
  },
  void: { title: 'This estimate was cancelled', text: 'Nothing is due.' },
  draft: {
    title: 'This estimate has not been sent yet',
    text: 'It can be approved or declined once it has been sent.',
  },
  view_only: {
    title: 'This link is for viewing only',
    text: 'To approve or decline, use the link in the message that went to the person the estimate is for, or contact us.',
  },
  preview: {
    title: 'This is your own preview',
    text: 'Only your customer can approve or decline, with the link that was sent to them.',
  },
}

/** What the estimate's own page says about a decision. */
const states = {
  approvedBy: (name: string, date: string) => `Approved by ${name} on ${date}.`,
  paper: 'It was signed on paper.',
  copyTo: (address: string) => `A signed copy is sent by e-mail to ${address}.`,
  ownLink: 'The invoice comes with a link of its own.',
  declinedOn: (date: string) => `Declined on ${date}.`,
  told: (business: string) => `${business} was told.`,
  viewOnly: 'This link is for viewing only.',
  newer: (date: string) =>
    `An earlier version was approved on ${date}. This one is newer: please check it, and approve or decline it again.`,
  expiredNext: (business: string) =>
    `It can no longer be approved. ${business} can tell you what applies now.`,
  readOnly: (business: string) => `To approve or decline, contact ${business}.`,
}

/** Each is an action on these pages. */
const actions = {
  approve: 'Approve',
  decline: 'Decline',
  back: 'Back to the Estimate',
  downloadSigned: 'Download Signed Copy',
  renew: 'Send Me a New Link',
}

export const approval = { approve, decline, problems, changed, unsaved, closed, states, actions }
