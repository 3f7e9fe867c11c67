import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  const business = { name: 'Acme Remodeling', email: 'office@acme.example' }
  // Nobody listens there.
  const smtp = { host: '127.0.0.1', port: 9, security: 'none' }
  const config = { business, mail: { transport: 'smtp', smtp } }
  writeFileSync(join(w.dir, 'config.yml'), stringify(config))
  await w.run('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Repair|1|100')
})

test('a mail that waits is trouble, with the reason and the time of the next attempt', async () => {
  expect((await w.json('send', 'INV-001')).json().results[0]).toMatchObject({ outbox: 'pending' })
  expect((await w.json('status')).json()).toMatchObject({
    mail_failed: 0,
    mail_waiting: [
      {
        kind: 'invoice_sent',
        number: 'INV-001',
        to: 'john@example.com',
        last_error: expect.stringMatching(/./),
        next_attempt_at: '2025-01-15T15:01:00.000Z',
      },
    ],
  })
  const { stdout } = await w.run('status')
  expect(stdout).toMatch(/Mail trouble +1/)
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'INV-001: mail to john@example.com waiting, will be tried again at 2025-01-15 10:01.',
  )
  expect(stdout).toContain('portal outbox list --state pending')
})

test('mails of one document that wait are told apart: a copy, a receipt; alike ones are counted', async () => {
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Repair|1|100')
  await w.run('send', 'INV-002', '--to', 'jane@example.com')
  await w.run('send', 'INV-002', '--to', 'jane@example.com')
  await w.run('payment', 'record', 'INV-002', '--amount', '100', '--method', 'cash')
  const text = (await w.run('status')).stdout.replace(/\s+/g, ' ')
  expect(text).toMatch(/INV-002: mail to jane@example\.com waiting, [^()]*\(2 such mails\)/)
  expect(text).toContain('INV-002: receipt to john@example.com waiting')
})

test('an overpaid invoice is a payment to look at, and the command that helps does', async () => {
  const paid = ['payment', 'record', 'INV-001', '--amount', '112.50', '--method', 'check', '--yes']
  const { id } = (await w.json(...paid)).json()
  expect((await w.json('status')).json()).toMatchObject({
    needs_review: [],
    overpaid: [{ number: 'INV-001', amount_minor: 1_250, currency: 'USD', payment_id: id }],
  })
  const { stdout } = await w.run('status')
  expect(stdout).toMatch(/Payments to look at +1/)
  const helps = `portal payment refund ${id} --amount 12.50`
  const text = stdout.replace(/\s+/g, ' ')
  expect(text).toContain(`INV-001 is overpaid by $12.50. Give it back: ${helps}`)
  expect((await w.run('invoice', 'show', 'INV-001')).stdout.replace(/\s+/g, ' ')).toContain(helps)
  const command = helps.split(' ').slice(1)
  expect((await w.json(...command, '--yes')).code).toBe(0)
  expect((await w.json('status')).json().overpaid).toEqual([])
})

test('a recurring invoice that cannot be mailed is trouble, too, until it can', async () => {
  await w.run('customer', 'create', '--name', 'No Mail')
  const what = ['--customer', 'No Mail', '--every', 'month', '--send', '--item', 'Hosting|1|40']
  const { id } = (await w.json('recurring', 'create', ...what)).json()
  await w.json('cron', 'recurring')
  const [unsent] = (await w.json('status')).json().invoices_unsent
  expect(unsent).toMatchObject({ recurring_id: id, error: expect.stringContaining('no e-mail') })
  const { stdout } = await w.run('status')
  expect(stdout).toMatch(/Mail trouble +7/)
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    `${unsent.number} for No Mail was made and could not be mailed yet. No Mail has no e-mail address.`,
  )
  expect(stdout).toContain(`portal recurring show ${id}`)
  await w.run('customer', 'edit', 'No Mail', '--email', 'some@example.com')
  await w.json('cron', 'recurring')
  expect((await w.json('status')).json()).toMatchObject({
    invoices_unsent: [],
    mail_waiting: expect.arrayContaining([
      expect.objectContaining({ number: unsent.number, to: 'some@example.com' }),
    ]),
  })
})
