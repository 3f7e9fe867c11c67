/** What a person at a terminal is asked, step by step. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandLine } from '../../src/cli/guide/command-line.ts'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'
import { noTerminal, openTerminal, type Terminal } from '../support/terminal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
let at: Terminal

beforeEach(async () => {
  w = await makeWorkspace()
})
afterEach(() => at?.close())

const total = async (what: string) => (await w.json(what, 'list')).json().total

/** Without tmux these say why they did not run. */
describe.skipIf(noTerminal)(`at a terminal${noTerminal ? `: ${noTerminal}` : ''}`, () => {
  test('an invoice for a new customer, with a running total, and the same in one line', async () => {
    at = openTerminal(w.dir, ['invoice', 'create'])
    await at.sees('Customer (type to search)')
    at.type('Jane Roe')
    await at.sees('New customer "Jane Roe"')
    at.press('Enter')
    await at.sees('Name of the customer')
    at.press('Enter')
    await at.sees('E-mail (may be empty)')
    at.type('not an address')
    at.press('Enter')
    await at.sees('That is not one e-mail address.')
    at.press('C-u')
    at.type('jane@example.com')
    at.press('Enter')
    await at.sees('What for (type it)')
    at.type('Pipes | 3/4"')
    await at.sees('"Pipes | 3/4""')
    at.press('Enter')
    await at.sees('Quantity')
    at.press('Enter')
    await at.sees('Price of one')
    at.type('1,5')
    at.press('Enter')
    await at.sees('A plain number')
    at.press('C-u')
    at.type('$1,150.50')
    at.press('Enter')
    await at.sees('Unit, such as hrs')
    at.press('Enter')
    await at.sees('So far: $1,150.50')
    await at.sees('Item 2, or Enter when done')
    at.press('Enter')
    const preview = await at.sees('Create this invoice?')
    expect(preview).toMatch(/Invoice INV-001 +draft/)
    expect(await total('customer')).toBe(0)
    at.press('Down')
    at.press('Enter')
    const screen = await at.sees('exit 0')
    expect(screen).toContain('Created invoice INV-001 for Jane Roe: $1,150.50')
    const line = `portal invoice create --customer 'Jane Roe <jane@example.com>' --item 'Pipes \\| 3/4"|1|1150.50'`
    expect(screen.replaceAll('\n', '')).toContain(line)
    const { items, state } = (await w.json('invoice', 'show', 'INV-001')).json()
    expect([items[0].description, state]).toEqual(['Pipes | 3/4"', 'draft'])
  })

  test('an estimate with an item of the catalogue, a deposit, and sent at once', async () => {
    await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
    await w.json(...'item create labor --description Labor --price 65 --unit hrs'.split(' '))
    at = openTerminal(w.dir, ['estimate', 'create', '--customer', 'John Smith'])
    await at.sees('@labor')
    at.press('Enter')
    await at.sees('Quantity')
    at.press('C-u')
    at.type('40')
    at.press('Enter')
    await at.sees('So far: $2,600.00')
    await at.sees('That is all')
    at.press('Enter')
    await at.sees('Create this estimate?')
    at.press('Down', 'Down', 'Enter')
    await at.sees('Date')
    at.press('Enter')
    await at.sees('Valid until')
    at.press('Enter')
    await at.sees('Deposit: 50%')
    at.press('C-u')
    at.type('half')
    at.press('Enter')
    await at.sees('A percentage such as 10%')
    at.press('C-u')
    at.type('50%')
    at.press('Enter')
    await at.sees('Taxes, as in')
    at.press('Enter')
    await at.sees('Discount:')
    at.press('Enter')
    await at.sees('Terms')
    at.press('Enter')
    await at.sees('Note to the customer')
    at.type('Thank you!')
    at.press('Enter')
    await at.sees(/Deposit +\$1,300\.00/)
    at.press('Enter')
    await at.sees('exit 0')
    const { state, notes, deposit } = (await w.json('estimate', 'show', 'EST-001')).json()
    expect([state, notes, deposit.percent]).toEqual(['sent', 'Thank you!', '50'])
  })

  test('a payment where nothing is open is no question without answers', async () => {
    at = openTerminal(w.dir, ['payment', 'record'])
    expect(await at.sees('exit 1')).toContain('No invoice waits for money.')
  })

  test('a payment on what is open, the balance suggested', async () => {
    await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
    await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Work|1|500', '--send')
    at = openTerminal(w.dir, ['payment', 'record'])
    await at.sees('INV-001  John Smith, $500.00 left')
    at.press('Enter')
    await at.sees('Amount received')
    at.press('Enter')
    await at.sees('How')
    at.press('Down', 'Enter')
    await at.sees('Received on')
    at.press('Enter')
    await at.sees('Reference')
    at.type('1042')
    at.press('Enter')
    await at.sees('Book $500.00 by check on INV-001 of John Smith, January 15, 2025?')
    expect((await w.json('payment', 'list')).json().total).toBe(0)
    at.type('y')
    at.press('Enter')
    const screen = await at.sees('exit 0')
    expect(screen.replaceAll('\n', '')).toContain(
      'portal payment record INV-001 --amount 500.00 --method check --on 2025-01-15 --reference 1042',
    )
    expect((await w.json('invoice', 'show', 'INV-001')).json().state).toBe('paid')
  })
})

test('the line that says the same survives a shell', () => {
  const line = commandLine(['invoice', 'create'], {
    customer: "O'Hara $HOME",
    item: ['a|1|2', '-x|1|2'],
    notes: '',
    send: true,
    quiet: false,
  })
  expect(line).toBe(
    `portal invoice create --customer 'O'\\''Hara $HOME' --item 'a|1|2' --item='-x|1|2' --notes '' --send`,
  )
})
