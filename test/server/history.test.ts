import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { getShare } from '../../src/store/shares.ts'
import { archiveCustomer } from '../../src/usecases/archive-customer.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { eraseCustomer } from '../../src/usecases/erase-customer.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { shareHistory } from '../../src/usecases/share-history.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { createMemoryMailer } from '../doubles/memory-mailer.ts'
import type { HttpAnswer } from '../support/http-request.ts'
import { pdfText } from '../support/pdf-text.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

const nobodys = '0'.repeat(32)

let portal: TestPortal

beforeEach(async () => {
  portal = await openTestPortal({ notify: { on: [] } })
})
afterEach(async () => {
  expect((await verifyWorkspace(portal.app)).problems).toEqual([])
  expect(portal.logged).toEqual([])
  await portal.close()
})

/** Posts, and waits for what is done once the answer has left. */
async function send(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  const answer = await post(portal, path, {}, headers)
  await portal.server.settled()
  return answer
}

const messages = () => listMessages(portal.app.db.read)
const histories = async () =>
  (await messages()).filter(({ kind }) => kind === 'history_link').map(({ to }) => to)

/** The path of a link to John's history, made by the owner. */
async function historyOfJohn(): Promise<string> {
  return new URL((await shareHistory(portal.app, { customer: 'John Smith' })).url).pathname
}

/** Another customer, with an invoice that is paid. */
async function addStranger(): Promise<{ number: string; receipt: string; id: string }> {
  const { id } = await createCustomer(portal.app, { name: 'Eve Strange', email: 'eve@example.net' })
  const items = [{ description: 'Secret work', unit_price: '77' }]
  const [made] = await createDocuments(portal.app, {
    drafts: [{ kind: 'invoice', customer: id, items }],
  })
  const number = made?.number ?? ''
  await portal.link(number)
  const { document } = await pay(number, '77')
  return { number, receipt: document.receipts[0]?.number ?? '', id: document.id }
}

async function pay(number: string, amount: string) {
  return recordPayment(portal.app, { number, amount, method: 'check', reference: '1042' })
}

