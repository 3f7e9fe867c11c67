import { estimate, invoice, line, type WorkedExample } from './types.ts'

const kitchen = [
  line('Kitchen remodel', '1', '5000'),
  line('Labor', '40', '65', { unit: 'hrs' }),
  line('Materials', '1', '1500'),
]
const salesTax = [{ id: 'T', name: 'Tax', rate: '8' }]

export const plain: WorkedExample[] = [
  {
    // 9,100.00 × 8 % = 728.00
    name: 'the kitchen invoice, INV-001',
    draft: invoice(kitchen, { taxes: salesTax }),
    expected: {
      amounts: [500000, 260000, 150000],
      subtotal: 910000,
      discount: 0,
      taxes: [[910000, 72800]],
      total: 982800,
      deposit: null,
    },
  },
  {
    name: 'the kitchen estimate with half of it as deposit',
    draft: estimate(kitchen, { taxes: salesTax, deposit: { percent: '50' } }),
    expected: {
      amounts: [500000, 260000, 150000],
      subtotal: 910000,
      discount: 0,
      taxes: [[910000, 72800]],
      total: 982800,
      deposit: 491400,
    },
  },
  {
    name: 'a fixed deposit',
    draft: estimate([line('Fence', '1', '1200')], { deposit: { fixed: '500.00' } }),
    expected: {
      amounts: [120000],
      subtotal: 120000,
      discount: 0,
      taxes: [],
      total: 120000,
      deposit: 50000,
    },
  },
  {
    // 99.99 × 33.333 % = 33.32966…
    name: 'a deposit that has to be rounded',
    draft: estimate([line('Gate', '1', '99.99')], { deposit: { percent: '33.333' } }),
    expected: {
      amounts: [9999],
      subtotal: 9999,
      discount: 0,
      taxes: [],
      total: 9999,
      deposit: 3333,
    },
  },
  {
    // 1.25 × 85.50 = 106.875; 0.333333 × 100 = 33.3333
    name: 'fractional hours',
    draft: invoice([
      line('Consulting', '1.25', '85.50', { unit: 'hrs' }),
      line('Travel', '0.333333', '100', { unit: 'hrs' }),
    ]),
    expected: {
      amounts: [10688, 3333],
      subtotal: 14021,
      discount: 0,
      taxes: [],
      total: 14021,
      deposit: null,
    },
  },
  {
    // 1000 × 0.0125 = 12.50; 3 × 0.005 = 0.015; 0.004999 is nothing; 12.52 × 8 % = 1.0016
    name: 'unit prices finer than a cent',
    draft: invoice(
      [
        line('Leaflets', '1000', '0.0125'),
        line('Staples', '3', '0.005'),
        line('Ink dot', '1', '0.004999'),
      ],
      { taxes: salesTax },
    ),
    expected: {
      amounts: [1250, 2, 0],
      subtotal: 1252,
      discount: 0,
      taxes: [[1252, 100]],
      total: 1352,
      deposit: null,
    },
  },
  {
    // 0.125 and -0.125 go away from zero: 0.13 and -0.13
    name: 'ties go away from zero on both sides',
    draft: invoice([line('Up', '1', '0.125'), line('Down', '-1', '0.125')]),
    expected: { amounts: [13, -13], subtotal: 0, discount: 0, taxes: [], total: 0, deposit: null },
  },
  {
    // 480.00 × 7.5 % = 36.00
    name: 'a credit note',
    draft: {
      kind: 'credit_note',
      currency: 'USD',
      issued_on: '2025-02-01',
      taxes: [{ id: 'T', name: 'Tax', rate: '7.5' }],
      items: [line('Returned lamps', '4', '120')],
    },
    expected: {
      amounts: [48000],
      subtotal: 48000,
      discount: 0,
      taxes: [[48000, 3600]],
      total: 51600,
      deposit: null,
    },
  },
]
