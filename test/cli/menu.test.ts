/** `portal` alone. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces, runPortal, type Workspace } from '../support/run-portal.ts'
import { noTerminal, openTerminal, type Terminal } from '../support/terminal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
let at: Terminal

beforeAll(async () => {
  w = await makeWorkspace()
  await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  await w.json(
    ...['invoice', 'create', '--customer', 'John Smith', '--item', 'Work|1|500', '--send'],
    ...['--issued-on', '2024-12-01', '--due-on', '2024-12-15'],
  )
})
afterEach(() => at?.close())

test('without a terminal it is the status', async () => {
  expect((await w.run()).stdout).toBe((await w.run('status')).stdout)
  expect((await w.run('--quiet')).stdout).toBe((await w.run('status', '--quiet')).stdout)
})

test('outside of a workspace it is the help; with --json it asks for a command', async () => {
  const { code, stdout } = await runPortal('/', [], { env: { PORTAL_DIR: '' } })
  expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: portal <command>')])
  const { code: refused, json } = await w.json()
  expect([refused, json().error.code]).toEqual([2, 'usage'])
})

/** Without tmux these say why they did not run. */
describe.skipIf(noTerminal)(`at a terminal${noTerminal ? `: ${noTerminal}` : ''}`, () => {
  test('what needs attention comes first, and is done when it is chosen', async () => {
    at = openTerminal(w.dir, [])
    const menu = await at.sees('What now?')
    expect(menu).toContain('Outstanding')
    expect(menu).toMatch(/❯ Overdue invoices: 1, \$500\.00/)
    at.press('Enter')
    const screen = await at.sees('exit 0')
    expect(screen).toContain('portal invoice list --state overdue --sort ends_on')
    expect(screen).toMatch(/INV-001 +John Smith/)
  })

  test('it leads to the questions of a command, and out of them', async () => {
    at = openTerminal(w.dir, ['--no-color'])
    await at.sees('What now?')
    at.press('Down', 'Enter')
    await at.sees('Customer (type to search)')
    at.press('C-c')
    await at.sees('exit 130')
  })

  test('nothing has to be done', async () => {
    at = openTerminal(w.dir, [])
    await at.sees('What now?')
    at.press('Up', 'Enter')
    await at.sees('exit 0')
  })
})
