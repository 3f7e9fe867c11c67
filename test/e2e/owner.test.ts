/** An owner's day at the terminal, and what customers see of it a moment later. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import { httpAsk } from '../support/http-request.ts'
import type { CliAnswer, ServedPortal } from '../support/portal-cli.ts'
import { type Acme, changeConfig, customer, enter, openAcme, send, show } from './acme.ts'
import { openBrowser, seenOn, type Visit, visit } from './browsing.ts'

let acme: Acme
let served: ServedPortal
let browser: Browser
let desk: Visit

beforeAll(async () => {
  acme = await openAcme({ spawned: true })
  served = await acme.portal.serve()
  browser = await openBrowser()
  desk = await visit(browser, { viewport: { width: 1280, height: 800 } })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  await acme?.close()
})

type Link = { id: string; number: string; url: string; label: string; scope: string }
type Links = { items: (Omit<Link, 'url'> & { state: string; expires_at: string })[]; total: number }
type Documents = { items: DocumentJson[]; total: number }

const owner = <Result = unknown>(...args: string[]) => acme.portal.json<Result>(args)

/** What a customer sees behind a link: the page's text without line breaks. */
async function look(link: string): Promise<string> {
  await desk.page.goto(link)
  return (await seenOn(desk.page)).replace(/\s+/g, ' ')
}

async function statusOf(link: string): Promise<number> {
  return (await httpAsk(served.url, new URL(link).pathname)).status
}

/** A refusal as scripts see it: the exit code and what `--json` says. */
async function refusal(...args: string[]): Promise<{ exit: number | null; code: string }> {
  const answer: CliAnswer = await acme.portal.run([...args, '--json'])
  const { error } = answer.json as { error: { code: string; message: string; hint: string } }
  expect(error).toMatchObject({ message: /\w+/, hint: /\w+/ })
  return { exit: answer.code, code: error.code }
}

test('an estimate asks for its deposit in so many words', async () => {
  const { number, deposit } = await enter(acme.portal, 'estimate')
  expect(deposit).toMatchObject({ percent: '50', amount_minor: 491_400 })
  const page = await look(await send(acme.portal, number))
  expect(page).toContain(`Estimate #${number}`)
  expect(page).toContain('Prepared For: John Smith')
  expect(page).toContain('Valid Until: January 29, 2025')
  expect(page).toContain('Deposit Required: $4,914.00 (50%)')
})

test('what was sent can be changed: the same link shows it, and when', async () => {
  const { number } = await enter(acme.portal, 'invoice')
  const link = await send(acme.portal, number)
  expect(await look(link)).not.toContain('Updated')
  await acme.setNow('2025-01-16T15:00:00Z')
  const discount = await owner<DocumentJson>('invoice', 'edit', number, '--discount', '100.00')
  expect(discount).toMatchObject({ version: 2, total_minor: 972_000 })
  const page = await look(link)
  expect(page).toContain('$9,720.00')
  expect(page).toMatch(/Updated( on)?:? January 16, 2025/)
  expect(page).not.toContain('$9,828.00')
})

test('a void invoice says that it was cancelled and that nothing is due', async () => {
  const { number } = await enter(acme.portal, 'invoice')
  const link = await send(acme.portal, number)
  expect(await refusal('invoice', 'void', number)).toEqual({ exit: 1, code: 'needs_confirmation' })
  await owner('invoice', 'void', number, '--yes')
  expect(await look(link)).toContain(
    'This invoice was cancelled by Acme Remodeling. Nothing is due.',
  )
  expect(await statusOf(link)).toBe(200)
  const again = await acme.portal.run(['send', number, '--json'])
  expect(again).toMatchObject({
    code: 1,
    json: { results: [{ number, ok: false, error: { code: 'wrong_state' } }] },
  })
})

test('links have labels, ends and limits, and can be taken back one by one', async () => {
  const { number } = await enter(acme.portal, 'invoice')
  const bank = await owner<Link>(
    ...['share', number, '--view-only', '--label', 'the bank', '--expires', '30d'],
  )
  const spouse = await owner<Link>('share', number, '--label', 'spouse', '--expires', '2025-02-01')
  expect(bank).toMatchObject({ number, label: 'the bank', scope: 'view' })
  expect(spouse).toMatchObject({ scope: 'full', expires_at: '2025-02-02T05:00:00.000Z' })
  const { items, total } = await owner<Links>('shares', 'list', number)
  expect(total).toBe(2)
  expect(items.map(({ id, state }) => [id, state])).toEqual([
    [bank.id, 'active'],
    [spouse.id, 'active'],
  ])

  expect(await owner('shares', 'revoke', bank.id)).toEqual({ revoked: 1 })
  expect([await statusOf(bank.url), await statusOf(spouse.url)]).toEqual([410, 200])
  const fresh = await owner<Link>('shares', 'rotate', spouse.id)
  expect(fresh).toMatchObject({ id: spouse.id, label: 'spouse' })
  expect([await statusOf(spouse.url), await statusOf(fresh.url)]).toEqual([410, 200])
  expect(await look(bank.url)).toContain('This link does not work')

  await acme.setNow('2025-02-02T05:00:00Z')
  expect(await statusOf(fresh.url)).toBe(410)
  await acme.setNow('2025-01-16T15:00:00Z')
})

