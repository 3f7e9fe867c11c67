import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp } from '../../src/open-app.ts'
import { decisions } from '../support/deciding.ts'
import { portalWorkspaces, runPortal, testNow, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace
let app: Awaited<ReturnType<typeof openApp>>

/** John’s estimates: approved on the page, declined, expired, approved on paper, and one that waits. */
beforeAll(async () => {
  w = await makeWorkspace()
  const estimate = { kind: 'estimate', items: [{ description: 'Kitchen', unit_price: '1000' }] }
  const customer = { name: 'John Smith', email: 'john@example.com' }
  const drafts = [
    { ...estimate, customer, deposit: { percent: '50' } },
    { ...estimate, customer: 'John Smith' },
    { ...estimate, customer: 'John Smith', issued_on: '2025-01-01', valid_until_on: '2025-01-15' },
    { ...estimate, customer: 'John Smith', issued_on: '2025-01-14' },
    { ...estimate, customer: 'John Smith' },
  ]
  await w.feed(JSON.stringify(drafts), 'estimate', 'create', '--from', '-', '--send')
  const clock = { now: () => new Date(testNow) }
  app = await openApp({ dir: w.dir, env: {}, overrides: { clock } })
  const first = decisions(app, 'EST-001')
  await first.approve(await first.share(), { signer_name: 'John Q. Smith' })
  const second = decisions(app, 'EST-002')
  await second.decline(await second.share(), { reason: 'Too dear' })
})
afterAll(() => app.close())

const run = async (line: string, ...more: string[]) => w.run(...line.split(' '), ...more)
const json = async (line: string) => (await w.json(...line.split(' '))).json()

describe('an estimate that was signed on its page', () => {
  test('shows who signed, how, on what and from where', async () => {
    const { stdout } = await run('estimate show EST-001')
    expect(stdout).toContain('Signed by John Q. Smith by typing the name, 2025-01-15 10:00.')
    expect(stdout).toContain('On a phone, from 203.0.113.7, through a link that was handed over.')
    expect(await json('estimate show EST-001')).toMatchObject({
      state: 'approved',
      approval: { name: 'John Q. Smith', kind: 'typed', at: '2025-01-15T15:00:00.000Z' },
      amount_due_now_minor: 50_000,
    })
  })

  test('tells its story', async () => {
    const { stdout } = await run('timeline EST-001')
    expect(stdout).toContain('agreed to sign electronically on a phone')
    expect(stdout).toContain('approved by John Q. Smith, signed by typing on a phone')
    const { stdout: declined } = await run('timeline EST-002')
    expect(declined).toContain('declined on a phone: Too dear')
    const { events } = await json('timeline EST-001')
    expect(events.find(({ type }: { type: string }) => type === 'approved').data).toMatchObject({
      kind: 'typed',
      device: 'phone',
    })
  })

  test('is neither edited nor approved once more', async () => {
    const edit = await run('estimate edit EST-001 --notes more')
    expect([edit.code, edit.stderr]).toEqual([
      1,
      expect.stringContaining('portal estimate revise EST-001'),
    ])
    expect((await run('estimate approve EST-001')).code).toBe(1)
  })
})

describe('a paper that was signed', () => {
  const paper = Buffer.from('%PDF-1.7\nJohn Smith, in ink')

  test('is kept with the approval, and comes back as it was', async () => {
    writeFileSync(join(w.dir, 'paper.pdf'), paper)
    const { code, stdout, stderr } = await run(
      'estimate approve EST-004 --scan paper.pdf --on 2025-01-14 --name',
      'John Smith',
    )
    expect([code, stdout]).toEqual([0, expect.stringContaining('EST-004 is approved.')])
    expect(stderr).toContain('The end of the scan is missing')
    expect(await json('estimate show EST-004')).toMatchObject({
      approved_at: '2025-01-14T05:00:00.000Z',
      approval: { name: 'John Smith', kind: 'paper', at: '2025-01-14T05:00:00.000Z' },
    })
    const { stdout: shown } = await run('estimate show EST-004')
    expect(shown).toContain('Signed by John Smith on paper, of which you have the scan here')
    await run('estimate scan EST-004 --out back.pdf')
    expect(readFileSync(join(w.dir, 'back.pdf'))).toEqual(paper)
    expect((await run('estimate scan EST-004 --out -')).stdout).toBe(paper.toString())
  })

  test.each([
    ['no.pdf', 'there is no file no.pdf'],
    ['notes.txt', 'must be a PDF, PNG or JPEG file'],
  ])('is refused as %s', async (file, message) => {
    writeFileSync(join(w.dir, 'notes.txt'), 'John said yes')
    const { code, json } = await w.json('estimate', 'approve', 'EST-005', '--scan', file)
    expect(code).toBe(2)
    expect(json().error).toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'scan', message }],
    })
  })

  test('is looked for in vain where there is none', async () => {
    const { code, json } = await w.json('estimate', 'scan', 'EST-001')
    expect([code, json().error.code]).toEqual([3, 'not_found'])
  })
})

