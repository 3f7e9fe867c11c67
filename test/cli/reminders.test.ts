import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Json, portalWorkspaces, type Ran, runPortalHere } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces()
let dir: string

/** Runs a command line at noon in New York on a day. */
const on = (date: string, ...args: string[]): Promise<Ran> =>
  runPortalHere(dir, args, { env: { PORTAL_NOW: `${date}T17:00:00Z` } })
const at = (date: string, ...args: string[]) => on(date, ...args, '--json')

beforeAll(async () => {
  const w = await makeWorkspace()
  dir = w.dir
  await w.run('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  const items = [{ description: 'Repair', unit_price: '100' }]
  const invoice = { customer: 'John Smith', items, due_on: '2025-01-30' }
  await w.feed(JSON.stringify([invoice, invoice, invoice]), 'invoice', 'create', '--from', '-')
  await w.feed(
    JSON.stringify({ customer: 'John Smith', items, valid_until_on: '2025-02-28' }),
    ...['estimate', 'create', '--from', '-'],
  )
  await w.run('send', 'INV-001', 'INV-002', 'INV-003', 'EST-001')
  await w.run('payment', 'record', 'INV-002', '--amount', '100', '--method', 'cash')
})

const mails = (kind: string) =>
  readdirSync(join(dir, 'mail')).filter((name) => name.endsWith(`-${kind}.eml`))

describe('while reminders are off', () => {
  test('the preview says so, and what would go out', async () => {
    const ran = await at('2025-01-31', 'remind', '--dry-run')
    expect(ran.code).toBe(0)
    const { date, items } = ran.json()
    expect(date).toBe('2025-01-31')
    expect(items.map(({ number, action }: Json) => `${number} ${action}`)).toEqual([
      'INV-001 skip',
      'INV-002 skip',
      'INV-003 skip',
    ])
    expect(items[0].reason).toContain('reminders are off (reminders.enabled); else due')
    const { stdout } = await on('2025-01-31', 'remind', '--dry-run')
    expect(stdout).toContain('The config has reminders off')
    expect(stdout).toContain('Next: set reminders.enabled in config.yml')
  })

  test('one by hand goes out, what is paid is refused', async () => {
    const ran = await at('2025-01-31', 'remind', 'INV-003')
    expect(ran.json()).toEqual({
      date: '2025-01-31',
      items: [
        {
          number: 'INV-003',
          to: 'john@example.com',
          stage: 1,
          action: 'send',
          reason: 'by hand',
          why: null,
          outbox: 'sent',
        },
      ],
    })
    const paid = await at('2025-01-31', 'remind', 'INV-002')
    expect([paid.code, paid.json().error.code]).toEqual([1, 'nothing_due'])
    expect((await at('2025-01-31', 'remind', 'EST-001')).code).toBe(3)
    const { stdout } = await on('2025-01-31', 'nudge', 'EST-001')
    expect(stdout).toContain('Sent a reminder of EST-001 to john@example.com')
    expect([mails('reminder'), mails('nudge')].map(({ length }) => length)).toEqual([1, 1])
  })

  test('cron sends none', async () => {
    await at('2025-01-31', 'cron')
    expect([mails('reminder'), mails('nudge')].map(({ length }) => length)).toEqual([1, 1])
  })
})

describe('while reminders are on', () => {
  beforeAll(() => {
    const path = join(dir, 'config.yml')
    const config = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      config.replace(/^(reminders|nudges):\n {2}enabled: false/gm, '$1:\n  enabled: true'),
    )
  })

  test('the preview of a day says who gets what, and cron then does so, once', async () => {
    const preview = (await at('2025-01-31', 'remind', '--dry-run', '--on', '2025-02-06')).json()
    expect(preview).toEqual({
      date: '2025-02-06',
      items: [
        expect.objectContaining({
          number: 'INV-001',
          to: 'john@example.com',
          stage: 7,
          action: 'send',
          reason: '7 days after the due date',
        }),
        expect.objectContaining({ number: 'INV-002', action: 'skip', why: 'paid' }),
        expect.objectContaining({ number: 'INV-003', stage: 7, action: 'send' }),
      ],
    })
    const before = mails('reminder').length
    const { jobs } = (await at('2025-02-06', 'cron', 'reminders')).json()
    expect(jobs).toMatchObject([{ name: 'reminders', ok: true, counts: { queued: 2, sent: 2 } }])
    await at('2025-02-06', 'cron')
    expect(mails('reminder')).toHaveLength(before + 2)
    expect((await on('2025-02-06', 'remind', '--dry-run')).stdout).toContain('Next: portal status')
  })

  test('a mail can be stopped with one click, and answers the first mail', async () => {
    const [name = ''] = mails('reminder').slice(-1)
    const mail = readFileSync(join(dir, 'mail', name), 'utf8')
    expect(mail).toMatch(/^List-Unsubscribe: <http:\/\/127\.0\.0\.1:4180\/u\/[0-9a-z]{32}>\r$/m)
    expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(mail).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail).toMatch(/^In-Reply-To: <msg_\w+@acme\.example>\r$/m)
    const [sent = ''] = mails('invoice_sent')
    const first = readFileSync(join(dir, 'mail', sent), 'utf8')
    expect(first).not.toContain('List-Unsubscribe')
  })

  test('a document and a customer can be left alone', async () => {
    expect((await at('2025-02-07', 'invoice', 'edit', 'INV-001', '--no-reminders')).code).toBe(0)
    const { stdout } = await on('2025-02-07', 'invoice', 'show', 'INV-001')
    expect(stdout).toContain('No reminders: you switched them off for this document.')
    expect(stdout).toContain('Reminded on 2025-02-06 (7 days after the due date)')
    const why = async () => {
      const { items } = (await at('2025-02-07', 'remind', '--dry-run', '--on', '2025-02-13')).json()
      return items.map(({ why }: Json) => why)
    }
    expect(await why()).toEqual(['document_off', 'paid', null])
    await at('2025-02-07', 'invoice', 'edit', 'INV-001', '--reminders')
    await at('2025-02-07', 'customer', 'edit', 'John Smith', '--no-reminders')
    expect(await why()).toEqual(['customer_off', 'paid', 'customer_off'])
    await at('2025-02-07', 'customer', 'edit', 'John Smith', '--reminders')
    const both = ['--reminders', '--no-reminders']
    expect((await at('2025-02-07', 'invoice', 'edit', 'INV-001', ...both)).code).toBe(2)
  })

  test('another day is only for looking', async () => {
    expect((await at('2025-02-07', 'remind', '--on', '2025-02-13')).code).toBe(2)
    expect((await at('2025-02-07', 'remind', '--dry-run', '--on', '2025-02-30')).code).toBe(2)
  })

  test('remind without a number does what cron would', async () => {
    const ran = await at('2025-02-13', 'remind')
    const sent = ran.json().items.filter(({ action }: Json) => action === 'send')
    expect(sent.map(({ number, stage }: Json) => `${number} ${stage}`)).toEqual([
      'INV-001 14',
      'INV-003 14',
    ])
    expect((await at('2025-02-13', 'nudge')).json().items).toMatchObject([
      { number: 'EST-001', action: 'skip', why: 'done' },
    ])
  })
})

test('status says when jobs ran and when they run next, and that none has for long', async () => {
  const { jobs } = (await at('2025-02-06', 'status')).json()
  expect(jobs).toContainEqual({
    name: 'outbox',
    ok: true,
    last_run_at: '2025-02-06T17:00:00.000Z',
    finished_at: '2025-02-06T17:00:00.000Z',
    next_run_at: '2025-02-06T17:01:00.000Z',
    lag_s: 0,
  })
  expect((await on('2025-02-06', 'status')).stdout).toContain('Jobs: last run 2025-02-06 12:00')
  const late = await on('2025-02-10', 'status')
  expect(late.stdout).toContain('No job has run since 2025-02-06 12:00: start portal serve')
  await at('2025-02-10', 'cron', 'outbox')
  const { stdout } = await on('2025-02-10', 'status')
  expect(stdout).toContain('The job pages is late by 3 days.')
  expect(stdout).toContain('Jobs: last run 2025-02-10 12:00, next 2025-02-10 12:01')
})
