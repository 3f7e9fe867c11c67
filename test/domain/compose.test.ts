import { describe, expect, it } from 'vitest'
import {
  type ContentDraft,
  changeDraft,
  composeContent,
  draftOf,
} from '../../src/domain/compose.ts'
import { aDocument, defaults, problemsOf } from './fixtures.ts'
import { workedExamples } from './worked-examples.ts'

const items = [{ description: 'Work', unit_price: '100' }]
const taxes = [{ id: 'T', name: 'Tax', rate: '8' }]
const configured = {
  ...defaults,
  config: {
    business: { currency: 'EUR' },
    documents: {
      ...defaults.config.documents,
      taxes,
      prices_include_tax: true,
      deposit: { percent: '30' },
    },
  },
}

function fields(draft: Partial<ContentDraft>): string[] {
  return problemsOf(() => composeContent({ kind: 'invoice', items, ...draft }, defaults)).map(
    (problem) => problem.field,
  )
}

describe('a document', () => {
  it('takes what is left out from the configuration', () => {
    const { content } = composeContent({ kind: 'invoice', items }, configured)
    expect(content).toEqual({
      kind: 'invoice',
      currency: 'EUR',
      locale: 'en-US',
      issued_on: '2025-01-15',
      due_on: '2025-01-30',
      valid_until_on: null,
      prices_include_tax: true,
      bill_to: defaults.bill_to,
      taxes,
      items: [
        {
          description: 'Work',
          quantity: '1',
          unit: '',
          unit_price: '100',
          taxes: ['T'],
          discount: null,
        },
      ],
      discount: null,
      deposit: null,
      terms: 'Due on receipt of goods.',
      notes: '',
      online_pay: true,
    })
  })

  it('of another kind takes other things', () => {
    const estimate = composeContent({ kind: 'estimate', items }, configured).content
    expect(estimate).toMatchObject({
      due_on: null,
      valid_until_on: '2025-01-29',
      deposit: { percent: '30' },
      terms: 'Prices hold while the estimate is valid.',
    })
    const note = composeContent({ kind: 'credit_note', items }, configured).content
    expect(note).toMatchObject({ due_on: null, valid_until_on: null, terms: '', online_pay: false })
  })

  it('may go without the configured deposit', () => {
    const { content, totals } = composeContent(
      { kind: 'estimate', items, deposit: null },
      configured,
    )
    expect([content.deposit, totals.deposit_minor]).toEqual([null, null])
  })

  it('falls due some days after it is issued', () => {
    const draft = { kind: 'invoice' as const, items, issued_on: '2024-02-20', due_in_days: 10 }
    expect(composeContent(draft, defaults).content.due_on).toBe('2024-03-01')
    expect(fields({ due_in_days: 0 })).toEqual([])
  })

  it('gives numbers, codes and new lines their usual form', () => {
    const { content } = composeContent(
      {
        kind: 'invoice',
        currency: 'eur',
        locale: 'de-de',
        items: [{ description: 'One\r\nTwo', quantity: '+01.50', unit_price: '007' }],
      },
      defaults,
    )
    expect(content).toMatchObject({ currency: 'EUR', locale: 'de-DE' })
    expect(content.items[0]).toMatchObject({
      description: 'One\nTwo',
      quantity: '1.50',
      unit_price: '7',
    })
  })

  it('for a customer who is exempt has no taxes', () => {
    const { content } = composeContent(
      { kind: 'invoice', items, taxes },
      { ...defaults, tax_exempt: true },
    )
    expect([content.taxes, content.items[0]?.taxes]).toEqual([[], []])
  })
})

