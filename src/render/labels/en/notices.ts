/** Pages that stand for a document that cannot be shown: one entry a kind. */
export const notices = {
  unknown: {
    title: 'This link does not work',
    text: 'It may be incomplete or replaced.',
    steps: [
      'Open the link in the newest message that you received.',
      'If you copied it, make sure that you have all of it, without a space or a period at the end.',
      'If it still does not work, ask us for a new link.',
    ],
  },
  revoked: {
    title: 'This link does not work',
    text: 'It may be incomplete or replaced.',
    steps: [
      'Open the link in the newest message that you received.',
      'If there is none, ask us for a new link.',
    ],
  },
  expired_link: {
    title: 'This link has expired',
    text: 'For your safety, links work for a limited time. The document itself is still here.',
    steps: ['Ask us for a new link; it goes to the address that we have on file.'],
  },
  expired_history: {
    title: 'This link has expired',
    text: 'For your safety, a link to your history works for a short time only.',
    steps: ['Ask us for a new link; it goes to the address that we have on file.'],
  },
  renewed: {
    title: 'Check your inbox',
    text: 'If this link was ever valid and its document still stands, we have sent a new one to the address on file. That happens at most once an hour. If it was for an estimate that has expired, we have been asked to update it.',
    steps: [
      'Check your inbox in a few minutes, and your spam folder too.',
      'If nothing arrives, we may have another address on file: contact us.',
    ],
  },
  history_sent: {
    title: 'Check your inbox',
    text: 'For your safety, your history opens with a link of its own. If we have an e-mail address for you, the link is on its way there, unless one was sent within the last hour. It works for a limited time.',
    steps: [
      'Check your inbox in a few minutes, and your spam folder too.',
      'If nothing arrives, we may have another address on file: contact us.',
    ],
  },
  too_many: {
    title: 'Too many attempts',
    text: 'Too many pages were requested from your network in a short time. Nothing was changed.',
    steps: ['Wait ten minutes, then open your link again.'],
  },
  error: {
    title: 'Something went wrong on our side',
    text: 'This page could not be shown. No money was moved.',
    steps: [
      'Try again in a few minutes.',
      'If it happens again, tell us the reference code below.',
    ],
  },
  unavailable: {
    title: 'This page is not available right now',
    text: 'We are working on it. No money was moved.',
    steps: ['Try again in a few minutes. Your link stays the same.'],
  },
  resting: {
    title: 'This cannot be done right now',
    text: 'Your document can still be read: its page and its PDF are there. If you have just paid, do not pay again: your payment will show on the page soon.',
    steps: [
      'Go back, and try again in a few minutes. Your link stays the same.',
      'If it cannot wait, call or write to us.',
    ],
  },
}

/** What a page says instead where a fresh link can be sent, or where a newer version was. */
export const renewal = {
  replaced: {
    title: 'This link was replaced',
    text: (date: string) => `A newer version was sent on ${date}.`,
  },
  newest: 'Open the link in the newest message that you received.',
  renew: 'If you cannot find it, have a new link sent to the address that we have on file.',
}
