import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tokenFor } from '../../src/domain/token.ts'
import { listShares } from '../../src/store/shares.ts'
import { composeMail } from '../../src/usecases/compose-mail.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { openShare } from '../../src/usecases/open-share.ts'
import { renewLink } from '../../src/usecases/renew-link.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'

const number = 'EST-001'
let t: Deciding
let token: string

beforeEach(async () => {
  t = await openDeciding({ notify: { on: [] } })
  token = await t.send()
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const renew = (one = token, kind: 'estimate' | 'invoice' = 'estimate') =>
  renewLink(t.app, { kind, token: one })
const renewals = async () => (await t.mails()).filter((kind) => kind !== 'estimate_sent')

/** The link in the latest mail. */
async function mailed(): Promise<string> {
  const shares = await listShares(t.app.db.read, { document_id: (await t.document()).id })
  const { share_id } = (await t.messages()).findLast(({ kind }) => kind === 'renewed_link') ?? {}
  const share = shares.find(({ id }) => id === share_id)
  if (!share) throw new Error('no link was mailed')
  return tokenFor(t.app.linkKey, share.kind, share.id, share.rotation)
}

describe('a fresh link', () => {
  test('is mailed to the address on file for one that was revoked, and opens the estimate', async () => {
    await revokeShares(t.app, { ref: number })
    await renew()
    expect(await t.messages()).toMatchObject([
      { kind: 'estimate_sent' },
      { kind: 'renewed_link', to: 'john@example.com' },
    ])
    const fresh = await mailed()
    expect(fresh).not.toBe(token)
    expect(await openShare(t.app, { kind: 'estimate', token: fresh })).toMatchObject({
      status: 'active',
      share: { scope: 'full', expires_at: null },
    })
    expect((await t.story()).slice(-3)).toEqual(['share_revoked', 'mail_queued', 'link_renewed'])
    expect((await t.events()).at(-1)).toMatchObject({
      actor: 'customer',
      data: { to: 'john@example.com' },
    })
    const [, message] = await t.messages()
    if (!message) throw new Error('nothing was mailed')
    const mail = await composeMail(t.app, message, {
      document: await t.document(),
      share: undefined,
    })
    expect(mail.headers).toEqual({ 'Auto-Submitted': 'auto-generated' })
  })

  test('is mailed for one that was replaced, that ended, or that still works', async () => {
    const ending = await t.share({ expires: '2025-01-16' })
    await rotateShares(t.app, { ref: number })
    await renew()
    t.setNow('2025-01-18T12:00:00Z')
    await renew(ending)
    t.setNow('2025-01-19T12:00:00Z')
    await renew(await mailed())
    expect(await renewals()).toEqual(['renewed_link', 'renewed_link', 'renewed_link'])
  })

  test('is mailed at most once an hour, however many ask by whatever link', async () => {
    const other = await t.share()
    await Promise.all([token, other, token, other].map((one) => renew(one)))
    t.setNow('2025-01-15T15:59:59Z')
    await renew()
    expect(await renewals()).toEqual(['renewed_link'])
    t.setNow('2025-01-15T16:00:00Z')
    await renew()
    expect(await renewals()).toEqual(['renewed_link', 'renewed_link'])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['a link that nobody ever had', () => renew('0'.repeat(32))],
    ['what is no link at all', () => renew('../../etc/passwd')],
    ['a link of another kind', () => renew(token, 'invoice')],
    [
      'the owner’s own look',
      async () => {
        const { url } = await openDocument(t.app, { number })
        await renew(url.split('/').at(-1) ?? '')
      },
    ],
    [
      'a void estimate',
      async () => {
        await decideDocument(t.app, { number, decision: 'void' })
        await renew()
      },
    ],
    [
      'a customer without an address',
      async () => {
        await editCustomer(t.app, { customer: 'John Smith', changes: { email: '' } })
        await renew()
      },
    ],
    [
      'anyone where that is switched off',
      async () => {
        t.app.config.links.renew = false
        await renew()
      },
    ],
  ])('is not mailed to %s', async (_, ask) => {
    await ask()
    expect(await renewals()).toEqual([])
    expect(await t.story()).not.toContain('link_renewed')
  })
})

describe('who asks about an expired estimate', () => {
  beforeEach(() => t.setNow('2025-02-01T12:00:00Z'))

  test('is heard by the owner, whatever they want to be told, once an hour', async () => {
    await renew()
    await renew()
    expect(await renewals()).toEqual(['question', 'renewed_link'])
    const notice = (await t.messages()).find(({ kind }) => kind === 'owner_notice')
    expect(notice).toMatchObject({
      to: 'owner@acme.example',
      data: { event: 'question', about: 'update', valid_until_on: '2025-01-29' },
    })
    expect((await t.story()).filter((type) => type === 'update_asked')).toHaveLength(1)
    t.setNow('2025-02-01T13:00:00Z')
    await renew()
    expect(await renewals()).toEqual(['question', 'renewed_link', 'question', 'renewed_link'])
  })

  test('gets no link that would be over too, though the owner hears of it', async () => {
    t.setNow('2025-06-01T12:00:00Z')
    await renew()
    expect(await renewals()).toEqual(['question'])
  })

  test('needs no address to be heard', async () => {
    await editCustomer(t.app, { customer: 'John Smith', changes: { email: '' } })
    await renew()
    expect(await renewals()).toEqual(['question'])
  })
})