describe('asking for a history', () => {
  test.each([
    ['an invoice', 'INV-001'],
    ['an estimate', 'EST-001'],
  ])(
    'from the page of %s mails a link to the address on file, and only there',
    async (_what, number) => {
      await editCustomer(portal.app, {
        customer: 'John Smith',
        changes: { cc: ['books@example.com'] },
      })
      portal.app.config.mail.bcc.push('archive@acme.example')
      const path = await portal.link(number)
      expect((await portal.ask(path)).text).toContain(
        `<form id="history" method="post" action="${path}/history"`,
      )
      const answer = await send(`${path}/history`)
      expect([answer.status, answer.headers.location]).toEqual([303, `${path}/history`])
      const asked = await portal.ask(`${path}/history`)
      const [, back = ''] = /class="button" href="([^"]+)">Go Back</.exec(asked.text) ?? []
      const { pathname } = new URL(back, `http://portal.example${path}/history`)
      expect((await portal.ask(pathname)).text).toContain(`data-number="${number}"`)
      const [message] = await messages()
      expect(message).toMatchObject({ kind: 'history_link', to: 'john@example.com', cc: [] })
      expect(await portal.story(number)).toEqual(
        expect.arrayContaining(['history_asked', 'mail_queued']),
      )
      const mailer = createMemoryMailer()
      portal.app.mailer = async () => mailer
      await deliverOutbox(portal.app)
      expect(mailer.mails).toMatchObject([{ to: { address: 'john@example.com' }, cc: [], bcc: [] }])
      const [, mailed = ''] = /\n(http\S+\/h\/\S+)/.exec(mailer.mails[0]?.text ?? '') ?? []
      expect((await portal.ask(new URL(mailed).pathname)).text).toContain('data-kind="history"')
    },
  )

  test('from the page of a receipt does so too', async () => {
    await portal.link('INV-001')
    const { document } = await pay('INV-001', '100')
    const path = await receiptPath(document.receipts[0]?.share_id ?? '')
    expect((await portal.ask(path)).text).toContain(`action="${path}/history"`)
    await send(`${path}/history`)
    expect(await histories()).toEqual(['john@example.com'])
  })

  test('is answered the same whatever the link is, and asking by GET does nothing', async () => {
    const path = await portal.link('INV-001')
    const others = [`/i/${nobodys}`, `/e/${path.slice(3)}`, '/r/short', `/i/${'a'.repeat(10_000)}`]
    const answers = []
    for (const one of [path, ...others]) {
      const asked = await send(`${one}/history`)
      const said = await portal.ask(String(asked.headers.location))
      answers.push([asked.status, said.status, said.text, { ...asked.headers, location: '' }])
    }
    const [first] = answers
    const withoutDate = (one: unknown) => JSON.stringify(one).replace(/"date":"[^"]*"/g, '')
    for (const one of answers) expect(withoutDate(one)).toBe(withoutDate(first))
    expect(await histories()).toEqual(['john@example.com'])
  })

  test('mails once an hour, whichever document it is asked from', async () => {
    const [invoice, estimate] = [await portal.link('INV-001'), await portal.link('EST-001')]
    for (const path of [invoice, estimate, invoice]) await send(`${path}/history`)
    expect(await histories()).toHaveLength(1)
    portal.setNow('2025-01-15T15:59:59Z')
    await send(`${estimate}/history`)
    expect(await histories()).toHaveLength(1)
    portal.setNow('2025-01-15T16:00:00Z')
    await send(`${estimate}/history`)
    expect(await histories()).toHaveLength(2)
  })

  test('many times at once mails once', async () => {
    const path = await portal.link('INV-001')
    await Promise.all(Array.from({ length: 10 }, () => post(portal, `${path}/history`)))
    await portal.server.settled()
    expect(await histories()).toHaveLength(1)
  })

  test.each([
    ['by a link that was revoked', () => revokeShares(portal.app, { ref: 'INV-001' })],
    ['by a link that was replaced', () => rotateShares(portal.app, { ref: 'INV-001' })],
    [
      'for a customer without an address',
      () => editCustomer(portal.app, { customer: 'John Smith', changes: { email: '' } }),
    ],
  ])('mails nothing %s', async (_how, change) => {
    const path = await portal.link('INV-001')
    await change()
    expect((await send(`${path}/history`)).status).toBe(303)
    expect(await messages()).toEqual([])
    expect(await portal.story('INV-001')).not.toContain('history_asked')
  })

  test('mails nothing for the owner’s own look', async () => {
    await portal.link('INV-001')
    const { url } = await openDocument(portal.app, { number: 'INV-001' })
    const path = new URL(url).pathname
    expect((await portal.ask(path)).text).not.toContain('id="history"')
    await send(`${path}/history`)
    expect(await messages()).toEqual([])
  })

  test('in a customer’s name by another site is refused', async () => {
    const path = await portal.link('INV-001')
    expect((await send(`${path}/history`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(await messages()).toEqual([])
  })

  test('reaches nobody when the address has changed before the mail went, and goes out though the document is void', async () => {
    const path = await portal.link('INV-001')
    await send(`${path}/history`)
    await decideDocument(portal.app, { number: 'INV-001', decision: 'void' })
    await editCustomer(portal.app, {
      customer: 'John Smith',
      changes: { email: 'john.new@example.com' },
    })
    await deliverOutbox(portal.app)
    expect(await messages()).toMatchObject([
      { state: 'canceled', last_error: 'its link was revoked' },
    ])
    portal.setNow('2025-01-15T17:00:00Z')
    expect((await send(`${path}/history`)).status).toBe(303)
    await deliverOutbox(portal.app)
    expect((await messages()).at(-1)).toMatchObject({ state: 'sent', to: 'john.new@example.com' })
  })

  test('ends what was mailed when the address changes, and leaves what the owner handed out', async () => {
    const path = await portal.link('INV-001')
    const handed = await historyOfJohn()
    await send(`${path}/history`)
    const mailer = createMemoryMailer()
    portal.app.mailer = async () => mailer
    await deliverOutbox(portal.app)
    const [, mailed = ''] = /\n(http\S+\/h\/\S+)/.exec(mailer.mails[0]?.text ?? '') ?? []
    const status = async () => (await portal.ask(new URL(mailed).pathname)).status
    const change = (email: string) =>
      editCustomer(portal.app, { customer: 'John Smith', changes: { email } })
    await change('John@Example.com')
    expect(await status()).toBe(200)
    await change('john.new@example.com')
    expect(await status()).toBe(410)
    expect((await portal.ask(handed)).status).toBe(200)
  })

  test('goes out only while the link in it works', async () => {
    const path = await portal.link('INV-001')
    await send(`${path}/history`)
    portal.setNow('2025-01-16T15:00:00Z')
    await deliverOutbox(portal.app)
    expect(await messages()).toMatchObject([
      { state: 'canceled', last_error: 'its link has ended' },
    ])
  })
})

async function receiptPath(shareId: string): Promise<string> {
  const [link] = await rotateShares(portal.app, { ref: shareId })
  return new URL(link?.url ?? '').pathname
}

describe('a history', () => {
  test('shows all that was sent to the customer, and nothing else', async () => {
    const stranger = await addStranger()
    await createDocuments(portal.app, {
      drafts: [
        { kind: 'invoice', customer: 'John Smith', items: [{ description: 'x', unit_price: '1' }] },
      ],
    })
    for (const number of ['INV-001', 'EST-001']) await portal.link(number)
    await pay('INV-001', '2000')
    const page = await portal.ask(await historyOfJohn())
    expect(page.status).toBe(200)
    for (const text of ['INV-001', 'EST-001', '$5,600.00', 'RCT-0002']) {
      expect(page.text).toContain(text)
    }
    for (const text of [stranger.number, 'INV-003', 'Eve', stranger.receipt, 'Secret']) {
      expect(page.text).not.toContain(text)
    }
    expect(page.text).not.toMatch(/href="\/[ier]\//)
  })

  test('gives receipts and statements as PDFs', async () => {
    await portal.link('INV-001')
    await pay('INV-001', '2000')
    const path = await historyOfJohn()
    const receipt = await portal.ask(`${path}/receipts/RCT-0001/pdf`)
    expect(receipt.headers['content-disposition']).toBe('attachment; filename="RCT-0001.pdf"')
    expect(await pdfText(receipt.bytes)).toContain('$2,000.00')
    const statement = await portal.ask(`${path}/statement?from=2025-01-01&until=2025-01-31`)
    expect(statement.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="statement-2025-01-01-2025-01-31.pdf"',
      'cache-control': 'private, no-store, max-age=0',
    })
    const text = await pdfText(statement.bytes)
    expect(text).toMatch(/Opening balance +\$0\.00/)
    expect(text).toMatch(/Invoice INV-001 +\$7,600\.00 +\$7,600\.00/)
    expect(text).toMatch(/Payment by check, INV-001 · 1042 +−\$2,000\.00 +\$5,600\.00/)
    expect(text).toMatch(/Closing Balance +\$5,600\.00/)
  })

  test.each([
    ['from=yesterday', 'from'],
    ['until=2025-02-30', 'until'],
    ['from=2025-02-01&until=2025-01-01', 'until'],
    ['from=2025-01-01&from=2025-01-02&until=0', 'until'],
  ])('asks again for the days of a statement: %s', async (query, field) => {
    const answer = await portal.ask(`${await historyOfJohn()}/statement?${query}`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="errors"')
    expect(answer.text).toContain(`id="${field}-problem"`)
  })

  test('speaks the customer’s language, or the one that was chosen, on and on', async () => {
    await portal.link('INV-001')
    const path = await historyOfJohn()
    const chosen = await portal.ask(`${path}?lang=de`)
    expect(chosen.text).toContain('<html lang="de"')
    expect(chosen.text).toContain(`action="${path}/documents/INV-001?lang=de"`)
    expect(chosen.text).toContain('<input type="hidden" name="lang" value="de">')
    const asked = await send(`${path}/documents/INV-001?lang=de`)
    expect(asked.headers.location).toBe(`${path}?asked=INV-001&lang=de`)
    await editCustomer(portal.app, { customer: 'John Smith', changes: { locale: 'de-DE' } })
    const own = await portal.ask(path)
    expect(own.text).toContain('<html lang="de"')
    expect(own.text).not.toContain('lang=de"')
    const statement = await portal.ask(`${path}/statement?lang=en`)
    expect(await pdfText(statement.bytes)).toContain('Statement of Account')
  })

  test('takes today where no day is given', async () => {
    const answer = await portal.ask(`${await historyOfJohn()}/statement`)
    expect(answer.headers['content-disposition']).toContain('statement-2025-01-01-2025-01-15.pdf')
  })

  test('lasts as many hours as configured, and then offers a fresh one', async () => {
    portal.app.config.links.history_hours = 2
    const path = await historyOfJohn()
    portal.setNow('2025-01-15T16:59:59Z')
    expect((await portal.ask(path)).status).toBe(200)
    portal.setNow('2025-01-15T17:00:00Z')
    for (const below of ['', '/statement', '/receipts/RCT-0001/pdf']) {
      expect((await portal.ask(path + below)).status).toBe(410)
    }
    const gone = await portal.ask(path)
    expect(gone.text).toContain('data-state="expired_history"')
    expect(gone.text).toContain(`<form id="renew" method="post" action="${path}/renew"`)
    expect((await send(`${path}/renew`)).headers.location).toBe(`${path}/renew`)
    expect((await send(`${path}/renew`)).status).toBe(303)
    expect(await histories()).toEqual(['john@example.com'])
    const document = (await messages())[0]?.document_id
    expect(document).toBeNull()
    await deliverOutbox(portal.app)
    expect((await messages())[0]).toMatchObject({ state: 'sent' })
  })

  test('is revoked and rotated like any other link', async () => {
    const { id, url } = await shareHistory(portal.app, { customer: 'John Smith' })
    const [rotated] = await rotateShares(portal.app, { ref: id })
    expect(rotated).toMatchObject({ number: null, scope: 'history' })
    expect((await portal.ask(new URL(url).pathname)).status).toBe(410)
    const fresh = new URL(rotated?.url ?? '').pathname
    expect((await portal.ask(fresh)).status).toBe(200)
    expect(await revokeShares(portal.app, { all: true })).toEqual({ revoked: 1 })
    expect((await portal.ask(fresh)).status).toBe(410)
  })

  test('notes that it was opened and what was fetched, and changes nothing else', async () => {
    const path = await historyOfJohn()
    await portal.ask(path)
    await portal.ask(`${path}/statement`)
    await portal.server.settled()
    const { id } = await shareHistory(portal.app, { customer: 'John Smith' })
    const shares = await portal.app.db.read.selectFrom('shares').selectAll().execute()
    const opened = shares.find((share) => share.id !== id)
    expect(opened).toMatchObject({
      opened_at: '2025-01-15T15:00:00.000Z',
      downloaded_at: '2025-01-15T15:00:00.000Z',
      viewed_at: null,
    })
    expect((await getShare(portal.app.db.read, id)).opened_at).toBeNull()
  })

  test('of an archived customer still opens, of an erased one no more', async () => {
    const path = await historyOfJohn()
    await archiveCustomer(portal.app, { customer: 'John Smith' })
    expect((await portal.ask(path)).status).toBe(200)
    await createCustomer(portal.app, { name: 'Ann Lee', email: 'ann@example.com' })
    const link = await shareHistory(portal.app, { customer: 'Ann Lee' })
    const hers = new URL(link.url).pathname
    expect((await portal.ask(hers)).text).toContain('There is nothing here yet.')
    await send(`${hers}/renew`)
    await eraseCustomer(portal.app, { customer: 'Ann Lee' })
    expect((await portal.ask(hers)).status).toBe(410)
    await send(`${hers}/renew`)
    await deliverOutbox(portal.app)
    const known = (await messages()).filter(
      ({ to, state }) => to.includes('ann') || state === 'sent',
    )
    expect(known).toEqual([])
  })
})

describe('a document of a history', () => {
  test('is opened by a link of its own, mailed to the address on file once an hour', async () => {
    await portal.link('INV-001')
    const path = await historyOfJohn()
    expect((await portal.ask(path)).text).toContain(
      `<form method="post" action="${path}/documents/INV-001"`,
    )
    for (const _click of [1, 2]) {
      const answer = await send(`${path}/documents/INV-001`)
      expect([answer.status, answer.headers.location]).toEqual([303, `${path}?asked=INV-001`])
      const said = await portal.ask(String(answer.headers.location))
      expect(said.text).toContain('A link to Invoice INV-001 is on its way')
    }
    expect(await messages()).toMatchObject([{ kind: 'renewed_link', to: 'john@example.com' }])
    expect(await portal.story('INV-001')).toContain('link_renewed')
  })

  test('of another customer does not exist, by number or id', async () => {
    const stranger = await addStranger()
    const path = await historyOfJohn()
    const before = (await messages()).length
    for (const ref of [stranger.number, stranger.id, 'INV-999', 'EST-001', '__proto__', '%2e%2e']) {
      expect((await send(`${path}/documents/${ref}`)).status, ref).toBe(404)
    }
    expect((await portal.ask(`${path}/receipts/${stranger.receipt}/pdf`)).status).toBe(404)
    expect((await portal.ask(`${path}?asked=${stranger.number}`)).text).not.toContain(
      stranger.number,
    )
    expect((await messages()).length).toBe(before)
  })

  test('that no link opens any more says so', async () => {
    await portal.link('INV-001')
    await portal.link('EST-001')
    const path = await historyOfJohn()
    await decideDocument(portal.app, { number: 'INV-001', decision: 'void' })
    portal.setNow('2025-03-20T15:00:00Z')
    const late = await historyOfJohn()
    for (const number of ['INV-001', 'EST-001']) {
      const answer = await send(`${late}/documents/${number}`)
      expect(answer.status).toBe(409)
      expect(answer.text).toContain('cannot be opened any more')
      expect(answer.text).not.toContain(`/documents/${number}"`)
    }
    expect((await send(`${path}/documents/INV-001`)).status).toBe(410)
    expect(await messages()).toEqual([])
  })

  test('cannot be asked for where there is no address', async () => {
    await portal.link('INV-001')
    const path = await historyOfJohn()
    await editCustomer(portal.app, { customer: 'John Smith', changes: { email: '' } })
    expect((await portal.ask(path)).text).not.toContain('method="post"')
    expect((await send(`${path}/documents/INV-001`)).status).toBe(409)
    expect(await messages()).toEqual([])
  })
})
