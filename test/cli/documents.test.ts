import { beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace
beforeAll(async () => {
  w = await makeWorkspace()
  await w.run('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
})

const kitchen = [
  ...[
    '--item',
    'Kitchen remodel|1|5000',
    '--item',
    'Labor|40|65|hrs',
    '--item',
    'Materials|1|1500',
  ],
  ...['--tax', 'Tax:8'],
]

describe('creating', () => {
  test('an invoice from options, with totals and the next number', async () => {
    const due = ['--issued-on', '2025-01-15', '--due-on', '2025-01-30']
    const { code, json } = await w.json(
      'invoice',
      'create',
      '--customer',
      'John Smith',
      ...kitchen,
      ...due,
    )
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      number: 'INV-001',
      kind: 'invoice',
      state: 'draft',
      customer: { name: 'John Smith', email: 'john@example.com' },
      due_on: '2025-01-30',
      items: [
        { description: 'Kitchen remodel', quantity: '1', unit: '', unit_price: '5000' },
        { description: 'Labor', quantity: '40', unit: 'hrs', amount_minor: 260_000 },
        { description: 'Materials', amount_minor: 150_000, taxes: ['t1'] },
      ],
      taxes: [{ id: 't1', name: 'Tax', rate: '8', amount_minor: 72_800 }],
      total_minor: 982_800,
      balance_due_minor: 982_800,
    })
  })

  test('an estimate with a deposit in percent', async () => {
    const ends = ['--valid-until', '2025-01-29', '--deposit', '50%']
    const { json } = await w.json(
      'estimate',
      'create',
      '--customer',
      'john@example.com',
      ...kitchen,
      ...ends,
    )
    expect(json()).toMatchObject({
      number: 'EST-001',
      valid_until_on: '2025-01-29',
      deposit: { percent: '50', amount_minor: 491_400, paid_minor: 0 },
    })
  })

  test('a bar in a description is written with a backslash', async () => {
    const item = ['--item', 'Pipes 1\\|2 inch|2|10.50']
    const { json } = await w.json('invoice', 'create', '--customer', 'John Smith', ...item)
    expect(json().items[0]).toMatchObject({ description: 'Pipes 1|2 inch', amount_minor: 2100 })
  })

  test('--send makes it sent at once and says how the mail went', async () => {
    const item = ['--item', 'Repair|1|100', '--number', 'A-7', '--send']
    const { code, json } = await w.json('invoice', 'create', '--customer', 'John Smith', ...item)
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      number: 'A-7',
      state: 'sent',
      delivery: 'sent',
      results: [{ number: 'A-7', ok: true, to: 'john@example.com', outbox: 'sent' }],
    })
  })

  test('names all that is wrong, with the place of each', async () => {
    const wrong = ['--item', 'x|abc|5', '--item', 'only two|parts', '--tax', 'eight']
    const dates = ['--due-on', '2025-02-30', '--deposit', '10%', '--number', 'no spaces']
    const { code, json } = await w.json(
      'invoice',
      'create',
      '--customer',
      'Nobody',
      ...wrong,
      ...dates,
    )
    const { error } = json()
    expect(code).toBe(2)
    expect(error.code).toBe('invalid_input')
    expect(error.details.map(({ field }: { field: string }) => field).sort()).toEqual([
      ...['customer', 'deposit', 'due_on', 'items[0].quantity', 'items[1]', 'number', 'taxes[0]'],
    ])
    const { json: list } = await w.json('invoice', 'list', '--search', 'spaces')
    expect(list().total).toBe(0)
  })

  test('a person reads the problems below each other', async () => {
    const { code, stdout, stderr } = await w.run('invoice', 'create', '--item', 'x|abc|5')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(
      /^Error: 2 things are not right:\n {2}customer: .*\n {2}items\[0\]\.quantity: /,
    )
  })
})

describe('listing', () => {
  test('gives whole documents and the total, also beyond the page', async () => {
    const { json } = await w.json('invoice', 'list', '--limit', '1', '--sort', 'number')
    expect(json()).toMatchObject({
      items: [{ kind: 'invoice', payments: [] }],
      total: 3,
    })
    expect(json().items).toHaveLength(1)
  })

  test('filters by state, customer and date', async () => {
    const drafts = await w.json('invoice', 'list', '--state', 'draft,void')
    const sent = await w.json('invoice', 'list', '--state', 'sent', '--since', '2025-01-01')
    const before = await w.json('invoice', 'list', '--until', '2025-01-01')
    expect(drafts.json().total).toBe(2)
    expect(sent.json().items.map(({ number }: { number: string }) => number)).toEqual(['A-7'])
    expect(before.json()).toEqual({ items: [], total: 0 })
    expect((await w.json('invoice', 'list', '--customer', 'Nobody')).code).toBe(3)
  })

  test.each([
    [['--state', 'overdu'], 'state', 'did you mean overdue?'],
    [['--limit', '0'], 'limit', 'from 1'],
    [['--since', 'yesterday'], 'since', 'is not a date'],
    [['--sort', 'totl'], 'sort', 'total'],
    [['--not-viewed-days', 'two'], 'not_viewed_days', 'whole number'],
  ])('refuses %j', async (options, field, message) => {
    const { code, json } = await w.json('invoice', 'list', ...options)
    expect(code).toBe(2)
    expect(json().error.details).toEqual([{ field, message: expect.stringContaining(message) }])
  })

  test('for people is a table with money on the right', async () => {
    const { stdout } = await w.run('estimate', 'list')
    expect(stdout.split('\n')[0]).toBe(
      'Number   Customer    Issued      Valid until      Total  State',
    )
    expect(stdout).toContain('EST-001  John Smith  2025-01-15  2025-01-29   $9,828.00  draft')
  })
})

