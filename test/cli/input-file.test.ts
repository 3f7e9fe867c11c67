import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocuments } from '../../src/cli/input/document-file.ts'
import { parseText } from '../../src/cli/input/parse-text.ts'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

describe('numbers arrive as they were written', () => {
  test.each([
    ['YAML', 'a: 0.10\nb: 8\nc: "8"\nd: 1e3\ne: 2025-01-15\nf: 9007199254740993\ng: true\nh: null'],
    [
      'JSON',
      '{"a":0.10,"b":8,"c":"8","d":1e3,"e":"2025-01-15","f":9007199254740993,"g":true,"h":null}',
    ],
    [
      'JSON with tabs',
      '{\n\t"a": 0.10, "b": 8, "c": "8", "d": 1e3, "e": "2025-01-15",\n\t"f": 9007199254740993, "g": true, "h": null }',
    ],
  ])('from %s', async (_, text) => {
    expect(await parseText(text, 'from')).toEqual({
      ...{ a: '0.10', b: '8', c: '8', d: '1e3', e: '2025-01-15', f: '9007199254740993' },
      ...{ g: true, h: null },
    })
  })

  test('and digits inside of text are left alone', async () => {
    const text = '{"a": "5 \\" 3.10", "b": ["x1", -2.50]}'
    expect(await parseText(text, 'from')).toEqual({ a: '5 " 3.10', b: ['x1', '-2.50'] })
  })

  test('several parts of a file are asked for as a list', async () => {
    const message = expect.stringContaining('write them as one list')
    await expect(parseText('a: 1\n---\na: 2', 'from')).rejects.toMatchObject({
      details: [{ field: 'from', message }],
    })
  })

  test('a field that stands there twice is named as such', async () => {
    await expect(parseText('a: 1\na: 2', 'from')).rejects.toMatchObject({
      details: [{ message: expect.stringContaining('the same field stands there twice') }],
    })
  })

  test.each(['a: [1', 'a: 1\na: 2', 'a: !secret x', '--- 1\n--- 2', 'a: *b'])(
    '%j is refused',
    async (text) => {
      await expect(parseText(text, 'from')).rejects.toMatchObject({
        code: 'invalid_input',
        details: [{ field: 'from', message: expect.stringContaining('neither JSON nor YAML') }],
      })
    },
  )
})

describe('the shape of a document', () => {
  const problems = (input: unknown) => readDocuments(input, 'invoice').problems
  const item = { description: 'x', unit_price: '1' }

  test.each([
    [{ custmer: 'x' }, 'custmer', 'did you mean "customer"?'],
    [{ items: 'x' }, 'items', 'must be a list'],
    [{ items: [{ ...item, quantty: '1' }] }, 'items[0].quantty', 'did you mean "quantity"?'],
    [{ items: [item, { description: 'x' }] }, 'items[1].unit_price', 'is missing'],
    [{ items: [item, 'x'] }, 'items[1]', 'must be a mapping'],
    [{ discount: { percent: '1', fixed: '1' } }, 'discount', 'either percent or fixed'],
    [{ taxes: [{ id: 'T', name: 'Tax' }] }, 'taxes[0].rate', 'is missing'],
    [{ prices_include_tax: 'maybe' }, 'prices_include_tax', 'true or false'],
    [{ due_in_days: '1.5' }, 'due_in_days', 'whole number'],
    [{ customer: { name: 'x', mail: 'y' } }, 'customer.mail', 'did you mean "email"?'],
    [{ payments: [] }, 'payments', 'portal payment record'],
    [{ kind: 'estimate' }, 'kind', 'the command is for invoices'],
    [{ kind: 'quote' }, 'kind', 'invoice'],
    [JSON.parse('{"__proto__":1}'), '__proto__', 'is not known'],
    ['text', 'from', 'must be a mapping'],
    [[{ notes: ['x'] }, null], '[0].notes', 'must be text'],
  ])('%j', (input, field, message) => {
    const found = problems(input)
    expect(found[0]).toEqual({ field, message: expect.stringContaining(message) })
  })

  test('a credit note is entered beside invoices', () => {
    expect(problems({ kind: 'credit_note', items: [item] })).toEqual([])
  })

  test('addresses may be one text with several lines', () => {
    const { drafts } = readDocuments(
      { customer: { name: 'x', address: '1 Main\nTown' } },
      'invoice',
    )
    expect(drafts[0]?.customer).toEqual({ name: 'x', address: ['1 Main', 'Town'] })
  })
})

describe('create --from', () => {
  const makeWorkspace = portalWorkspaces({ here: true })
  let w: Workspace
  beforeAll(async () => {
    w = await makeWorkspace()
  })

  const yaml = [
    'kind: invoice',
    'customer: { name: Maria Garcia, email: maria@example.com }',
    'issued_on: 2025-01-15',
    'due_in_days: 10',
    'taxes: [{ id: T, name: Tax, rate: 8.250 }]',
    'items:',
    '  - { description: "Tiles\\nmatte", quantity: 0.10, unit_price: 19.99, taxes: [T] }',
    '  - { description: Disposal, unit_price: "85", taxes: [], discount: { percent: 10 } }',
  ].join('\n')

  test('a YAML file with a new customer', async () => {
    writeFileSync(join(w.dir, 'invoice.yml'), yaml)
    const { code, json } = await w.json('invoice', 'create', '--from', 'invoice.yml')
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      number: 'INV-001',
      customer: { name: 'Maria Garcia' },
      due_on: '2025-01-25',
      items: [
        {
          description: 'Tiles\nmatte',
          quantity: expect.stringMatching(/^0\.10?$/),
          amount_minor: 200,
        },
        { quantity: '1', discount_minor: 850, amount_minor: 7650, taxes: [] },
      ],
    })
  })

  test('a JSON list on standard input, all or none', async () => {
    const one = { customer: 'Maria Garcia', items: [{ description: 'x', unit_price: '10' }] }
    const both = await w.feed(
      JSON.stringify([one, one]),
      'invoice',
      'create',
      '--from',
      '-',
      '--json',
    )
    expect(both.json()).toMatchObject({
      items: [{ number: 'INV-002' }, { number: 'INV-003' }],
      total: 2,
    })
    const bad = [
      one,
      { ...one, colour: 'red', due_on: '2025-13-01' },
      { ...one, customer: 'Nobody' },
    ]
    const none = await w.feed(JSON.stringify(bad), 'invoice', 'create', '--from', '-', '--json')
    expect(none.code).toBe(2)
    expect(none.json().error.details.map(({ field }: { field: string }) => field)).toEqual([
      '[1].colour',
      '[1].due_on',
      '[2].customer',
    ])
    expect((await w.json('invoice', 'list')).json().total).toBe(3)
  })

  test.each([
    [['--from', 'nowhere.yml'], '', 'from', 'there is no file'],
    [['--from', '.'], '', 'from', '. is a folder, not a file'],
    [['--from', '-'], '', 'from', 'is empty'],
    [['--from', '-'], '[]', 'from', 'lists nothing'],
  ])('refuses %j', async (options, input, field, message) => {
    const { code, json } = await w.feed(input, 'invoice', 'create', ...options, '--json')
    expect(code).toBe(2)
    expect(json().error.details).toEqual([{ field, message: expect.stringContaining(message) }])
  })

  test('takes no options for the content beside it', async () => {
    const { code, json } = await w.json('invoice', 'create', '--from', '-', '--notes', 'x')
    expect([code, json().error.code]).toEqual([2, 'usage'])
  })
})
