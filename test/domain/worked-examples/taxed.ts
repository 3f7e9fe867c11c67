import { invoice, line, tax, type WorkedExample } from './types.ts'

const gstAndPst = [tax('GST', '5'), tax('PST', '7')]
const mixed = [
  line('Cabinet', '1', '120'),
  line('Design', '1', '80', { taxes: ['GST'] }),
  line('Permit', '1', '30', { taxes: [] }),
]

export const taxed: WorkedExample[] = [
  {
    // 100.00 × 5 % = 5.00; × 9.975 % = 9.975
    name: 'two taxes on one line',
    draft: invoice([line('Repair', '1', '100')], { taxes: [tax('GST', '5'), tax('QST', '9.975')] }),
    expected: {
      amounts: [10000],
      subtotal: 10000,
      discount: 0,
      taxes: [
        [10000, 500],
        [10000, 998],
      ],
      total: 11498,
      deposit: null,
    },
  },
  {
    // GST on 200.00 = 10.00; PST on 120.00 = 8.40
    name: 'two taxes, one tax and no tax on different lines',
    draft: invoice(mixed, { taxes: gstAndPst }),
    expected: {
      amounts: [12000, 8000, 3000],
      subtotal: 23000,
      discount: 0,
      taxes: [
        [20000, 1000],
        [12000, 840],
      ],
      total: 24840,
      deposit: null,
    },
  },
  {
    // 23.00 off: 12.00, 8.00 and 3.00; GST on 180.00 = 9.00; PST on 108.00 = 7.56
    name: 'the same with a tenth off',
    draft: invoice(mixed, { taxes: gstAndPst, discount: { percent: '10' } }),
    expected: {
      amounts: [12000, 8000, 3000],
      subtotal: 23000,
      discount: 2300,
      taxes: [
        [18000, 900],
        [10800, 756],
      ],
      total: 22356,
      deposit: null,
    },
  },
  {
    // 0.18 × 8 % = 0.0144; line by line it would be nothing
    name: 'tax on the sum, not line by line',
    draft: invoice(
      [line('Screw', '1', '0.06'), line('Nut', '1', '0.06'), line('Bolt', '1', '0.06')],
      { taxes: [tax('T', '8')] },
    ),
    expected: {
      amounts: [6, 6, 6],
      subtotal: 18,
      discount: 0,
      taxes: [[18, 1]],
      total: 19,
      deposit: null,
    },
  },
  {
    name: 'only exempt lines under a tax',
    draft: invoice([line('Stamps', '10', '0.73', { taxes: [] })], { taxes: [tax('T', '8')] }),
    expected: {
      amounts: [730],
      subtotal: 730,
      discount: 0,
      taxes: [[0, 0]],
      total: 730,
      deposit: null,
    },
  },
  {
    name: 'a customer who is exempt',
    draft: invoice([line('Roof', '1', '1000')], { taxes: [tax('T', '8')] }),
    tax_exempt: true,
    expected: {
      amounts: [100000],
      subtotal: 100000,
      discount: 0,
      taxes: [],
      total: 100000,
      deposit: null,
    },
  },
  {
    name: 'a rate of zero',
    draft: invoice([line('Export', '1', '100')], { taxes: [tax('VAT', '0')] }),
    expected: {
      amounts: [10000],
      subtotal: 10000,
      discount: 0,
      taxes: [[10000, 0]],
      total: 10000,
      deposit: null,
    },
  },
  {
    // 3 × 1980 = 5940; 1.5 × 333 = 499.5; 6440 × 10 % = 644
    name: 'yen have no minor unit',
    draft: invoice([line('Tea', '3', '1980'), line('Rice', '1.5', '333', { unit: 'kg' })], {
      currency: 'JPY',
      taxes: [tax('T', '10')],
    }),
    expected: {
      amounts: [5940, 500],
      subtotal: 6440,
      discount: 0,
      taxes: [[6440, 644]],
      total: 7084,
      deposit: null,
    },
  },
  {
    // 2.5 × 12.3456 = 30.864; − 0.125 = 30.739; × 5 % = 1.53695
    name: 'dinars have a thousand fils',
    draft: invoice([line('Oud', '2.5', '12.3456', { discount: { fixed: '0.125' } })], {
      currency: 'KWD',
      taxes: [tax('VAT', '5')],
    }),
    expected: {
      amounts: [30739],
      subtotal: 30739,
      discount: 0,
      taxes: [[30739, 1537]],
      total: 32276,
      deposit: null,
    },
  },
]
