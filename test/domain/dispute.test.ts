import { expect, test } from 'vitest'
import { lastDayToAnswer } from '../../src/domain/dispute.ts'

test.each([
  ['the evening', '2025-02-01T23:59:59.000Z', 'America/New_York', '2025-02-01'],
  [
    'midnight UTC, the evening before',
    '2025-02-01T00:00:00.000Z',
    'America/New_York',
    '2025-01-31',
  ],
  ['soon after midnight', '2025-02-01T23:59:59.000Z', 'Europe/Berlin', '2025-02-01'],
  ['breakfast', '2025-02-01T23:59:59.000Z', 'Asia/Tokyo', '2025-02-01'],
])(
  'a dispute that ends at %s is answered on the last day that is whole',
  (_, due_at, zone, day) => {
    expect(lastDayToAnswer(due_at, zone)).toBe(day)
  },
)
