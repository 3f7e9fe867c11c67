import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import type { HttpAnswer } from '../support/http-request.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

const nobodys = `/e/${'0'.repeat(32)}`

let portal: TestPortal

beforeEach(async () => {
  portal = await openTestPortal()
})
afterEach(() => portal.close())

/** The mail is written once nobody waits for the answer any more. */
async function renew(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  const answer = await post(portal, `${path}/renew`, {}, headers)
  await portal.server.settled()
  return answer
}

/** Kinds of what waits to be mailed, with who is to have it. */
async function mails(): Promise<string[]> {
  const messages = await listMessages(portal.app.db.read)
  return messages.map(({ kind, to }) => `${kind} to ${to}`)
}

async function revoked(number: string): Promise<string> {
  const path = await portal.link(number)
  await revokeShares(portal.app, { ref: number })
  return path
}

test.each([
  ['an invoice', 'INV-001'],
  ['an estimate', 'EST-001'],
])('a fresh link to %s goes to the address on file, whoever asked', async (_what, number) => {
  const path = await revoked(number)
  const answer = await renew(path)
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe(`${path}/renew`)
  expect(await mails()).toEqual(['renewed_link to john@example.com'])
  const said = await portal.ask(String(answer.headers.location))
  expect(said.status).toBe(200)
  expect(said.text).toContain('data-state="renewed"')
})

test('the link of a receipt that was revoked brings one to its document, and with it the receipt', async () => {
  await portal.link('INV-001')
  const paid = { number: 'INV-001', amount: '100', method: 'cash' } as const
  const { document } = await recordPayment(portal.app, paid)
  const [receipt] = await rotateShares(portal.app, { ref: document.receipts[0]?.share_id ?? '' })
  const path = new URL(receipt?.url ?? '').pathname
  expect((await portal.ask(path)).status).toBe(200)
  await revokeShares(portal.app, { all: true })
  const gone = await portal.ask(`${path}/pdf`)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain(`<form id="renew" method="post" action="${path}/renew"`)
  expect((await renew(path)).headers.location).toBe(`${path}/renew`)
  expect(await mails()).toContain('renewed_link to john@example.com')
  expect((await portal.show('INV-001')).receipts).toMatchObject([{ rotation: 2, revoked: false }])
  const page = await portal.ask(await portal.link('INV-001'))
  const again = /\/r\/\w{32}/.exec(page.text)?.[0] ?? ''
  expect((await portal.ask(again)).status).toBe(200)
  expect((await portal.ask(path)).status).toBe(410)
  const has = (link: string) => portal.app.site.has(`${link.slice(1)}.html`)
  expect([await has(again), await has(path)]).toEqual([true, false])
})

test('the answer never tells whether the link was ever known', async () => {
  const path = await revoked('EST-001')
  const answers = await Promise.all(
    [path, nobodys, '/i/short', '/e/%0d%0a'].map((one) => renew(one)),
  )
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  const [known, unknown] = await Promise.all(
    [path, nobodys].map((one) => portal.ask(`${one}/renew`)),
  )
  expect(unknown?.text).toBe(known?.text)
  expect(await mails()).toHaveLength(1)
})

test('asking twice within the hour mails once, and asking by GET never', async () => {
  const path = await revoked('EST-001')
  await portal.ask(`${path}/renew`)
  expect(await mails()).toEqual([])
  for (const _click of [1, 2, 3]) expect((await renew(path)).status).toBe(303)
  expect(await mails()).toHaveLength(1)
  portal.setNow('2025-01-15T16:00:01Z')
  await renew(path)
  expect(await mails()).toHaveLength(2)
})

