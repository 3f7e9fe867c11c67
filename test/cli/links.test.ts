import { beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  const item = 'Kitchen remodel|1|5000'
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', item)
})

describe('share --history', () => {
  test('prints a link of the contract’s shape that lasts a day', async () => {
    const { code, json } = await w.json('share', '--history', 'john@example.com')
    expect(code).toBe(0)
    expect(json()).toEqual({
      number: null,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4180\/h\/[0-9a-hjkmnp-tv-z]{32}$/),
      id: expect.stringMatching(/^sh_/),
      label: 'history of John Smith',
      scope: 'history',
      expires_at: '2025-01-16T15:00:00.000Z',
    })
  })

  test('takes a label and another end', async () => {
    const args = ['--history', 'John Smith', '--label', 'for the tax', '--expires', '2025-01-31']
    const { json } = await w.json('share', ...args)
    expect(json()).toMatchObject({
      label: 'for the tax',
      expires_at: '2025-02-01T05:00:00.000Z',
    })
  })

  test('warns whoever hands it over', async () => {
    const { stdout } = await w.run('share', '--history', 'John Smith')
    expect(stdout).toContain('all of the customer’s documents. Treat it like a password.')
  })

  test.each([
    [['share', '--history', 'Nobody'], 3, 'not_found'],
    [['share', '--history', 'John Smith', '--expires', 'soon'], 2, 'invalid_input'],
    [['share', 'INV-001', '--history', 'John Smith'], 2, 'usage'],
    [['share'], 2, 'usage'],
  ])('is refused: %j', async (args, exit, error) => {
    const { code, json } = await w.json(...args)
    expect(code).toBe(exit)
    expect(json().error.code).toBe(error)
  })
})

test('send --own-links is a result for each address, and a line for each link', async () => {
  const copies = ['--cc', 'spouse@example.com', '--cc', 'books@example.com']
  const { json } = await w.json('send', 'INV-001', ...copies, '--own-links')
  const { results } = json()
  expect(results.map(({ number, to, ok }: Result) => [number, to, ok])).toEqual([
    ['INV-001', 'john@example.com', true],
    ['INV-001', 'spouse@example.com', true],
    ['INV-001', 'books@example.com', true],
  ])
  expect(new Set(results.map(({ url }: Result) => url)).size).toBe(3)
  const listed = (await w.json('shares', 'list', 'INV-001')).json()
  expect(listed.total).toBe(3)
  expect(listed.items[0]).toEqual({
    id: expect.stringMatching(/^sh_/),
    number: 'INV-001',
    kind: 'invoice',
    label: 'sent to john@example.com',
    scope: 'full',
    state: 'active',
    created_at: '2025-01-15T15:00:00.000Z',
    expires_at: null,
    opened_at: null,
    last_opened_at: null,
    viewed_at: null,
    downloaded_at: null,
    customer_id: expect.stringMatching(/^cus_/),
    newest: true,
  })
})

type Result = { number: string; to: string; ok: boolean; url: string }

test('one link is listed by its id, revoked alone, and all of them after a leak', async () => {
  const { id } = (await w.json('share', 'INV-001', '--label', 'spouse')).json()
  expect((await w.json('shares', 'list', id)).json()).toMatchObject({
    total: 1,
    items: [{ id, label: 'spouse', newest: true, state: 'active' }],
  })
  expect((await w.json('shares', 'revoke', id)).json()).toEqual({ revoked: 1 })
  expect((await w.json('shares', 'revoke', '--all')).json().error.code).toBe('needs_confirmation')
  const active = (await w.json('shares', 'list'))
    .json()
    .items.filter(({ state }: { state: string }) => state === 'active')
  const { revoked } = (await w.json('shares', 'revoke', '--all', '--yes')).json()
  expect(revoked).toBe(active.length)
})

test('mail preview shows the mail that brings a history', async () => {
  const { code, stdout } = await w.run('mail', 'preview', 'history_link')
  expect(code).toBe(0)
  expect(stdout).toContain('Works until: January 16, 2025 at 10:00 AM EST')
  expect(stdout).toContain('Anyone with this link can view your history.')
})
