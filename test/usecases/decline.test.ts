import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentJson } from '../../src/domain/document-json.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDecidePage } from '../../src/usecases/show-decide-page.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'

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

describe('a customer who declines on the page', () => {
  test('makes it declined, with reason, timeline, mails and JSON', async () => {
    t.setNow('2025-01-16T18:00:00.000Z')
    const outcome = await t.decline(token, { reason: ' Too dear,\r\nsorry. ' })
    expect(outcome).toMatchObject({ status: 'declined', document: { state: 'declined' } })
    const document = await t.document()
    const declined = {
      state: 'declined',
      declined_at: '2025-01-16T18:00:00.000Z',
      decline_reason: 'Too dear,\nsorry.',
      approval: null,
    }
    expect(document).toMatchObject({ ...declined, viewed_at: declined.declined_at })
    expect(documentJson(document, { id: '', name: '', email: '' }, '2025-01-16')).toMatchObject(
      declined,
    )
    expect((await t.story()).slice(3)).toEqual(['viewed', 'declined', 'mail_queued'])
    const { version, content_hash } = document
    expect((await t.events()).find(({ type }) => type === 'declined')).toMatchObject({
      actor: 'customer',
      data: { reason: 'Too dear,\nsorry.', device: 'phone', version, content_hash },
    })
    expect(await t.mails()).toEqual(['estimate_sent', 'declined_confirmation', 'declined'])
    const [, confirmation, notice] = await t.messages()
    expect(confirmation).toMatchObject({ to: 'john@example.com', share_id: expect.any(String) })
    expect(notice).toMatchObject({
      to: 'owner@acme.example',
      data: { event: 'declined', reason: 'Too dear,\nsorry.' },
    })
  })

  test('need not say why', async () => {
    await t.decline(token)
    expect((await t.document()).decline_reason).toBeNull()
  })

  test('is not kept with the secret of the link that they pasted', async () => {
    const url = `${t.app.config.public_url}/e/${token}`
    await t.decline(token, { reason: `I did not ask for ${url} at all` })
    const { decline_reason } = await t.document()
    expect(decline_reason).toBe(`I did not ask for ${t.app.config.public_url}… at all`)
  })

  test('gets a reason that is too long back, and has not declined', async () => {
    const outcome = await t.decline(token, { reason: 'x'.repeat(1_001) })
    expect(outcome).toMatchObject({
      status: 'invalid',
      problems: [{ field: 'reason', code: 'too_long' }],
    })
    expect(await t.story()).toEqual(['created', 'sent', 'mail_queued'])
  })

  test('sees first what changed, and has not declined', async () => {
    const outcome = await t.decline(token, { version: '1-abc', reason: 'x'.repeat(1_001) })
    expect(outcome).toMatchObject({ status: 'changed', document: { number } })
    expect((await t.document()).state).toBe('sent')
  })

  test('declines once', async () => {
    await t.decline(token, { reason: 'No' })
    const again = await t.decline(token, { reason: 'Again' })
    expect(again).toMatchObject({ status: 'closed', closed: 'declined' })
    expect(await t.approve(token)).toMatchObject({ status: 'closed', closed: 'declined' })
    expect((await t.document()).decline_reason).toBe('No')
    expect(await t.mails()).toEqual(['estimate_sent', 'declined_confirmation', 'declined'])
  })
})

describe('a declined estimate', () => {
  test('is reopened: the reason is gone, the mail that waited too, and it can be approved', async () => {
    await t.decline(token, { reason: 'No' })
    await decideDocument(t.app, { number, decision: 'reopen' })
    expect(await t.document()).toMatchObject({
      state: 'sent',
      declined_at: null,
      decline_reason: null,
    })
    const [, confirmation] = await t.messages()
    expect(confirmation).toMatchObject({ kind: 'declined_confirmation', state: 'canceled' })
    expect((await t.approve(token)).status).toBe('approved')
  })

  test('is answered by a new version: until that is sent the link shows the declined one', async () => {
    await t.decline(token, { reason: 'Too dear' })
    await reviseDocument(t.app, { number })
    await editDocument(t.app, { number, changes: { discount: { percent: '10' } } })
    const shown = () => showDecidePage(t.app, { kind: 'estimate', token })
    expect(await shown()).toMatchObject({ closed: 'declined', document: { version: 1 } })
    await sendDocuments(t.app, { numbers: [number], queue: true })
    expect(await shown()).toMatchObject({ closed: null, document: { version: 2 } })
    expect(await t.document()).toMatchObject({ declined_at: null, viewed_at: null })
    expect((await t.messages())[1]).toMatchObject({ state: 'canceled' })
    expect((await t.approve(token)).status).toBe('approved')
    /* That version was new to them. */
    expect((await t.story()).filter((type) => type === 'viewed')).toHaveLength(2)
  })
})
