import { invoice, line, tax, type WorkedExample } from './types.ts'

export const discounts: WorkedExample[] = [
  {
    // 3 × 19.99 = 59.97; 10 % = 5.997; 53.97 × 8.25 % = 4.452525
    name: 'a percentage off a line',
    draft: invoice([line('Lamp', '3', '19.99', { discount: { percent: '10' } })], {
      taxes: [tax('T', '8.25')],
    }),
    expected: {
      amounts: [5397],
      subtotal: 5397,
      discount: 0,
      taxes: [[5397, 445]],
      total: 5842,
      deposit: null,
    },
  },
  {
    // 500.00 − 25.50 + 100.00 = 574.50; × 8 % = 45.96
    name: 'a fixed sum off a line',
    draft: invoice(
      [line('Window', '2', '250', { discount: { fixed: '25.50' } }), line('Fitting', '1', '100')],
      { taxes: [tax('T', '8')] },
    ),
    expected: {
      amounts: [47450, 10000],
      subtotal: 57450,
      discount: 0,
      taxes: [[57450, 4596]],
      total: 62046,
      deposit: null,
    },
  },
  {
    // 300.00 × 15 % = 45.00; 255.00 × 10 % = 25.50
    name: 'a percentage off the document',
    draft: invoice([line('Chair', '1', '100'), line('Table', '1', '200')], {
      taxes: [tax('T', '10')],
      discount: { percent: '15' },
    }),
    expected: {
      amounts: [10000, 20000],
      subtotal: 30000,
      discount: 4500,
      taxes: [[25500, 2550]],
      total: 28050,
      deposit: null,
    },
  },
  {
    // 10.00 × 100/150 = 6.67 off the taxed line, 3.33 off the exempt one; 93.33 × 10 % = 9.333
    name: 'a fixed sum off the document, spread over taxed and exempt lines',
    draft: invoice([line('Desk', '1', '100'), line('Book', '1', '50', { taxes: [] })], {
      taxes: [tax('T', '10')],
      discount: { fixed: '10' },
    }),
    expected: {
      amounts: [10000, 5000],
      subtotal: 15000,
      discount: 1000,
      taxes: [[9333, 933]],
      total: 14933,
      deposit: null,
    },
  },
  {
    // 3.33 off each group, the cent that is left off the first; 29.99 × 10 % = 2.999, 30.00 × 5 % =
    // 1.50
    name: 'the cent that spreading leaves goes to the first of equal groups',
    draft: invoice(
      [
        line('One', '1', '33.33', { taxes: ['A'] }),
        line('Two', '1', '33.33', { taxes: ['B'] }),
        line('Three', '1', '33.33', { taxes: [] }),
      ],
      { taxes: [tax('A', '10'), tax('B', '5')], discount: { fixed: '10.00' } },
    ),
    expected: {
      amounts: [3333, 3333, 3333],
      subtotal: 9999,
      discount: 1000,
      taxes: [
        [2999, 300],
        [3000, 150],
      ],
      total: 9449,
      deposit: null,
    },
  },
  {
    // 10.00 + 10.00 + 40.01 = 60.01; 20.00 off: 3.3328 and 3.3328 and 13.3344, so 3.33 + 3.33 +
    // 13.33, and the cent that is left goes to the largest; 26.67 × 5 % = 1.3335
    name: 'the cent that spreading leaves goes to the largest group',
    draft: invoice(
      [
        line('One', '1', '10', { taxes: ['A'] }),
        line('Two', '1', '10', { taxes: [] }),
        line('Three', '1', '40.01', { taxes: ['B'] }),
      ],
      { taxes: [tax('A', '10'), tax('B', '5')], discount: { fixed: '20' } },
    ),
    expected: {
      amounts: [1000, 1000, 4001],
      subtotal: 6001,
      discount: 2000,
      taxes: [
        [667, 67],
        [2667, 133],
      ],
      total: 4201,
      deposit: null,
    },
  },
  {
    // 125.00 − 25.00 + 40.00 = 140.00; − 14.00 = 126.00; × 6 % = 7.56
    name: 'a discount on a line and one on the document',
    draft: invoice(
      [line('Tiles', '10', '12.50', { discount: { percent: '20' } }), line('Grout', '1', '40')],
      { taxes: [tax('T', '6')], discount: { fixed: '14.00' } },
    ),
    expected: {
      amounts: [10000, 4000],
      subtotal: 14000,
      discount: 1400,
      taxes: [[12600, 756]],
      total: 13356,
      deposit: null,
    },
  },
  {
    name: 'everything off',
    draft: invoice([line('Sample', '1', '250')], {
      taxes: [tax('T', '8')],
      discount: { percent: '100' },
    }),
    expected: {
      amounts: [25000],
      subtotal: 25000,
      discount: 25000,
      taxes: [[0, 0]],
      total: 0,
      deposit: null,
    },
  },
  {
    name: 'a fixed discount as large as the subtotal',
    draft: invoice([line('Warranty work', '2', '40.25')], { discount: { fixed: '80.50' } }),
    expected: {
      amounts: [8050],
      subtotal: 8050,
      discount: 8050,
      taxes: [],
      total: 0,
      deposit: null,
    },
  },
]