test('a part payment shows as paid, with the balance that is due', async () => {
  const { number } = await enter(acme.portal, 'invoice')
  const link = await send(acme.portal, number)
  await owner('payment', 'record', number, '--amount', '2000.00', '--method', 'check')
  const page = await look(link)
  for (const text of ['Total $9,828.00', 'Paid -$2,000.00', 'Balance Due $7,828.00']) {
    expect(page.replaceAll('−', '-')).toContain(text)
  }
  expect(await show(acme.portal, number)).toMatchObject({
    state: 'partially_paid',
    paid_minor: 200_000,
    balance_due_minor: 782_800,
    payments: [{ kind: 'payment', method: 'check', amount_minor: 200_000 }],
  })
})

test('the dashboard and the lists tell what is owed by whom', async () => {
  const other = await openAcme({ spawned: true })
  try {
    const { portal } = other
    for (const _ of ['INV-001', 'INV-002', 'INV-003']) await enter(portal, 'invoice')
    await enter(portal, 'estimate')
    for (const number of ['INV-001', 'INV-002', 'EST-001']) await send(portal, number)
    await portal.json(['payment', 'record', 'INV-002', '--amount', '9828', '--method', 'cash'])
    await other.setNow('2025-02-10T15:00:00Z')
    expect(await portal.json(['status'])).toMatchObject({
      date: '2025-02-10',
      outstanding: [{ currency: 'USD', count: 1, amount_minor: 982_800 }],
      overdue_1_30: [{ currency: 'USD', count: 1, amount_minor: 982_800 }],
      mail_failed: 0,
    })
    const listed = async (...filter: string[]) => {
      const { items, total } = await portal.json<Documents>(['invoice', 'list', ...filter])
      return { numbers: items.map(({ number }) => number), total }
    }
    expect(await listed('--state', 'overdue')).toEqual({ numbers: ['INV-001'], total: 1 })
    expect((await listed('--state', 'draft,paid', '--sort', 'number')).numbers).toEqual([
      'INV-002',
      'INV-003',
    ])
    expect(await listed('--search', 'john')).toMatchObject({ total: 3 })
    expect(await listed('--customer', customer, '--limit', '1')).toMatchObject({ total: 3 })
    expect(await listed('--since', '2025-01-16')).toEqual({ numbers: [], total: 0 })
    expect(await listed('--not-viewed-days', '2')).toMatchObject({
      numbers: expect.arrayContaining(['INV-001']),
    })
  } finally {
    await other.close()
  }
})

test('a new colour and a build leave nothing of the old look, and PDFs for every link', async () => {
  const { number } = await enter(acme.portal, 'invoice')
  await owner('build')
  const { pathname } = new URL(await send(acme.portal, number))
  await changeConfig(acme.portal.dir, { branding: { color: '#7a1f5f' } })
  await owner('build')
  const files = await readdir(join(acme.portal.dir, 'site'), { recursive: true })
  expect(files.filter((path) => /theme-.*css$/.test(path))).toHaveLength(1)
  expect(files).toContain(join(pathname.slice(1), 'pdf.pdf'))
  expect(await owner('verify', '--all')).toMatchObject({ ok: true, problems: [] })
  const again = await owner('build')
  expect(again).toMatchObject({ pages: { written: 0, removed: 0 }, pdfs: { written: 0 } })
})

test('exit codes tell refusals apart', async () => {
  const { number } = await enter(acme.portal, 'invoice')
  const refused: [string[], { exit: number; code: string }][] = [
    [['invoice', 'frobnicate'], { exit: 2, code: 'usage' }],
    [['invoice', 'list', '--colour', 'red'], { exit: 2, code: 'usage' }],
    [['invoice', 'show', 'INV-999'], { exit: 3, code: 'not_found' }],
    [['send', 'INV-999'], { exit: 3, code: 'not_found' }],
    [['send', number, '--to', 'a@x.example, b@x.example'], { exit: 2, code: 'invalid_input' }],
    [
      ['invoice', 'create', '--customer', 'Nobody', '--item', 'A|1|1'],
      { exit: 2, code: 'invalid_input' },
    ],
    [['invoice', 'uncollectible', number], { exit: 1, code: 'wrong_state' }],
    [['init', '--yes', '--name', 'Again'], { exit: 1, code: 'conflict' }],
  ]
  for (const [args, expected] of refused) {
    expect({ args, ...(await refusal(...args)) }).toEqual({ args, ...expected })
  }
  expect(await show(acme.portal, number)).toMatchObject({ state: 'draft', delivery: 'none' })
})
