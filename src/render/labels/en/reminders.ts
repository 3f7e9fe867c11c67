/**
 * What reminders and nudges say in English. The tone grows from stage to stage: friendly, then plain, and in
 * the end plainer, but never a threat. Amounts and dates come in formatted.
 */

const subject = (subject: string) => `Reminder: ${subject}`

/** After "Reminder: Invoice INV-001 from Acme Remodeling: ". */
const wasDue = (amount: string, date: string) => `${amount} was due ${date}`

const invoice = {
  /** Before and on the due date, whatever the stage. */
  ahead: (date: string) => `A short reminder: this invoice is due on ${date}.`,
  friendly: (date: string) =>
    `Perhaps it slipped your mind: this invoice was due on ${date}. We would be glad if you could pay it in the next few days.`,
  plain: (date: string) => `This invoice was due on ${date} and is still open. Please pay it now.`,
  last: (date: string) =>
    `This invoice was due on ${date}, and we have not received your payment. Please pay it today, or tell us what keeps you from it: together we will find a way.`,
  unseen: 'In case our earlier e-mail did not reach you: here is the invoice again.',
  seen: 'If anything about the invoice is unclear, reply to this e-mail, and we will help.',
  crossed: 'If your payment is already on its way, thank you: there is nothing else to do.',
}

const estimate = {
  friendly: 'We sent you this estimate and would be glad to hear what you think of it.',
  plain: 'This estimate is still waiting for your answer.',
  last: 'This estimate is still waiting for your answer. Whatever you decide, you can tell us on its page with two clicks, and we will not write about it again.',
  until: (date: string) => `You can approve it until ${date}.`,
  unseen: 'In case our earlier e-mail did not reach you: here is the estimate again.',
  seen: 'If you have a question, or would like something changed, reply to this e-mail.',
}

/** At the foot of the mail, with the link that stops it. */
const stop = {
  why: 'You are receiving this reminder because the document is still open.',
  label: 'Stop reminders',
}

export const reminders = { subject, wasDue, invoice, estimate, stop }
