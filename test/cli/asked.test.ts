/** Questions of the guided commands: what they make is what the line at their end makes, and who leaves leaves nothing. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, answer, sameLine } from '../support/asked.ts'
import {
  type Json,
  portalBin,
  portalWorkspaces,
  runPortalHere,
  testNow,
  type Workspace,
} from '../support/run-portal.ts'
import { noTerminal, openTerminal } from '../support/terminal.ts'

/** PORTAL_QUESTIONS=all leaves at each of them, else at every third. */
const step = process.env.PORTAL_QUESTIONS === 'all' ? 1 : 3

const makeWorkspace = portalWorkspaces()
const folders: string[] = []
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  await w.json('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  await w.json('item', 'create', 'labor', '--description', 'Labor', '--price', '65')
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Work|1|500', '--send')
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The same workspace once more. */
function twin(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-twin-'))
  folders.push(folder)
  cpSync(w.dir, folder, { recursive: true })
  return folder
}

/** All that a workspace knows, but for names and times that chance and the clock give. */
async function whole(dir: string): Promise<Json> {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-whole-')), 'all.json')
  folders.push(join(file, '..'))
  const { code, stderr } = await runPortalHere(dir, ['export', file, '--json'])
  if (code !== 0) throw new Error(stderr)
  const text = execFileSync('cat', [file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const plain = text
    .replaceAll(/"[a-z]+_[0-9a-z]{12}"/g, '"id"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"time"')
    .replaceAll(/"[0-9a-f]{64}"/g, '"hash"')
    .replaceAll(/<[^<>@"]+@acme\.example>/g, '<message>')
  return JSON.parse(plain)
}

const guides: Record<string, { argv: string[]; answers: Answer[] }> = {
  'an invoice of the catalogue for a new customer, with other words': {
    argv: ['invoice', 'create'],
    answers: [
      { sees: 'Customer (type to search)', types: "Jane O'Hara", keys: [] },
      { sees: `New customer "Jane O'Hara"` },
      { sees: 'Name of the customer' },
      { sees: 'E-mail (may be empty)', types: 'jane@example.com' },
      { sees: '@labor' },
      { sees: 'Quantity', types: '2' },
      { sees: 'Item 2, or Enter when done', types: '"5%" | $HOME `x`', keys: [] },
      { sees: '""5%"' },
      { sees: /Quantity[\s\S]*Quantity/ },
      { sees: 'Price of one', types: '-12.5' },
      { sees: 'Unit, such as hrs', types: 'm²' },
      { sees: 'Item 3, or Enter when done' },
      { sees: 'Create this invoice?', keys: ['Down', 'Down', 'Enter'] },
      { sees: 'Date' },
      { sees: 'Due on', keys: ['C-u'] },
      { sees: 'Due on', types: '2025-02-20' },
      { sees: 'Taxes, as in', keys: ['C-u'] },
      { sees: 'Taxes, as in', types: 'State:8, City:1.5' },
      { sees: 'Discount:' },
      { sees: 'Terms', types: "It's net 30" },
      { sees: 'Note to the customer' },
      { sees: /State \(8%\)[\s\S]*Create this invoice\?/, keys: ['Down', 'Enter'] },
    ],
  },
  'an estimate with a deposit': {
    argv: ['estimate', 'create', '--customer', 'John Smith'],
    answers: [
      { sees: '@labor' },
      { sees: 'Quantity', keys: ['C-u'] },
      { sees: 'Quantity', types: '40' },
      { sees: 'Item 2, or Enter when done' },
      { sees: 'Create this estimate?', keys: ['Down', 'Down', 'Enter'] },
      { sees: 'Date' },
      { sees: 'Valid until' },
      { sees: 'Deposit: 50%', keys: ['C-u'] },
      { sees: 'Deposit: 50%', types: '50%' },
      { sees: 'Taxes, as in' },
      { sees: 'Discount:' },
      { sees: 'Terms' },
      { sees: 'Note to the customer', types: 'Thank you!' },
      { sees: /Deposit +\$1,300\.00/, keys: ['Down', 'Enter'] },
    ],
  },
  'an item of the catalogue': {
    argv: ['item', 'create'],
    answers: [
      { sees: 'Code, by which', types: 'site-visit' },
      { sees: '(Site visit)' },
      { sees: 'Price of one', types: '$1,050' },
      { sees: 'Unit, such as hrs', types: 'day' },
    ],
  },
  'a payment': {
    argv: ['payment', 'record'],
    answers: [
      { sees: 'INV-001  John Smith, $500.00 left' },
      { sees: 'Amount received' },
      { sees: 'How', keys: ['Down', 'Enter'] },
      { sees: 'Received on' },
      { sees: 'Reference', types: 'No. 7' },
      { sees: 'Book $500.00 by check', types: 'y' },
    ],
  },
  'a recurring invoice like another': {
    argv: ['recurring', 'create'],
    answers: [
      { sees: 'INV-001  John Smith, $500.00' },
      { sees: 'How often', keys: ['Down', 'Enter'] },
      { sees: 'Date of the first', keys: ['C-u'] },
      { sees: 'Date of the first', types: '2025-01-31' },
      { sees: 'Until when', types: '4' },
      { sees: 'Mail each when it is made', types: 'y' },
      { sees: 'Begin this?', types: 'y' },
    ],
  },
}

const cases = Object.entries(guides)

/** Without tmux these say why they did not run. */
describe.skipIf(noTerminal)(`at a terminal${noTerminal ? `: ${noTerminal}` : ''}`, () => {
  test.each(cases)('%s: the line at the end makes the same', async (_, { argv, answers }) => {
    const [asked, typed] = [twin(), twin()]
    const at = openTerminal(asked, argv, { width: 200 })
    try {
      await answer(at, answers)
      const line = sameLine(await at.sees('exit 0'))
      const command = `"${process.execPath}" "${portalBin}" ${line}`
      const clock = { PORTAL_TEST: '1', PORTAL_NOW: testNow, PORTAL_DIR: typed }
      execFileSync('sh', ['-c', command], { env: { PATH: process.env.PATH, ...clock } })
    } finally {
      at.close()
    }
    const made = await whole(asked)
    expect(made).toEqual(await whole(typed))
    expect(made).not.toEqual(await whole(w.dir))
  })

  test.each(cases)('%s: Ctrl-C at any question leaves nothing', async (_, { argv, answers }) => {
    const before = await whole(w.dir)
    const places = [...answers.keys()].filter((i) => (answers.length - 1 - i) % step === 0)
    await Promise.all(places.map((i) => leave(argv, answers.slice(0, i), answers[i] as Answer)))
    expect(await whole(w.dir)).toEqual(before)
  })
})

describe.skipIf(noTerminal)('a newer version of what was approved', () => {
  test.each(['send', 'share'])(
    'is asked about before %s, and a no leaves the approval',
    async (verb) => {
      const dir = twin()
      const portal = (...args: string[]) => runPortalHere(dir, args)
      await portal(
        'estimate',
        'create',
        '--customer',
        'John Smith',
        '--item',
        'Roof|1|900',
        '--send',
      )
      await portal('estimate', 'approve', 'EST-001', '--name', 'John Smith')
      await portal('estimate', 'revise', 'EST-001')
      const at = openTerminal(dir, [verb, 'EST-001'], { width: 200 })
      try {
        await at.sees('Take that approval back?')
        at.type('n')
        at.press('Enter')
        await at.sees('exit 1')
      } finally {
        at.close()
      }
      const show = await portal('estimate', 'show', 'EST-001', '--json')
      expect(show.json()).toMatchObject({ state: 'approved', version: 1 })
    },
  )
})

/** Answers some questions, and goes away at the next. */
async function leave(argv: string[], answers: Answer[], { sees }: Answer): Promise<void> {
  const at = openTerminal(w.dir, argv, { width: 200 })
  try {
    await answer(at, answers)
    await at.sees(sees)
    at.press('C-c')
    await at.sees('exit 130')
  } finally {
    at.close()
  }
}
