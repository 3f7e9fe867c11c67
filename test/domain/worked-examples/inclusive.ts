import { invoice, line, tax, type WorkedExample } from './types.ts'

const inside = { prices_include_tax: true }

export const inclusive: WorkedExample[] = [
  {
    // 119.00 × 19/119 = 19.00
    name: 'a price that includes its tax',
    draft: invoice([line('Router', '1', '119')], { ...inside, taxes: [tax('VAT', '19')] }),
    expected: {
      amounts: [11900],
      subtotal: 11900,
      discount: 0,
      taxes: [[10000, 1900]],
      total: 11900,
      deposit: null,
    },
  },
  {
    // 29.97 × 20/120 = 4.995
    name: 'an included tax that has to be rounded',
    draft: invoice([line('Cable', '3', '9.99')], { ...inside, taxes: [tax('VAT', '20')] }),
    expected: {
      amounts: [2997],
      subtotal: 2997,
      discount: 0,
      taxes: [[2497, 500]],
      total: 2997,
      deposit: null,
    },
  },
  {
    // 107.00 × 7/107 = 7.00; 119.00 × 19/119 = 19.00
    name: 'two included rates on different lines',
    draft: invoice(
      [
        line('Cookbook', '1', '107', { taxes: ['reduced'] }),
        line('Apron', '1', '119', { taxes: ['full'] }),
      ],
      { ...inside, taxes: [tax('reduced', '7'), tax('full', '19')] },
    ),
    expected: {
      amounts: [10700, 11900],
      subtotal: 22600,
      discount: 0,
      taxes: [
        [10000, 700],
        [10000, 1900],
      ],
      total: 22600,
      deposit: null,
    },
  },
  {
    // 100.00 × 12/112 = 10.714; of 10.71 are 5/12 = 4.4625 and 7/12 = 6.2475
    name: 'two taxes included in one price',
    draft: invoice([line('Stay', '1', '100')], {
      ...inside,
      taxes: [tax('GST', '5'), tax('PST', '7')],
    }),
    expected: {
      amounts: [10000],
      subtotal: 10000,
      discount: 0,
      taxes: [
        [8929, 446],
        [8929, 625],
      ],
      total: 10000,
      deposit: null,
    },
  },
  {
    // 10.01 × 10/110 = 0.91; halves of 0.455 round to 0.46, one cent too many goes off the first
    name: 'what splitting leaves goes to the first of equal rates',
    draft: invoice([line('Snack', '1', '10.01')], {
      ...inside,
      taxes: [tax('City', '5'), tax('State', '5')],
    }),
    expected: {
      amounts: [1001],
      subtotal: 1001,
      discount: 0,
      taxes: [
        [910, 45],
        [910, 46],
      ],
      total: 1001,
      deposit: null,
    },
  },
  {
    // 1.03 × 15/115 = 0.134; of 0.13 the rates take 0.0425, 0.0442 and 0.0433, so 0.04 three times;
    // the cent that is left goes to the largest rate, which is the second
    name: 'what splitting leaves goes to the largest rate',
    draft: invoice([line('Gum', '1', '1.03')], {
      ...inside,
      taxes: [tax('A', '4.9'), tax('B', '5.1'), tax('C', '5')],
    }),
    expected: {
      amounts: [103],
      subtotal: 103,
      discount: 0,
      taxes: [
        [90, 4],
        [90, 5],
        [90, 4],
      ],
      total: 103,
      deposit: null,
    },
  },
  {
    // 10.00 off: 6.00 and 4.00; 54.00 × 20/120 = 9.00
    name: 'a discount over included and exempt lines',
    draft: invoice([line('Game', '1', '60'), line('Gift card', '1', '40', { taxes: [] })], {
      ...inside,
      taxes: [tax('VAT', '20')],
      discount: { percent: '10' },
    }),
    expected: {
      amounts: [6000, 4000],
      subtotal: 10000,
      discount: 1000,
      taxes: [[4500, 900]],
      total: 9000,
      deposit: null,
    },
  },
  {
    // 20.10 × 12/112 = 2.1536; apart, each 10.05 would hold 1.08
    name: 'the order of a line’s taxes does not matter',
    draft: invoice(
      [
        line('Left', '1', '10.05', { taxes: ['A', 'B'] }),
        line('Right', '1', '10.05', { taxes: ['B', 'A'] }),
      ],
      { ...inside, taxes: [tax('A', '10'), tax('B', '2')] },
    ),
    expected: {
      amounts: [1005, 1005],
      subtotal: 2010,
      discount: 0,
      taxes: [
        [1795, 179],
        [1795, 36],
      ],
      total: 2010,
      deposit: null,
    },
  },
  {
    // 999 × 10/110 = 90.8; 1080 × 8/108 = 80
    name: 'yen with included taxes',
    draft: invoice(
      [
        line('Umbrella', '1', '999', { taxes: ['T10'] }),
        line('Bento', '1', '1080', { taxes: ['T8'] }),
      ],
      { ...inside, currency: 'JPY', taxes: [tax('T10', '10'), tax('T8', '8')] },
    ),
    expected: {
      amounts: [999, 1080],
      subtotal: 2079,
      discount: 0,
      taxes: [
        [908, 91],
        [1000, 80],
      ],
      total: 2079,
      deposit: null,
    },
  },
]
