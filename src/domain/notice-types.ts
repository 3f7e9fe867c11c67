/** What the owner can be told of, each switched by `notify.on`. */
export const noticeTypes = [
  'viewed',
  'approved',
  'declined',
  'paid',
  'payment_failed',
  'refunded',
  'disputed',
  'needs_review',
  'mail_failed',
  'question',
] as const

export type NoticeType = (typeof noticeTypes)[number]
