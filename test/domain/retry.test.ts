import { expect, test } from 'vitest'
import { nextAttempt } from '../../src/domain/retry.ts'

const begun = new Date('2025-01-15T15:00:00Z')
const minutes = (instant: Date) => (instant.getTime() - begun.getTime()) / 60_000

/** The minutes at which a mail is tried by a job that runs at once, until it is given up. */
function triesOf(begunAt: Date): number[] {
  const tries: number[] = []
  let now: Date | undefined = begunAt
  while (now) {
    tries.push(minutes(now))
    now = nextAttempt(tries.length, begun, now)
  }
  return tries
}

test('a mail is tried after 1, 5, 15, 30 and 60 minutes, then every two hours up to four days', () => {
  const tries = triesOf(begun)
  const delays = tries.slice(1).map((minute, i) => minute - (tries[i] ?? 0))
  expect(delays.slice(0, 5)).toEqual([1, 5, 15, 30, 60])
  expect([...new Set(delays.slice(5))]).toEqual([120])
  expect(tries.at(-1)).toBeLessThanOrEqual(96 * 60)
  expect((tries.at(-1) ?? 0) + 120).toBeGreaterThan(96 * 60)
})

test('a mail that was not tried for days because nothing ran is given up only when it fails then', () => {
  const later = new Date(begun.getTime() + 5 * 86_400_000)
  expect(nextAttempt(1, begun, later)).toBeUndefined()
  expect(nextAttempt(40, later, later)).toEqual(new Date(later.getTime() + 120 * 60_000))
})
