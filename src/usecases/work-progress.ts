/** What a job counts while it goes on. */
export type Work =
  | 'backup'
  | 'checkouts'
  | 'copies'
  | 'invoices'
  | 'mails'
  | 'nudges'
  | 'pages'
  | 'pdfs'
  | 'recurring'
  | 'reminders'
  | 'webhooks'

/** Told how far a piece of work is; a job has several, one after the other. */
export type WorkProgress = (work: Work, done: number, total: number) => void

/** For whoever does not look. */
export const unwatched: WorkProgress = () => {}