describe('showing', () => {
  test('by number whatever its case, and by id', async () => {
    const { id } = (await w.json('invoice', 'show', 'INV-001')).json()
    expect((await w.json('invoice', 'show', id)).json().number).toBe('INV-001')
  })

  test('what is not there ends with 3', async () => {
    const { code, json } = await w.json('invoice', 'show', 'INV-404')
    expect(code).toBe(3)
    expect(json().error.code).toBe('not_found')
  })

  test('an estimate is not an invoice', async () => {
    const { code, json } = await w.json('invoice', 'show', 'EST-001')
    expect(code).toBe(3)
    expect(json().error.hint).toContain('portal estimate')
  })

  test('people see items, sums and the next step', async () => {
    const { stdout } = await w.run('invoice', 'show', 'INV-001')
    expect(stdout).toContain('Labor            40 hrs     $65.00  $2,600.00')
    expect(stdout).toMatch(/Tax \(8%\) +\$728\.00\n +Total +\$9,828\.00/)
    expect(stdout).toContain('Next: portal send INV-001')
  })
})

describe('changing', () => {
  test('only what is given changes', async () => {
    const { code, json } = await w.json('invoice', 'edit', 'INV-001', '--due-on', '2025-02-15')
    expect(code).toBe(0)
    expect(json()).toMatchObject({ due_on: '2025-02-15', total_minor: 982_800, version: 1 })
  })

  test('what was sent becomes a new version at once', async () => {
    const { stdout } = await w.run('invoice', 'edit', 'A-7', '--item', 'Repair|2|100')
    expect(stdout).toContain('Changed A-7: $200.00. Its links show version 2 from now on.')
    expect(stdout).toContain('Next: portal send A-7 tells the customer')
  })

  test('from a file replaces the fields in it, and keeps to one document of the same number', async () => {
    const edited = await w.feed(
      '{"notes": "Ring twice."}',
      'invoice',
      'edit',
      'A-7',
      '--from',
      '-',
      '--json',
    )
    expect(edited.json()).toMatchObject({ notes: 'Ring twice.', total_minor: 20_000 })
    const foreign = await w.feed('number: A-8', 'invoice', 'edit', 'A-7', '--from', '-', '--json')
    expect(foreign.json().error.details).toEqual([
      { field: 'number', message: 'cannot change; it is A-7' },
    ])
  })

  test('a draft is deleted after a yes, and only a draft', async () => {
    const asked = await w.json('invoice', 'delete', 'INV-002')
    expect([asked.code, asked.json().error.code]).toEqual([1, 'needs_confirmation'])
    const deleted = await w.json('invoice', 'delete', 'INV-002', '--yes')
    expect([deleted.code, deleted.json()]).toEqual([0, { number: 'INV-002', deleted: true }])
    const sent = await w.json('invoice', 'delete', 'A-7', '--yes')
    expect([sent.code, sent.json().error.code]).toEqual([1, 'wrong_state'])
    expect(sent.json().error.hint).toContain('portal invoice void A-7')
  })

  test('uncollectible and back, then void', async () => {
    expect((await w.json('invoice', 'uncollectible', 'A-7')).json().state).toBe('uncollectible')
    expect((await w.json('invoice', 'reopen', 'A-7')).json().state).toBe('sent')
    expect((await w.json('invoice', 'void', 'A-7')).json().error.code).toBe('needs_confirmation')
    expect((await w.json('invoice', 'void', 'A-7', '--yes')).json().state).toBe('void')
    const again = await w.json('invoice', 'void', 'A-7', '--yes')
    expect([again.code, again.json().error.code]).toEqual([1, 'wrong_state'])
  })

  test('a revision is shown with --draft until it is sent', async () => {
    await w.run('send', 'EST-001')
    expect((await w.json('estimate', 'revise', 'EST-001')).json().version).toBe(2)
    const edited = await w.json('estimate', 'edit', 'EST-001', '--item', 'All of it|1|7000')
    expect(edited.json()).toMatchObject({ version: 2, subtotal_minor: 700_000 })
    expect((await w.json('estimate', 'show', 'EST-001')).json()).toMatchObject({ version: 1 })
    const draft = await w.json('estimate', 'show', 'EST-001', '--draft')
    expect(draft.json()).toMatchObject({
      version: 2,
      flags: expect.arrayContaining(['revision_draft']),
    })
  })

  test('a copy and a credit note begin as drafts', async () => {
    await w.run('send', 'INV-001')
    const copy = await w.json('invoice', 'copy', 'INV-001')
    expect(copy.json()).toMatchObject({ kind: 'invoice', state: 'draft', total_minor: 982_800 })
    const note = await w.json('invoice', 'credit', 'INV-001')
    expect(note.json()).toMatchObject({
      number: 'CN-001',
      kind: 'credit_note',
      relates_to: 'INV-001',
    })
    expect((await w.json('invoice', 'list', '--credit-notes')).json().total).toBe(1)
    await w.run('send', 'CN-001')
    const { stdout } = await w.run('invoice', 'show', 'INV-001')
    expect(stdout).toMatch(/Credited +-\$9,828\.00\n +Balance due +\$0\.00\n/)
  })
})
