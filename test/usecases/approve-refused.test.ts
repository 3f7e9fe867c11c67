import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listApprovals } from '../../src/store/approvals.ts'
import { approveOnPage } from '../../src/usecases/approve-on-page.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { declineEstimate } from '../../src/usecases/decline-estimate.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { openDocument } from '../../src/usecases/open-document.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { showDecidePage } from '../../src/usecases/show-decide-page.ts'
import { type Deciding, openDeciding, phone } from '../support/deciding.ts'

const number = 'EST-001'
let t: Deciding
let token: string

beforeEach(async () => {
  t = await openDeciding()
  token = await t.send()
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

/** Nothing that was tried left a trace. */
async function expectNothingHappened(): Promise<void> {
  expect(await t.document()).toMatchObject({ state: 'sent', approval: null, viewed_at: null })
  expect(await t.story()).toEqual(['created', 'sent', 'mail_queued'])
  expect(await t.mails()).toEqual(['estimate_sent'])
}

describe('a form that is not filled in', () => {
  test('comes back with all its problems, and changes nothing', async () => {
    const outcome = await t.approve(token, { signer_name: ' ', consent: '' })
    expect(outcome).toMatchObject({
      status: 'invalid',
      changed: false,
      closed: null,
      document: { number, state: 'sent' },
      problems: [
        { field: 'signer_name', code: 'missing' },
        { field: 'consent', code: 'missing' },
      ],
    })
    await expectNothingHappened()
  })

  test.each([
    ['', 'missing'],
    ['nonsense', 'not_an_image'],
    ['data:image/svg+xml;base64,PHN2Zy8+', 'not_an_image'],
    ['data:image/png;base64,AAAA', 'not_an_image'],
    [`data:image/png;base64,${'A'.repeat(400_000)}`, 'too_big'],
  ])('has no drawing in %.40s', async (signature, code) => {
    const outcome = await t.approve(token, { signature_kind: 'drawn', signature })
    expect(outcome).toMatchObject({ status: 'invalid', problems: [{ field: 'signature', code }] })
    await expectNothingHappened()
  })

  test('is told of a bad drawing together with the rest', async () => {
    const bad = { signature_kind: 'drawn', signature: 'nonsense', signer_name: '' }
    const outcome = await t.approve(token, bad)
    if (outcome.status !== 'invalid') throw new Error(outcome.status)
    expect(outcome.problems.map(({ field }) => field)).toEqual(['signer_name', 'signature'])
  })
})

describe('an estimate that changed since its page was shown', () => {
  test('is shown anew and not approved, whatever else the form has', async () => {
    const seen = await t.version()
    await editDocument(t.app, { number, changes: { notes: 'One more thing' } })
    for (const version of [seen, '', '2-', 'x'.repeat(10_000)]) {
      const outcome = await t.approve(token, { version, signer_name: '' })
      expect(outcome).toMatchObject({
        status: 'changed',
        document: { version: 2, content: { notes: 'One more thing' } },
      })
    }
    expect(await t.document()).toMatchObject({ state: 'sent', version: 2, approval: null })
    expect((await t.approve(token)).status).toBe('approved')
    expect((await t.document()).approval).toMatchObject({ version: 2 })
  })
})

describe('an estimate that is decided or over', () => {
  const closedAs = async (closed: string) => {
    expect(await showDecidePage(t.app, { kind: 'estimate', token })).toMatchObject({
      status: 'page',
      closed,
    })
    const [approve, decline] = [await t.approve(token), await t.decline(token)]
    expect(approve).toMatchObject({ status: 'closed', closed, document: { number } })
    expect(decline).toMatchObject({ status: 'closed', closed })
  }

  test('is not approved twice: the second try is told who approved', async () => {
    await t.approve(token)
    const again = await t.approve(token, { signer_name: 'Jane Smith' })
    expect(again).toMatchObject({
      status: 'closed',
      closed: 'approved',
      document: { approval: { signer_name: 'John Smith' } },
    })
    await closedAs('approved')
    expect(await listApprovals(t.app.db.read, (await t.document()).id)).toHaveLength(1)
    expect(await t.mails()).toEqual(['estimate_sent', 'approved_confirmation', 'approved'])
  })

  test('that became an invoice says so', async () => {
    await t.approve(token)
    await invoiceEstimate(t.app, { number })
    await closedAs('invoiced')
  })

  test('that was declined says so', async () => {
    await declineEstimate(t.app, { number })
    await closedAs('declined')
  })

  test('that is void says so', async () => {
    await decideDocument(t.app, { number, decision: 'void' })
    await closedAs('void')
  })

  test('that expired at midnight says so, and not a moment before', async () => {
    /* Valid until January 29 in New York, which is five hours behind. */
    t.setNow('2025-01-30T05:00:00Z')
    await closedAs('expired')
    t.setNow('2025-01-30T04:59:59Z')
    expect((await t.approve(token)).status).toBe('approved')
  })
})

describe('a link', () => {
  const tried = async (other: string, kind: 'estimate' | 'invoice' = 'estimate') => {
    const form = {
      version: await t.version(),
      ...{ signer_name: 'John', signature_kind: 'typed', signature: '', consent: 'yes' },
    }
    const outcome = await approveOnPage(t.app, { kind, token: other, form, device: phone })
    return 'closed' in outcome ? `${outcome.status} ${outcome.closed}` : outcome.status
  }

  test('for looking on only, the owner’s, another kind’s or nobody’s decides nothing', async () => {
    const { url } = await openDocument(t.app, { number })
    expect(await tried(url.split('/').at(-1) ?? '')).toBe('closed preview')
    expect(await tried(await t.share({ view_only: true }))).toBe('closed view_only')
    expect(await tried(token, 'invoice')).toBe('unknown')
    expect(await tried('0'.repeat(32))).toBe('unknown')
    expect(await tried('')).toBe('unknown')
    expect((await t.document()).state).toBe('sent')
  })

  test('that was replaced or revoked decides nothing', async () => {
    await rotateShares(t.app, { ref: number })
    expect(await tried(token)).toBe('revoked')
    await revokeShares(t.app, { ref: number })
    expect(await tried(token)).toBe('revoked')
    expect((await t.document()).state).toBe('sent')
  })

  test('that ended decides nothing', async () => {
    const ending = await t.share({ expires: '2025-01-20' })
    t.setNow('2025-01-22T12:00:00Z')
    expect(await tried(ending)).toBe('expired')
    expect(await tried(token)).toBe('approved')
  })
})