test('another site cannot ask in a customer’s name', async () => {
  const path = await revoked('EST-001')
  expect((await renew(path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(await mails()).toEqual([])
})

test('where that is switched off nothing is offered, sent or said', async () => {
  const off = await openTestPortal({ links: { renew: false } })
  try {
    const path = await off.link('EST-001')
    await revokeShares(off.app, { ref: 'EST-001' })
    expect((await off.ask(path)).text).not.toContain('id="renew"')
    expect((await post(off, `${path}/renew`)).status).toBe(303)
    await off.server.settled()
    expect((await off.ask(`${path}/renew`)).status).toBe(404)
    expect(await listMessages(off.app.db.read)).toEqual([])
  } finally {
    await off.close()
  }
})

describe('the page of a link that ended', () => {
  const form = (path: string) => `<form id="renew" method="post" action="${path}/renew">`

  test.each(['', '/approve', '/decline', '/pdf', '/pay'])(
    'offers a fresh one at …%s',
    async (below) => {
      const path = await revoked('EST-001')
      const gone = await portal.ask(path + below)
      expect(gone.status).toBe(410)
      expect(gone.text).toContain(form(path))
    },
  )

  test('offers one where it ended by itself', async () => {
    const path = await portal.link('EST-001', { expires: '2025-01-16' })
    portal.setNow('2025-01-18T12:00:00Z')
    const gone = await portal.ask(path)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('data-state="expired_link"')
    expect(gone.text).toContain(form(path))
  })

  test('says so when a newer version took its place', async () => {
    const path = await portal.link('EST-001')
    const version = await portal.version('EST-001')
    await post(portal, `${path}/decline`, { version, reason: 'Too dear for us' })
    await reviseDocument(portal.app, { number: 'EST-001' })
    portal.setNow('2025-01-17T15:00:00Z')
    await sendDocuments(portal.app, { numbers: ['EST-001'], revoke_old: true, queue: true })
    const gone = await portal.ask(path)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('A newer version was sent on January 17, 2025.')
    expect(gone.text).toContain(form(path))
  })

  test('says nothing of a newer version when there is none, and offers nothing for the owner’s look', async () => {
    const path = await revoked('EST-001')
    expect((await portal.ask(path)).text).not.toContain('newer version')
    const look = new URL((await openDocument(portal.app, { number: 'EST-001' })).url).pathname
    portal.setNow('2025-02-15T15:00:00Z')
    const gone = await portal.ask(look)
    expect(gone.status).toBe(410)
    expect(gone.text).not.toContain('id="renew"')
  })
})

test('of an invoice whose links ended since it was paid, the history is mailed; no dead link is handed out', async () => {
  const short = await openTestPortal({ links: { invoice_days_after_paid: 1 } })
  try {
    const path = await short.link('INV-001')
    await recordPayment(short.app, { number: 'INV-001', amount: '7600', method: 'cash' })
    short.setNow('2025-01-20T15:00:00Z')
    expect((await short.ask(path)).status).toBe(410)
    await post(short, `${path}/renew`)
    await short.server.settled()
    const messages = await listMessages(short.app.db.read)
    expect(messages.map(({ kind }) => kind).toSorted()).toEqual(['history_link', 'receipt'])
    const over = { code: 'wrong_state', message: expect.stringContaining('its links have ended') }
    const [sent] = await sendDocuments(short.app, { numbers: ['INV-001'], queue: true })
    expect(sent).toMatchObject({ ok: false, error: over })
    await expect(short.link('INV-001')).rejects.toMatchObject(over)
    const look = new URL((await openDocument(short.app, { number: 'INV-001' })).url).pathname
    expect((await short.ask(look)).status).toBe(200)
  } finally {
    await short.close()
  }
})

test('who asks for an update of an expired estimate is heard by the owner, once', async () => {
  const path = await portal.link('EST-001')
  portal.setNow('2025-02-01T15:00:00Z')
  const page = await portal.ask(path)
  expect(page.text).toContain(`action="${path}/renew"`)
  expect(page.text).toContain('Ask for an Update')
  for (const _click of [1, 2]) expect((await renew(path)).status).toBe(303)
  expect((await mails()).filter((mail) => mail.startsWith('owner_notice'))).toEqual([
    'owner_notice to owner@acme.example',
  ])
  expect(await portal.story('EST-001')).toContain('update_asked')
})
