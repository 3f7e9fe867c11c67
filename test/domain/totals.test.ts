import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeContent } from '../../src/domain/compose.ts'
import type { Content, Discount, LineItem, Tax } from '../../src/domain/document.ts'
import { spread } from '../../src/domain/tax-groups.ts'
import { computeTotals, totals } from '../../src/domain/totals.ts'
import { aDocument, defaults, problemsOf } from './fixtures.ts'
import { workedExamples } from './worked-examples.ts'

describe('figures computed by hand', () => {
  it('are at least twenty-five', () => {
    expect(workedExamples.length).toBeGreaterThanOrEqual(25)
  })

  it.each(workedExamples)('hold for $name', ({ draft, expected, tax_exempt = false }) => {
    const composed = composeContent(draft, { ...defaults, tax_exempt })
    const { items, taxes, ...sums } = composed.totals
    expect(items.map((item) => item.amount_minor)).toEqual(expected.amounts)
    expect(taxes.map((tax) => [tax.taxable_minor, tax.amount_minor])).toEqual(expected.taxes)
    expect(sums).toEqual({
      subtotal_minor: expected.subtotal,
      discount_minor: expected.discount,
      tax_minor: expected.taxes.reduce((sum, [, amount]) => sum + amount, 0),
      total_minor: expected.total,
      deposit_minor: expected.deposit,
    })
  })
})

describe('totals', () => {
  it('add up', () => {
    fc.assert(
      fc.property(contents(), (content) => {
        const { result, problems } = computeTotals(content)
        fc.pre(problems.length === 0)
        for (const item of result.items) {
          expect(item.amount_minor).toBe(item.gross_minor - item.discount_minor)
        }
        expect(result.subtotal_minor).toBe(sum(result.items.map((item) => item.amount_minor)))
        expect(result.tax_minor).toBe(sum(result.taxes.map((tax) => tax.amount_minor)))
        const onTop = content.prices_include_tax ? 0 : result.tax_minor
        expect(result.total_minor).toBe(result.subtotal_minor - result.discount_minor + onTop)
      }),
    )
  })

  it('with tax inside are those without any tax', () => {
    fc.assert(
      fc.property(contents(), (content) => {
        const inside = computeTotals({ ...content, prices_include_tax: true })
        const without = computeTotals({
          ...content,
          taxes: [],
          items: content.items.map((item) => ({ ...item, taxes: [] })),
        })
        expect(inside.result.total_minor).toBe(without.result.total_minor)
      }),
    )
  })

  it('split an included tax into parts that leave the net amount', () => {
    fc.assert(
      fc.property(contents(), (content) => {
        const items = content.items.map((item) => ({
          ...item,
          taxes: content.taxes.map(({ id }) => id),
        }))
        const { result, problems } = computeTotals({ ...content, items, prices_include_tax: true })
        fc.pre(problems.length === 0)
        for (const tax of result.taxes) {
          expect(tax.taxable_minor + result.tax_minor).toBe(result.total_minor)
        }
      }),
    )
  })

  it('of the mirror image, with every price negated, are the mirror image', () => {
    fc.assert(
      fc.property(contents(), (content) => {
        const plain = { ...content, discount: percentOnly(content.discount) }
        const items = plain.items.map((item) => ({ ...item, discount: percentOnly(item.discount) }))
        const mirrored = items.map((item) => ({ ...item, unit_price: negate(item.unit_price) }))
        const { result } = computeTotals({ ...plain, items })
        const { result: mirror } = computeTotals({ ...plain, items: mirrored })
        expect(mirror.total_minor).toBe(0 - result.total_minor)
        expect(mirror.taxes.map((tax) => 0 - tax.amount_minor)).toEqual(
          result.taxes.map((tax) => tax.amount_minor),
        )
      }),
    )
  })

  it('do not depend on the order in which a line names its taxes', () => {
    fc.assert(
      fc.property(contents(), (content) => {
        const items = content.items.map((item) => ({ ...item, taxes: item.taxes.toReversed() }))
        expect(computeTotals({ ...content, items })).toEqual(computeTotals(content))
      }),
    )
  })
})

