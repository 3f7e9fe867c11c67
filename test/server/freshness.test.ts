import { afterEach, beforeEach, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { openApp } from '../../src/open-app.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
/** The owner's terminal: another connection to the same workspace. */
let terminal: App
let path: string

beforeEach(async () => {
  portal = await openTestPortal()
  path = await portal.link('INV-001')
  const { clock } = portal.app
  terminal = await openApp({ dir: portal.dir, env: {}, overrides: { clock } })
  /* Twice: the second comes from memory. */
  for (const _visit of [1, 2]) expect((await portal.ask(path)).status).toBe(200)
})
afterEach(async () => {
  await terminal.close()
  await portal.close()
})

const number = 'INV-001'

test('a payment recorded in the terminal shows on the next request', async () => {
  await recordPayment(terminal, { number, amount: '600.00', method: 'cash' })
  const page = await portal.ask(path)
  expect(page.text).toContain('data-balance-due-minor="700000"')
  expect((await portal.ask(path)).text).toBe(page.text)
})

test('an edit shows on the next request', async () => {
  await editDocument(terminal, { number, changes: { notes: 'The tiles are in.' } })
  expect((await portal.ask(path)).text).toContain('The tiles are in.')
})

test('what is void says so on the next request', async () => {
  await decideDocument(terminal, { number, decision: 'void' })
  expect((await portal.ask(path)).text).toContain('data-state="void"')
})

test('a link revoked in the terminal is dead on the next request', async () => {
  await revokeShares(terminal, { ref: number })
  expect((await portal.ask(path)).status).toBe(410)
})

test('the link to a receipt that is replaced, then revoked, is so on the document’s page, too', async () => {
  const paid = await recordPayment(terminal, { number, amount: '7600.00', method: 'cash' })
  const ref = paid.document.receipts[0]?.share_id ?? ''
  const led = async () => {
    const pages = [await portal.ask(path), await portal.app.site.read(`${path.slice(1)}.html`)]
    return pages.map((page) => [
      ...new Set(/\/r\/\w{32}/.exec(Buffer.isBuffer(page) ? String(page) : (page?.text ?? ''))),
    ])
  }
  const [before] = await led()
  const [rotated] = await rotateShares(terminal, { ref })
  const now = new URL(rotated?.url ?? '').pathname
  expect(before).not.toEqual([now])
  expect(await led()).toEqual([[now], [now]])
  await revokeShares(terminal, { ref })
  expect(await led()).toEqual([[], []])
})

test('an invoice becomes overdue at midnight where the business is', async () => {
  portal.setNow('2025-01-31T04:59:59Z')
  expect((await portal.ask(path)).text).toContain('data-state="sent"')
  expect((await portal.ask(path)).text).toContain('data-state="sent"')
  portal.setNow('2025-01-31T05:00:00Z')
  expect((await portal.ask(path)).text).toContain('data-state="overdue"')
})

test('a clock that is set back shows what held then', async () => {
  portal.setNow('2025-03-01T12:00:00Z')
  expect((await portal.ask(path)).text).toContain('data-state="overdue"')
  portal.setNow('2025-01-16T12:00:00Z')
  expect((await portal.ask(path)).text).toContain('data-state="sent"')
})

test('customers who come while things change never see an older state after a newer one', async () => {
  const balances: number[] = []
  let going = true
  const customer = async () => {
    while (going) {
      const { text } = await portal.ask(path)
      balances.push(Number(/data-balance-due-minor="(\d+)"/.exec(text)?.[1]))
    }
  }
  const visits = customer()
  for (let i = 0; i < 10; i++) {
    await recordPayment(terminal, { number, amount: '100.00', method: 'cash' })
    const { text } = await portal.ask(path)
    expect(text).toContain(`data-balance-due-minor="${760_000 - (i + 1) * 10_000}"`)
  }
  going = false
  await visits
  expect(balances).toEqual([...balances].sort((a, b) => b - a))
})

test('many links at once each get their own page', async () => {
  const labels = Array.from({ length: 20 }, (_, i) => `copy ${i}`)
  const paths: string[] = []
  for (const label of labels) paths.push(await portal.link(number, { label }))
  for (const _round of [1, 2, 3]) {
    const pages = await Promise.all(paths.map((one) => portal.ask(one)))
    pages.forEach((page, i) => {
      expect(page.status).toBe(200)
      expect(page.text).toContain(`${paths[i]}/pdf`)
    })
  }
})
