import { invoice, line, tax, type WorkedExample } from './types.ts'

export const edges: WorkedExample[] = [
  {
    // 500.00 − 125.50 = 374.50; × 8 % = 29.96
    name: 'a line below zero',
    draft: invoice([line('Deck', '1', '500'), line('Returned boards', '-5', '25.10')], {
      taxes: [tax('T', '8')],
    }),
    expected: {
      amounts: [50000, -12550],
      subtotal: 37450,
      discount: 0,
      taxes: [[37450, 2996]],
      total: 40446,
      deposit: null,
    },
  },
  {
    // 100.00 − 150.00 = −50.00; × 10 % = −5.00
    name: 'a total below zero',
    draft: invoice([line('Part', '1', '100'), line('Returned part', '1', '-150')], {
      taxes: [tax('T', '10')],
    }),
    expected: {
      amounts: [10000, -15000],
      subtotal: -5000,
      discount: 0,
      taxes: [[-5000, -500]],
      total: -5500,
      deposit: null,
    },
  },
  {
    // a tenth off −200.00 leaves −180.00
    name: 'a percentage off a line below zero',
    draft: invoice([
      line('Sofa', '1', '500'),
      line('Old sofa taken back', '1', '-200', { discount: { percent: '10' } }),
    ]),
    expected: {
      amounts: [50000, -18000],
      subtotal: 32000,
      discount: 0,
      taxes: [],
      total: 32000,
      deposit: null,
    },
  },
  {
    // −30.00 × 10 % = −3.00: +5.00 off the first group, −8.00 off the other; 45.00 × 10 % = 4.50
    name: 'a percentage off a subtotal below zero',
    draft: invoice([line('Pump', '1', '50'), line('Recall', '1', '-80', { taxes: [] })], {
      taxes: [tax('T', '10')],
      discount: { percent: '10' },
    }),
    expected: {
      amounts: [5000, -8000],
      subtotal: -3000,
      discount: -300,
      taxes: [[4500, 450]],
      total: -2250,
      deposit: null,
    },
  },
  {
    // 60 × 10.01 = 600.60; × 8.25 % = 49.5495; line by line it would be 49.80
    name: 'sixty lines',
    draft: invoice(
      Array.from({ length: 60 }, (_, index) => line(`Visit ${index + 1}`, '1', '10.01')),
      { taxes: [tax('T', '8.25')] },
    ),
    expected: {
      amounts: Array.from({ length: 60 }, () => 1001),
      subtotal: 60060,
      discount: 0,
      taxes: [[60060, 4955]],
      total: 65015,
      deposit: null,
    },
  },
  {
    name: 'nothing to pay',
    draft: invoice([line('Courtesy call', '1', '0')], { taxes: [tax('T', '8')] }),
    expected: {
      amounts: [0],
      subtotal: 0,
      discount: 0,
      taxes: [[0, 0]],
      total: 0,
      deposit: null,
    },
  },
  {
    name: 'the largest sum that a computer adds up without rounding',
    draft: invoice([line('Moon', '1', '90071992547409.91')]),
    expected: {
      amounts: [9007199254740991],
      subtotal: 9007199254740991,
      discount: 0,
      taxes: [],
      total: 9007199254740991,
      deposit: null,
    },
  },
]
