import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeBusiness } from '../../src/domain/approve-version.ts'
import { sha256 } from '../../src/domain/canonical.ts'
import { consentFor } from '../../src/domain/consent.ts'
import { documentJson } from '../../src/domain/document-json.ts'
import { evidenceHash } from '../../src/domain/evidence.ts'
import { getPicture, listApprovals } from '../../src/store/approvals.ts'
import { approveOnPage } from '../../src/usecases/approve-on-page.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { recordViewed } from '../../src/usecases/record-viewed.ts'
import { showDecidePage } from '../../src/usecases/show-decide-page.ts'
import { type Deciding, openDeciding, phone } from '../support/deciding.ts'

let t: Deciding

beforeEach(async () => {
  t = await openDeciding({}, { deposit: { percent: '50' } })
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const approvedOn = '2025-01-16T18:00:00.000Z'

describe('a customer who approves on the page', () => {
  test('makes it approved, with evidence, timeline, mails and JSON', async () => {
    const token = await t.send()
    const before = await showDecidePage(t.app, { kind: 'estimate', token })
    expect(before).toMatchObject({ status: 'page', closed: null, document: { state: 'sent' } })
    t.setNow(approvedOn)

    const outcome = await t.approve(token, { signer_name: '  John Q. Smith ' })
    expect(outcome).toMatchObject({ status: 'approved', document: { state: 'approved' } })

    const document = await t.document()
    expect(document).toMatchObject({
      state: 'approved',
      approved_at: approvedOn,
      viewed_at: approvedOn,
    })
    const [approval] = await listApprovals(t.app.db.read, document.id)
    expect(document.approval).toEqual(approval)
    const consent = consentFor(t.app.config.business)
    expect(approval).toMatchObject({
      version: 1,
      content_hash: document.content_hash,
      kind: 'typed',
      signer_name: 'John Q. Smith',
      signer_email: 'john@example.com',
      consent_version: consent.version,
      consent_text: consent.text,
      ...phone,
      at: approvedOn,
      sealed_hash: null,
    })
    expect(documentJson(document, { id: '', name: '', email: '' }, '2025-01-16')).toMatchObject({
      state: 'approved',
      amount_due_now_minor: 5_400,
      approval: {
        name: 'John Q. Smith',
        kind: 'typed',
        at: approvedOn,
        content_hash: document.content_hash,
      },
    })
    expect(await t.story()).toEqual([
      ...['created', 'sent', 'mail_queued'],
      ...['viewed', 'consented', 'approved', 'mail_queued'],
    ])
    expect(await t.mails()).toEqual(['estimate_sent', 'approved_confirmation', 'approved'])
  })

  test('binds all of it to the timeline', async () => {
    const token = await t.send()
    await t.approve(token)
    const { id, approval } = await t.document()
    if (!approval) throw new Error('not approved')
    const events = await t.events()
    const [consented, approved] = ['consented', 'approved'].map((type) =>
      events.find((event) => event.type === type),
    )
    expect(approval.chain_head).toBe(approved?.hash)
    expect(consented?.data).toEqual({
      version: approval.consent_version,
      text_hash: sha256(approval.consent_text),
      device: 'phone',
    })
    const { version, content_hash } = approval
    expect(approved).toMatchObject({ actor: 'customer', share_id: approval.share_id })
    expect(approved?.data).toEqual({
      ...{ name: 'John Smith', kind: 'typed', version, content_hash, device: 'phone' },
      business: writeBusiness(t.app.config.business),
      evidence: evidenceHash(approval, await getPicture(t.app.db.read, approval.id)),
    })
    expect(evidenceHash({ ...approval, signer_name: 'Jane' }, null)).not.toBe(
      approved?.data.evidence,
    )
    expect(id).toBe(approval.document_id)
  })

  test('draws: the picture is ours, and the timeline knows it', async () => {
    const token = await t.send()
    const signature = `data:image/png;base64,${(await strokes()).toString('base64')}`
    const outcome = await t.approve(token, { signature_kind: 'drawn', signature })
    expect(outcome.status).toBe('approved')
    const { approval } = await t.document()
    const picture = approval && (await getPicture(t.app.db.read, approval.id))
    expect(picture?.content_type).toBe('image/png')
    expect((await sharp(picture?.bytes).metadata()).format).toBe('png')
    const approved = (await t.events()).find(({ type }) => type === 'approved')
    expect(approved?.data).toMatchObject({
      kind: 'drawn',
      evidence: approval && evidenceHash(approval, picture ?? null),
    })
  })

  test('is known by the address that this very link was mailed to', async () => {
    await t.send()
    const token = await t.share({ label: 'for Jane' })
    await t.approve(token, { signer_name: 'Jane Smith' })
    const { approval } = await t.document()
    expect(approval).toMatchObject({ signer_name: 'Jane Smith', signer_email: '' })
    /* The confirmation goes to the address on file, with a link of its own. */
    const [, confirmation] = await t.messages()
    expect(confirmation).toMatchObject({ kind: 'approved_confirmation', to: 'john@example.com' })
    expect(confirmation?.share_id).not.toBe(approval?.share_id)
  })

  test('without an address on file gets no mail, and is not hindered', async () => {
    await editCustomer(t.app, { customer: 'John Smith', changes: { email: '' } })
    const token = await t.share()
    expect((await t.approve(token)).status).toBe('approved')
    expect(await t.mails()).toEqual(['approved'])
  })

  test('has looked at it: that counts once, and the owner hears of the approval alone', async () => {
    const token = await t.send()
    await recordViewed(t.app, { kind: 'estimate', token, device: 'phone' })
    await t.approve(token)
    expect((await t.story()).filter((type) => type === 'viewed')).toHaveLength(1)
    expect(await t.mails()).toEqual(['estimate_sent', 'approved_confirmation', 'approved'])
  })

  test('comes with whatever browser: what it says of itself is cut and cleaned', async () => {
    const token = await t.send()
    const device = { ip: `fe80::${'f'.repeat(60)}`, user_agent: `a\u0007b${'x'.repeat(600)}` }
    const outcome = await approveOnPage(t.app, {
      kind: 'estimate',
      token,
      form: {
        version: await t.version(),
        ...{ signer_name: 'John', signature_kind: 'typed', signature: '', consent: 'yes' },
      },
      device,
    })
    expect(outcome.status).toBe('approved')
    const { approval } = await t.document()
    expect(approval?.ip).toHaveLength(45)
    expect(approval?.user_agent).toHaveLength(500)
    expect(approval?.user_agent).toMatch(/^a bxxx/)
  })
})

/** A drawing as a canvas gives it. */
function strokes(): Promise<Buffer> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><path d="M20 60 C 60 10, 120 90, 200 30" stroke="black" stroke-width="4" fill="none"/></svg>'
  return sharp(Buffer.from(svg)).png().toBuffer()
}
