/** What a customer is told who comes back from a provider (look.md, contract.md `data-outcome`). */

export const returnOutcomes = [
  'paid',
  'processing',
  'not_finished',
  'declined',
  'already_paid',
  'void',
  'changed',
  'needs_review',
  'confirming',
  'unreachable',
] as const
export type ReturnOutcome = (typeof returnOutcomes)[number]
