import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace
const warning = 'Anyone with this link can view the document. Treat it like a password.'

beforeAll(async () => {
  w = await makeWorkspace()
  await w.run('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  await w.run('customer', 'create', '--name', 'Walk-in')
  const items = [{ description: 'Repair', unit_price: '100' }]
  const drafts = [
    { customer: 'John Smith', items },
    { customer: 'John Smith', items },
    { customer: 'Walk-in', items },
  ]
  await w.feed(JSON.stringify(drafts), 'invoice', 'create', '--from', '-')
})

describe('send', () => {
  test('hands over a mail with a link of its own, and says what was done', async () => {
    const { code, json } = await w.json('send', 'INV-001')
    expect(code).toBe(0)
    expect(json()).toEqual({
      results: [
        {
          number: 'INV-001',
          ok: true,
          to: 'john@example.com',
          url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4180\/i\/[0-9a-z]{32}$/),
          message_id: expect.stringMatching(/^<msg_\w+@acme\.example>$/),
          outbox: 'sent',
          error: null,
        },
      ],
    })
    const [mail = ''] = readdirSync(join(w.dir, 'mail'))
    const text = readFileSync(join(w.dir, 'mail', mail), 'utf8')
    expect(text).toContain(`Message-ID: ${json().results[0].message_id}`)
  })

  test('a person is told about the link', async () => {
    const { stdout } = await w.run('send', 'INV-001', '--cc', 'books@example.com')
    expect(stdout).toContain('Sent INV-001 to john@example.com\n')
    expect(stdout).toContain(warning)
  })

  test('--dry-run shows the mail and sends nothing', async () => {
    const before = readdirSync(join(w.dir, 'mail')).length
    const { stdout } = await w.run('send', 'INV-002', '--dry-run', '--message', 'Thank you!')
    expect(stdout).toContain('Subject: Invoice INV-002')
    expect(stdout).toContain('| Thank you!')
    expect(readdirSync(join(w.dir, 'mail'))).toHaveLength(before)
  })

  test('one that is refused does not hold up the others', async () => {
    const { code, json } = await w.json('send', 'INV-003', 'INV-002', '--queue')
    expect(code).toBe(1)
    expect(json().results).toMatchObject([
      { number: 'INV-003', ok: false, error: { hint: expect.stringContaining('portal share') } },
      { number: 'INV-002', ok: true, outbox: 'pending' },
    ])
  })

  test('a number that is not there ends with 3, a bad address with 2', async () => {
    const unknown = await w.json('send', 'INV-404')
    expect([unknown.code, unknown.json().error.code]).toEqual([3, 'not_found'])
    const list = await w.json('send', 'INV-001', '--to', 'a@example.com, b@example.com')
    expect([list.code, list.json().error.details[0].field]).toEqual([2, 'to'])
  })
})

describe('the outbox', () => {
  test('lists what waits, and cron sends it', async () => {
    const waiting = await w.json('outbox', 'list', '--state', 'pending')
    expect(waiting.json()).toMatchObject({
      items: [{ kind: 'invoice_sent', number: 'INV-002', to: 'john@example.com', attempts: 0 }],
      total: 1,
    })
    const ran = await w.json('cron', 'outbox')
    expect(ran.json()).toMatchObject({ jobs: [{ name: 'outbox', ok: true, counts: { sent: 1 } }] })
    expect((await w.json('outbox', 'list', '--state', 'pending')).json().total).toBe(0)
  })

  test('shows one mail; what was sent is not sent again or cancelled', async () => {
    const { id } = (await w.json('outbox', 'list')).json().items[0]
    expect((await w.json('outbox', 'show', id)).json()).toMatchObject({ id, state: 'sent' })
    expect((await w.json('outbox', 'retry', id)).json().error.code).toBe('wrong_state')
    expect((await w.json('outbox', 'cancel', id)).code).toBe(1)
    expect((await w.json('outbox', 'show', 'msg_nothere')).code).toBe(3)
    expect((await w.json('outbox', 'list', '--state', 'fialed')).json().error.details).toEqual([
      { field: 'state', message: expect.stringContaining('did you mean failed?') },
    ])
  })
})

