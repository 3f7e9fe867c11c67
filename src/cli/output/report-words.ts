import type { AgeBucket, EstimateOutcome } from '../../domain/business-report.ts'

export const ageWords = {
  not_due: 'not due yet',
  '1_30': '1–30 days',
  '31_60': '31–60 days',
  '61_90': '61–90 days',
  over_90: 'over 90 days',
} as const satisfies Record<AgeBucket, string>

export const outcomeWords = {
  approved: 'approved',
  declined: 'declined',
  expired: 'expired',
  open: 'waiting',
} as const satisfies Record<EstimateOutcome, string>
