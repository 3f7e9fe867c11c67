import { expect, it } from 'vitest'
import { numberKey } from '../../src/store/number-key.ts'
import { claimNumber, type NumberedKind, nextNumber } from '../../src/store/numbers.ts'
import { describeStore } from './fixtures.ts'
import { now } from './rows.ts'

describeStore('numbers', (store) => {
  const give = (
    pattern: string,
    period = '',
    kind: NumberedKind = 'invoice',
    date = '2025-03-31',
  ) =>
    store().write(async (trx) => {
      const number = await nextNumber(trx, kind, pattern, period, date)
      await claimNumber(trx, number, kind, null, now)
      return number
    })
  const claim = (number: string) =>
    store().write((trx) => claimNumber(trx, number, 'invoice', null, now))

  it('count up, each kind for itself', async () => {
    expect(await give('INV-{seq:3}')).toBe('INV-001')
    expect(await give('INV-{seq:3}')).toBe('INV-002')
    expect(await give('RCT-{seq:4}', '', 'receipt')).toBe('RCT-0001')
  })

  it('skip those that were given by hand', async () => {
    await claim('INV-003')
    await claim('INV-005')
    expect(await give('INV-{seq:3}')).toBe('INV-004')
    expect(await give('INV-{seq:3}')).toBe('INV-006')
  })

  it('are never given twice, over all kinds', async () => {
    const error = await claim('RCT-0001').catch((thrown) => thrown)
    expect(error.code).toBe('conflict')
    expect(error.message).toContain('RCT-0001 was given before')
    expect(error.details).toEqual([{ field: 'number', message: 'was given before' }])
  })

  it('start anew in a new period and carry its date', async () => {
    expect(await give('{yyyy}-{seq}', '2025')).toBe('2025-1')
    expect(await give('{yyyy}-{seq}', '2025')).toBe('2025-2')
    expect(await give('{yyyy}-{seq}', '2026', 'invoice', '2026-01-01')).toBe('2026-1')
    expect(await give('E{yy}{mm}-{seq}', '', 'estimate', '2025-07-04')).toBe('E2507-1')
  })

  it('are not used up by what is rolled back', async () => {
    const failing = store().write(async (trx) => {
      const number = await nextNumber(trx, 'invoice', 'INV-{seq:3}', '', '2025-01-01')
      await claimNumber(trx, number, 'invoice', null, now)
      throw new Error(number)
    })
    await expect(failing).rejects.toThrow('INV-007')
    expect(await give('INV-{seq:3}')).toBe('INV-007')
  })

  it('sort by their value', () => {
    const sorted = ['inv-2', 'INV-10', 'INV-999', 'INV-1000', 'INV-1000-2']
    expect([...sorted].reverse().sort((a, b) => (numberKey(a) < numberKey(b) ? -1 : 1))).toEqual(
      sorted,
    )
  })
})