describe('links', () => {
  test('share makes one to hand over, and says to treat it like a password', async () => {
    const { code, json } = await w.json(
      'share',
      'INV-003',
      '--label',
      'shop',
      '--expires',
      '30d',
      '--view-only',
    )
    expect(code).toBe(0)
    expect(json()).toEqual({
      number: 'INV-003',
      url: expect.stringContaining('/i/'),
      id: expect.stringMatching(/^sh_/),
      label: 'shop',
      scope: 'view',
      expires_at: '2025-02-14T15:00:00.000Z',
    })
    expect((await w.run('share', 'INV-003')).stdout).toContain(warning)
  })

  test('--qr draws it, --copy says when there is no clipboard', async () => {
    const { stdout } = await w.run('share', 'INV-003', '--qr', '--copy')
    expect(stdout).toMatch(/[█▀▄]{5}/)
    expect(stdout).toContain('could not be put on the clipboard')
  })

  test('rotate by id gives one link, by number all', async () => {
    const { items } = (await w.json('shares', 'list', 'INV-003')).json()
    const one = (await w.json('shares', 'rotate', items[0].id)).json()
    expect(one).toMatchObject({ id: items[0].id, number: 'INV-003' })
    const all = (await w.json('shares', 'rotate', 'INV-003')).json()
    expect(all.items).toHaveLength(items.length)
    expect(all.items.map(({ url }: { url: string }) => url)).not.toContain(one.url)
  })

  test('revoke one, a document’s, or after a yes all', async () => {
    const { items } = (await w.json('shares', 'list', 'INV-003')).json()
    expect((await w.json('shares', 'revoke', items[0].id)).json()).toEqual({ revoked: 1 })
    const rest = await w.json('shares', 'revoke', 'INV-003')
    expect(rest.json()).toEqual({ revoked: items.length - 1 })
    const asked = await w.json('shares', 'revoke', '--all')
    expect([asked.code, asked.json().error.code]).toEqual([1, 'needs_confirmation'])
    expect((await w.json('shares', 'revoke', '--all', '--yes')).json().revoked).toBeGreaterThan(0)
    const states = (await w.json('shares', 'list')).json().items
    expect(new Set(states.map(({ state }: { state: string }) => state))).toEqual(
      new Set(['revoked']),
    )
  })

  test('open gives the owner’s view', async () => {
    const { code, json } = await w.json('open', 'INV-001', '--no-browser')
    expect([code, Object.keys(json())]).toEqual([0, ['number', 'url']])
  })
})

describe('payments', () => {
  test('are booked, listed and show on the invoice', async () => {
    const pay = [
      '--amount',
      '40.00',
      '--method',
      'check',
      '--reference',
      '1042',
      '--on',
      '2025-01-14',
    ]
    const { code, json } = await w.json('payment', 'record', 'INV-001', ...pay)
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      number: 'INV-001',
      kind: 'payment',
      amount_minor: 4000,
      method: 'check',
    })
    const list = (await w.json('payment', 'list', 'INV-001')).json()
    expect(list).toMatchObject({ items: [{ id: json().id, currency: 'USD' }], total: 1 })
    const invoice = (await w.json('invoice', 'show', 'INV-001')).json()
    expect(invoice).toMatchObject({ state: 'partially_paid', balance_due_minor: 6000 })
  })

  test.each([
    [[], ['amount', 'method']],
    [
      ['--amount', '0', '--method', 'chek', '--on', 'soon'],
      ['amount', 'on', 'method'],
    ],
    [['--amount', '-5', '--method', 'cash'], ['amount']],
  ])('refuses %j', async (options, fields) => {
    const { code, json } = await w.json('payment', 'record', 'INV-001', ...options)
    expect(code).toBe(2)
    expect(json().error.details.map(({ field }: { field: string }) => field)).toEqual(fields)
  })
})

test('the timeline tells the story, for scripts and for people', async () => {
  const { number, events } = (await w.json('timeline', 'INV-001')).json()
  expect(number).toBe('INV-001')
  expect(Object.keys(events[0])).toEqual(['at', 'type', 'actor', 'share_id', 'data'])
  const types = events.map(({ type }: { type: string }) => type)
  expect(types.slice(0, 4)).toEqual(['created', 'sent', 'mail_queued', 'mail_sent'])
  const { stdout } = await w.run('timeline', 'INV-001')
  expect(stdout).toContain(
    '2025-01-15 10:00  you     payment of $40.00 by check 1042, receipt RCT-0001, $60.00 left',
  )
})
