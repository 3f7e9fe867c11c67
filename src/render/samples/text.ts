import type { Config } from '../../config/schema.ts'
import type { Content, Kind, LineItem } from '../../domain/document.ts'

/** What a made-up document says besides its items: the owner's own terms where there are any. */
export function sampleText(kind: Kind, { documents }: Config): Partial<Content> {
  if (kind === 'credit_note') return { notes: 'For the day of labor that was not needed.' }
  if (kind === 'invoice') {
    return { terms: documents.invoice_terms || invoiceTerms, notes: 'Thank you for your business!' }
  }
  return { terms: documents.estimate_terms || estimateTerms }
}

const invoiceTerms =
  'Payment is due by the date above. After that a late fee of 1.5% a month is charged.'
const estimateTerms =
  'The price is fixed until the date above. Work starts within two weeks of the deposit.'

/** Items of all sorts over several sheets: short and long, with units, discounts, and free of tax. */
export function manyItems(count: number): LineItem[] {
  return Array.from({ length: count }, (_, index) => {
    const item = assortment[index % assortment.length] ?? {}
    return { ...plain, ...item, quantity: String((index % 9) + 1) }
  })
}

const plain: LineItem = {
  description: '',
  quantity: '1',
  unit: '',
  unit_price: '85',
  taxes: ['T'],
  discount: null,
}

const assortment: Partial<LineItem>[] = [
  { description: 'Carpentry', unit: 'hrs' },
  { description: 'Wall cabinet, soft-close, painted white\n24 × 30 in, with fittings' },
  { description: 'Demolition, and disposal of what was there', unit_price: '240' },
  { description: 'Electrical work: two circuits, six outlets', unit: 'hrs', unit_price: '110' },
  { description: 'Tiles', unit: 'm²', unit_price: '38.5', discount: { percent: '10' } },
  { description: 'Permit', unit_price: '125', taxes: [] },
  {
    description:
      'Countertop of solid oak, oiled, cut to measure on site, with an opening for the sink and a splashback along the whole wall',
    unit_price: '1250',
  },
  {
    description: 'Part no. KX-2044-0098-7731-AA-LONG-SERIES-WITHOUT-ANY-SPACE',
    unit_price: '9.99',
  },
  { description: 'Plumbing', unit: 'hrs', unit_price: '95' },
  { description: 'Travel', unit: 'km', unit_price: '0.7', taxes: [] },
]

/** Of fields where people write a sentence. */
export const sampleReason = 'We decided to wait until spring.'