describe('estimates by state', () => {
  const numbers = async (state: string) => {
    const { items } = await json(`estimate list --state ${state} --sort number`)
    return items.map(({ number }: { number: string }) => number)
  }

  test('are listed: approved, declined, expired, and those that wait', async () => {
    expect(await numbers('approved')).toEqual(['EST-001', 'EST-004'])
    expect(await numbers('declined')).toEqual(['EST-002'])
    expect(await numbers('sent,viewed')).toEqual(['EST-003', 'EST-005'])
    const later = { env: { PORTAL_NOW: '2025-01-16T15:00:00Z' } }
    const expired = await runPortal(
      w.dir,
      ['estimate', 'list', '--state', 'expired', '--json'],
      later,
    )
    expect(expired.json().items).toMatchObject([{ number: 'EST-003', state: 'expired' }])
  })

  test('are summed up by what they wait for', async () => {
    expect(await json('status')).toMatchObject({
      awaiting_approval: [{ count: 2, amount_minor: 200_000 }],
      awaiting_deposit: [{ count: 1, amount_minor: 50_000 }],
      to_invoice: [{ count: 1, amount_minor: 100_000 }],
    })
    const { stdout } = await run('status')
    expect(stdout).toMatch(/Approved, deposit not paid +1 +\$500\.00/)
    expect(stdout).toMatch(/Approved, to be invoiced +1 +\$1,000\.00/)
  })
})

test('an estimate and its invoice name each other', async () => {
  await run('payment record EST-001 --amount 500 --method check')
  const { number } = await json('estimate invoice EST-001')
  expect((await run('estimate show EST-001')).stdout).toContain(`became invoice ${number}`)
  const { stdout: shown } = await run(`invoice show ${number}`)
  expect(shown).toContain('from estimate EST-001')
  expect(shown).toMatch(/Deposit paid +-\$500\.00\n +Balance due +\$500\.00\n/)
  expect(shown).not.toMatch(/ Paid /)
})

describe('a newer version of what was approved', () => {
  beforeAll(async () => {
    await run('estimate approve EST-005 --name', 'John Smith')
    await run('estimate revise EST-005')
  })

  test('is handed out by a script too, which is told what that took back', async () => {
    const link = await json('share EST-005')
    expect(link.replaced_approval).toEqual({ version: 1, name: 'John Smith' })
    expect(await json('share EST-005')).not.toHaveProperty('replaced_approval')
    expect((await json('estimate show EST-005')).state).toBe('sent')
  })
})

describe('a newer version of what was paid for', () => {
  const ownStep = async () =>
    /Next: portal (.*?)(,|$)/m.exec((await run('estimate show EST-006')).stdout)?.[1]

  test('is not sent any more: what comes next is what works', async () => {
    const draft = ['--customer', 'John Smith', '--item', 'Roof|1|1000', '--deposit', '50%']
    await w.run('estimate', 'create', ...draft, '--send')
    await run('estimate approve EST-006')
    await run('estimate revise EST-006')
    expect(await ownStep()).toBe('send EST-006')
    await run('payment record EST-006 --amount 500 --method check --no-receipt')
    expect((await run('send EST-006')).code).toBe(1)
    expect(await json('estimate invoice EST-006')).toMatchObject({
      error: { hint: 'Give it up (portal estimate delete EST-006) first.' },
    })
    const next = await ownStep()
    expect(next).toBe('estimate delete EST-006')
    expect((await run(`${next} --yes`)).code).toBe(0)
    const then = await ownStep()
    expect(then).toBe('estimate invoice EST-006')
    expect((await run(`${then}`)).code).toBe(0)
  })
})