describe('a document is refused', () => {
  it.each<[string, Partial<ContentDraft>, string[]]>([
    ['without items', { items: [] }, ['items']],
    [
      'with too many items',
      { items: Array.from({ length: 501 }, () => items[0]) as never },
      ['items'],
    ],
    [
      'without a description',
      { items: [{ description: ' \n', unit_price: '1' }] },
      ['items[0].description'],
    ],
    [
      'with a foreign number',
      { items: [{ description: 'a', unit_price: '1,5' }] },
      ['items[0].unit_price'],
    ],
    [
      'with too fine a quantity',
      { items: [{ description: 'a', unit_price: '1', quantity: '0.0000001' }] },
      ['items[0].quantity'],
    ],
    ['with a date that does not exist', { issued_on: '2025-02-30' }, ['issued_on']],
    ['when due before it is issued', { due_on: '2025-01-14' }, ['due_on']],
    ['when due on a day that does not exist', { due_on: '2025-13-01' }, ['due_on']],
    ['with two due dates', { due_on: '2025-02-01', due_in_days: 3 }, ['due_in_days']],
    ['with half a day', { due_in_days: 1.5 }, ['due_in_days']],
    ['with an unknown currency', { currency: 'BTC' }, ['currency']],
    ['with an unknown language', { locale: 'klingon' }, ['locale']],
    ['with half a cent off', { discount: { fixed: '0.005' } }, ['discount.fixed']],
    ['with less than nothing off', { discount: { fixed: '-1' } }, ['discount.fixed']],
    ['with more than all off', { discount: { percent: '100.01' } }, ['discount.percent']],
    [
      'with a tax above a hundred',
      { taxes: [{ id: 'T', name: 'T', rate: '101' }] },
      ['taxes[0].rate'],
    ],
    ['with a tax below zero', { taxes: [{ id: 'T', name: 'T', rate: '-1' }] }, ['taxes[0].rate']],
    ['with a tax that is there twice', { taxes: [...taxes, ...taxes] }, ['taxes[1].id']],
    ['with a tax without a name', { taxes: [{ id: 'T', name: '', rate: '1' }] }, ['taxes[0].name']],
    ['with a deposit on an invoice', { deposit: { percent: '50' } }, ['deposit']],
    ['with a date of another kind', { valid_until_on: '2025-02-01' }, ['valid_until_on']],
    [
      'when it would expire before it is issued',
      { kind: 'estimate', valid_until_on: '2025-01-01' },
      ['valid_until_on'],
    ],
    ['with an estimate that falls due', { kind: 'estimate', due_in_days: 3 }, ['due_in_days']],
    ['with NUL in its notes', { notes: 'a\0' }, ['notes']],
    ['with terms without end', { terms: 'x'.repeat(20_001) }, ['terms']],
  ])('%s', (_, draft, expected) => expect(fields(draft)).toEqual(expected))

  it('with all problems at once', () => {
    const draft = {
      due_on: '2025-01-01',
      notes: '\u001b[31m',
      currency: 'JPY',
      discount: { fixed: '0.5' },
      items: [
        { description: '', unit_price: 'free', quantity: 'some', unit: 'a\nb', taxes: ['X'] },
        { description: 'Fine', unit_price: '1', discount: { percent: '-1' } },
      ],
    }
    expect(fields(draft).toSorted()).toEqual([
      'discount.fixed',
      'due_on',
      'items[0].description',
      'items[0].quantity',
      'items[0].taxes',
      'items[0].unit',
      'items[0].unit_price',
      'items[1].discount.percent',
      'notes',
    ])
  })

  it('with wrong dates and wrong totals together', () => {
    expect(fields({ due_on: '2025-01-01', discount: { fixed: '100.01' } })).toEqual([
      'due_on',
      'discount',
    ])
  })

  it('with the tax that was probably meant', () => {
    const draft = { taxes: [{ id: 'VAT', name: 'VAT', rate: '8' }] }
    const wrong = [{ description: 'Work', unit_price: '1', taxes: ['VTA'] }]
    const [problem] = problemsOf(() =>
      composeContent({ kind: 'invoice', ...draft, items: wrong }, defaults),
    )
    expect(problem).toEqual({
      field: 'items[0].taxes',
      message: '"VTA" is no tax of this document; did you mean "VAT"?',
    })
  })
})

describe('a document that is edited', () => {
  it.each(workedExamples)(
    'composes to itself without changes: $name',
    ({ draft, tax_exempt = false }) => {
      const known = { ...defaults, tax_exempt }
      const once = composeContent(draft, known)
      const elsewhere = { ...configured, today: '2030-01-01', locale: 'fr-FR', tax_exempt }
      expect(composeContent(draftOf(once.content), elsewhere)).toEqual(once)
    },
  )

  it('keeps what no change is given for', () => {
    const draft = draftOf(aDocument({}, { taxes }).content)
    expect(changeDraft(draft, { taxes: undefined, notes: undefined })).toEqual(draft)
  })

  it('takes days instead of the due date', () => {
    const draft = changeDraft(draftOf(aDocument().content), { due_in_days: 30 })
    expect(composeContent(draft, defaults).content.due_on).toBe('2025-02-14')
  })

  it('puts new taxes on the lines that bore all of them, and leaves exempt lines exempt', () => {
    const two = [...items, { description: 'Permit', unit_price: '20', taxes: [] }]
    const before = draftOf(aDocument({}, { items: two, taxes }).content)
    const draft = changeDraft(before, { taxes: [{ id: 'N', name: 'New', rate: '9' }] })
    const { content } = composeContent(draft, defaults)
    expect(content.items.map((item) => item.taxes)).toEqual([['N'], []])
  })

  it('says so when a tax goes that some line still names', () => {
    const both = [...taxes, { id: 'U', name: 'Use', rate: '1' }]
    const one = [{ description: 'Work', unit_price: '1', taxes: ['U'] }]
    const before = draftOf(aDocument({}, { items: one, taxes: both }).content)
    const draft = changeDraft(before, { taxes })
    expect(problemsOf(() => composeContent(draft, defaults))[0]?.field).toBe('items[0].taxes')
  })
})
