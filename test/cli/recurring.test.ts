/** Invoices that come again, as the owner keeps them. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'
import { noTerminal, openTerminal } from '../support/terminal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace
let id: string

beforeAll(async () => {
  w = await makeWorkspace()
  const made = await w.json(
    ...['recurring', 'create', '--customer', 'Jane Roe <jane@example.com>', '--every', 'month'],
    ...['--item', 'Hosting|1|40', '--start', '2025-01-31', '--due-in-days', '14', '--send'],
  )
  id = made.json().id
})

test('a new customer is entered with it, and the next dates are foreseen', async () => {
  const shown = (await w.json('recurring', 'show', 'jane@example.com')).json()
  expect(shown).toMatchObject({
    total_minor: 4000,
    currency: 'USD',
    customer: { name: 'Jane Roe' },
  })
  expect(shown.upcoming.slice(0, 3)).toEqual(['2025-01-31', '2025-02-28', '2025-03-31'])
  const { stdout } = await w.run('recurring', 'show', id)
  expect(stdout).toContain('January 31, 2025; February 28, 2025; March 31, 2025 and so on')
})

test('it is changed by options; what is wrong is said at once', async () => {
  const edited = await w.json(
    ...['recurring', 'edit', id, '--item', 'Hosting|1|45', '--every', 'quarter', '--no-send'],
    ...['--next', '2025-02-15', '--count', '8'],
  )
  expect(edited.json()).toMatchObject({
    total_minor: 4500,
    every: { unit: 'month', count: 3 },
    next_on: '2025-02-15',
    times: 8,
    send: false,
  })
  const open = await w.json('recurring', 'edit', id, '--count', 'none', '--send')
  expect(open.json()).toMatchObject({ times: null, send: true, next_on: '2025-02-15' })
  const wrong = await w.json(
    ...['recurring', 'edit', id, '--every', 'now', '--day', '40', '--next', 'May', '--item', 'x'],
  )
  expect(wrong.code).toBe(2)
  const fields = wrong.json().error.details.map(({ field }: { field: string }) => field)
  expect(fields).toEqual(expect.arrayContaining(['every', 'day', 'next_on']))
  expect((await w.json('recurring', 'edit', id)).json().error.code).toBe('usage')
  const both = await w.json('recurring', 'edit', id, '--send', '--no-send')
  expect([both.code, both.json().error.code]).toEqual([2, 'usage'])
})

test('one that has made nothing is deleted, after a yes', async () => {
  const other = [
    'recurring',
    'create',
    '--customer',
    'Bob <>',
    '--item',
    'x|1|1',
    '--every',
    'week',
  ]
  const { id: made } = (await w.json(...other)).json()
  expect((await w.json('recurring', 'delete', made)).json().error.code).toBe('needs_confirmation')
  expect((await w.json('recurring', 'delete', made, '--yes')).json()).toEqual({
    id: made,
    deleted: true,
  })
  expect((await w.json('recurring', 'show', made)).code).toBe(3)
})

describe.skipIf(noTerminal)(`at a terminal${noTerminal ? `: ${noTerminal}` : ''}`, () => {
  test('without options it opens in the editor, with a comment for each field', async () => {
    const editor = join(w.dir, 'editor')
    const script = `#!/bin/sh
cp "$1" '${w.dir}/seen'
sed -i 's/^every: .*/every: 2 weeks/; s/unit_price: 45/unit_price: 50/; s/^day: .*//' "$1"\n`
    writeFileSync(editor, script)
    chmodSync(editor, 0o755)
    const at = openTerminal(w.dir, ['recurring', 'edit', id], {
      env: { EDITOR: editor, VISUAL: '' },
    })
    try {
      expect(await at.sees('exit 0')).toContain(`Changed ${id}: $50.00 for Jane Roe every 2 weeks`)
    } finally {
      at.close()
    }
    const seen = readFileSync(join(w.dir, 'seen'), 'utf8')
    expect(seen).toContain('every: 3 months')
    expect(seen).toContain(
      '# the date of the next one; the others are counted from it\nnext: 2025-',
    )
    const { every, upcoming } = (await w.json('recurring', 'show', id)).json()
    expect([every.count, upcoming[1]]).toEqual([2, '2025-03-01'])
  })
})
