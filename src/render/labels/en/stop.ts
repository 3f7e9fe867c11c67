/** The page behind the link that stops reminders. `about` is a document such as "invoice INV-001". */
export const stop = {
  title: 'Stop reminders',
  asks: (about: string) =>
    `You received a reminder about ${about}. You can stop these reminders here.`,
  document: (about: string) => `Stop reminders about ${about}`,
  customer: (business: string) =>
    business ? `Stop all reminders from ${business}` : 'Stop all reminders',
  stillComes: 'Invoices, estimates and receipts still reach you; only the reminders stop.',
  stopped: {
    title: 'Reminders are stopped',
    document: (about: string) => `You will receive no more reminders about ${about}.`,
    customer: (business: string) =>
      business
        ? `You will receive no more reminders from ${business}.`
        : 'You will receive no more reminders.',
  },
  changedMind: 'Changed your mind? Tell us, and we will turn them on again.',
  missing: 'Choose what to stop.',
}
