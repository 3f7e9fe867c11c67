import { expect, test } from 'vitest'
import { decimalOf } from '../../src/domain/decimal.ts'
import { derivedRate } from '../../src/domain/imports/derived-rate.ts'

test.each<[string, [net: string, tax: string][], string | undefined]>([
  ['one line', [['650.00', '84.50']], '13'],
  [
    'lines that were each rounded',
    [
      ['19.99', '1.60'],
      ['0.50', '0.04'],
      ['980.00', '78.40'],
    ],
    '8',
  ],
  ['a rate with three digits', [['2400.00', '213.00']], '8.875'],
  ['a small amount that several rates fit', [['45.00', '4.49']], undefined],
  [
    'two rates under one name',
    [
      ['100.00', '19.00'],
      ['100.00', '7.00'],
    ],
    undefined,
  ],
  ['a tax on nothing', [['0.00', '5.00']], undefined],
  ['a credit', [['-50.00', '-4.00']], undefined],
])('%s tells its rate, or none', (_, lines, rate) => {
  const taxed = lines.map(([net, tax]) => ({ net: decimalOf(net), tax: decimalOf(tax) }))
  expect(derivedRate(taxed)).toBe(rate)
})