describe('a spread discount', () => {
  const parts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 })

  it('is given out whole, each share within rounding of its due', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 100 }), (amounts, percent) => {
        const all = amounts.reduce((one, other) => one + other, 0n)
        fc.pre(all > 0n)
        const discount = (all * BigInt(percent)) / 100n
        const shares = spread(discount, amounts)
        expect(shares.reduce((one, other) => one + other, 0n)).toBe(discount)
        for (const [index, share] of shares.entries()) {
          const off = share * all - discount * (amounts[index] ?? 0n)
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(all * BigInt(amounts.length))
        }
      }),
    )
  })

  it('over nothing is nothing', () => {
    expect(spread(0n, [5n, -5n])).toEqual([0n, 0n])
    expect(spread(0n, [])).toEqual([])
  })
})

describe('totals refuse', () => {
  const line = (unit_price: string, discount: Discount | null = null) => [
    { description: 'Work', unit_price, discount },
  ]

  it.each([
    ['a fixed sum above its line', line('10', { fixed: '10.01' }), null, 'items[0].discount'],
    ['a fixed sum on a line below zero', line('-10', { fixed: '1' }), null, 'items[0].discount'],
    ['a fixed sum on a free line', line('0', { fixed: '0.01' }), null, 'items[0].discount'],
    ['a fixed sum above the subtotal', line('10'), { fixed: '10.01' }, 'discount'],
    ['a fixed sum on a subtotal below zero', line('-10'), { fixed: '1' }, 'discount'],
  ])('%s', (_, items, discount, field) => {
    const draft = { kind: 'invoice' as const, items, discount }
    expect(problemsOf(() => composeContent(draft, defaults)).map((one) => one.field)).toEqual([
      field,
    ])
  })

  it('a deposit above the total, or on a total below zero', () => {
    const deposit = { fixed: '100.01' }
    expect(depositProblems('100', deposit)).toEqual(['deposit'])
    expect(depositProblems('-100', { percent: '50' })).toEqual(['deposit'])
    expect(depositProblems('100', { fixed: '100' })).toEqual([])
    expect(depositProblems('0', { percent: '50' })).toEqual([])
  })

  it('amounts that a computer would round', () => {
    const items = line('90071992547409.92')
    const draft = { kind: 'invoice' as const, items }
    const fields = problemsOf(() => composeContent(draft, defaults)).map((one) => one.field)
    expect(fields).toContain('items[0]')
    expect(fields).toContain('total')
  })

  it('with an error that names every problem', () => {
    const { content } = aDocument()
    const items = content.items.map((item) => ({ ...item, discount: { fixed: '500' } }))
    const broken = { ...content, items, deposit: { fixed: '900' } }
    expect(problemsOf(() => totals(broken))).toEqual([
      { field: 'items[0].discount', message: 'must not be above the line itself' },
      { field: 'deposit', message: 'must not be above the total' },
    ])
  })
})

function depositProblems(unit_price: string, deposit: Discount): string[] {
  const draft = { kind: 'estimate' as const, items: [{ description: 'Work', unit_price }], deposit }
  return problemsOf(() => composeContent(draft, defaults)).map((problem) => problem.field)
}

/** Contents with up to three taxes, mixed lines, and discounts of both kinds. */
function contents(): fc.Arbitrary<Content> {
  const { content } = aDocument()
  const taxes: Tax[] = ['A', 'B', 'C'].map((id) => ({ id, name: id, rate: '0' }))
  return fc
    .record({
      rates: fc.array(decimals(0, 30_000, 3), { minLength: 3, maxLength: 3 }),
      items: fc.array(lines(), { minLength: 1, maxLength: 8 }),
      discount: discounts(),
      prices_include_tax: fc.boolean(),
      currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    })
    .map(({ rates, ...fields }) => ({
      ...content,
      ...fields,
      taxes: taxes.map((tax, index) => ({ ...tax, rate: rates[index] ?? '0' })),
    }))
}

function lines(): fc.Arbitrary<LineItem> {
  return fc.record({
    description: fc.constant('Work'),
    unit: fc.constant(''),
    quantity: decimals(0, 5_000, 2),
    unit_price: decimals(-20_000, 200_000, 3),
    taxes: fc.subarray(['A', 'B', 'C']),
    discount: discounts(),
  })
}

function discounts(): fc.Arbitrary<Discount | null> {
  return fc.oneof(
    fc.constant(null),
    decimals(0, 10_000, 2).map((percent) => ({ percent })),
    fc.integer({ min: 0, max: 50 }).map((fixed) => ({ fixed: String(fixed) })),
  )
}

function decimals(min: number, max: number, digits: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((units) => (units / 10 ** digits).toFixed(digits))
}

function percentOnly(discount: Discount | null): Discount | null {
  return discount && 'percent' in discount ? discount : null
}

function negate(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}

function sum(amounts: number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
