import { expect, test } from 'vitest'
import { linkLines } from '../../../src/cli/output/link-lines.ts'
import { plain } from '../../../src/cli/output/paint.ts'

const paper = { width: Number.POSITIVE_INFINITY, paint: plain }

test('a link says until when it works, or that it has ended', () => {
  const facts = { number: 'EST-001', url: 'http://x/e/…', id: 'sh_1', label: '' } as const
  const link = { ...facts, scope: 'full', expires_at: '2025-02-28T05:00:00.000Z' } as const
  const said = (now: string) => {
    const when = { zone: 'America/New_York', now: new Date(now) }
    return linkLines(link, when, paper).split('\n')[1]
  }
  expect(said('2025-02-28T04:59:59Z')).toBe('link sh_1, works until 2025-02-28 00:00')
  expect(said('2025-02-28T05:00:00Z')).toBe('link sh_1, ended 2025-02-28 00:00')
})
