import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { consentFor } from '../../src/domain/consent.ts'
import { documentJson } from '../../src/domain/document-json.ts'
import { evidenceHash } from '../../src/domain/evidence.ts'
import { getPicture, listApprovals } from '../../src/store/approvals.ts'
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
      evidence: evidenceHash(approval, await getPicture(t.app.db.read, approval.id)),
    })
    expect(evidenceHash({ ...approval, signer_name: 'Jane' }, null)).not.toBe(
      approved?.data.evidence,
    )
    expect(id).toBe(approval.document_id)
  })
})
