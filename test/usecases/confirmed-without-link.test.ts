/** What happens to the links of a confirmation between the decision and its delivery, with a real mail server. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'

const number = 'EST-001'
let inbox: SmtpInbox
let t: Deciding
let token: string

beforeEach(async () => {
  inbox = await openSmtpInbox()
  const config = { mail: { transport: 'smtp', smtp: inbox.smtp }, notify: { on: [] } }
  t = await openDeciding(config, { deposit: { percent: '50' } })
  token = await t.send()
  await deliverOutbox(t.app)
  inbox.received.length = 0
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
  await inbox.close()
})

/** The one mail that came, by the outbox job alone. */
async function arrived() {
  await deliverOutbox(t.app)
  expect(inbox.received.map(({ recipients }) => recipients)).toEqual([['john@example.com']])
  const mail = inbox.received[0]?.mail
  if (!mail) throw new Error('no mail')
  const text = `${mail.text}\n${mail.html}`
  return { mail, text, links: text.match(/http:\/\/127\.0\.0\.1:4180\/[a-z]\/[0-9a-z]{32}/g) ?? [] }
}

/** What came along is the copy that was made, byte for byte. */
async function expectSignedCopy(attachments: { filename: string | null; content: unknown }[]) {
  const { approval } = await t.document()
  expect(attachments.map(({ filename }) => filename)).toEqual(['EST-001.pdf'])
  expect(sha256(Buffer.from(attachments[0]?.content as ArrayBuffer))).toBe(approval?.sealed_hash)
}

describe('the confirmation of an approval', () => {
  test.each([
    ['of the estimate', { ref: number }],
    ['there are', { all: true as const }],
  ])(
    'brings the signed copy, and no link, when all links %s were revoked meanwhile',
    async (_, links) => {
      await t.approve(token)
      await revokeShares(t.app, links)
      const { mail, text, links: found } = await arrived()
      await expectSignedCopy(mail.attachments)
      expect(found).toEqual([])
      expect(mail.text).toContain('A deposit of $54.00 is due now.')
      expect(text).toContain((await t.document()).approval?.sealed_hash)
      const states = (await t.messages()).map(({ kind, state }) => `${kind} ${state}`)
      expect(states).toContain('approved_confirmation sent')
    },
  )

  test('comes also when the estimate was sent once more, and older links were ended', async () => {
    await t.approve(token)
    await sendDocuments(t.app, { numbers: [number], revoke_old: true })
    inbox.received.length = 0
    const { mail, links } = await arrived()
    await expectSignedCopy(mail.attachments)
    expect(links).toEqual([])
  })

  test('brings the link that works when links were rotated meanwhile', async () => {
    await t.approve(token)
    const urls = (await rotateShares(t.app, { ref: number })).map(({ url }) => url)
    const { mail, links } = await arrived()
    await expectSignedCopy(mail.attachments)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(urls).toContain(link)
  })
})

test('the confirmation of a decline says what it says, without a link', async () => {
  await t.decline(token, { reason: 'Too dear' })
  await revokeShares(t.app, { ref: number })
  const { mail, links } = await arrived()
  expect(mail.text).toContain('You declined this estimate. Nothing is due.')
  expect(mail.text).toContain('Too dear')
  expect(links).toEqual([])
})

test('a receipt tells of the payment, without a link', async () => {
  await t.approve(token)
  await deliverOutbox(t.app)
  inbox.received.length = 0
  await recordPayment(t.app, { number, amount: '54.00', method: 'check' })
  await revokeShares(t.app, { all: true })
  const { mail, links } = await arrived()
  expect(mail.text).toContain('$54.00')
  expect(mail.subject).toContain('Receipt')
  expect(links).toEqual([])
})
