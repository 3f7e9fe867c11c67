import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listApprovals } from '../../src/store/approvals.ts'
import { composeMail } from '../../src/usecases/compose-mail.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { openShare } from '../../src/usecases/open-share.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDecidePage } from '../../src/usecases/show-decide-page.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
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

const shown = () => showDecidePage(t.app, { kind: 'estimate', token })
const listed = async () => listApprovals(t.app.db.read, (await t.document()).id)

describe('an approved estimate', () => {
  test('is not edited: a new version is made', async () => {
    await t.approve(token)
    const edits = [{ notes: 'more' }, { valid_until_on: '2025-03-01' }]
    for (const changes of edits) {
      await expect(editDocument(t.app, { number, changes })).rejects.toMatchObject({
        code: 'wrong_state',
        hint: 'Make a new version with: portal estimate revise EST-001',
      })
    }
  })

  test('stays as it was signed while a new version is written, and after that was sent', async () => {
    await t.approve(token)
    const signed = (await t.document()).approval
    await reviseDocument(t.app, { number })
    await editDocument(t.app, { number, changes: { notes: 'Two doors instead of one' } })
    expect(await shown()).toMatchObject({
      closed: 'approved',
      document: { version: 1, approval: signed, content: { notes: '' } },
    })
    const { document: draft } = await showDocument(t.app, number, { draft: true })
    expect(draft).toMatchObject({ version: 2, approval: null })

    await sendDocuments(t.app, { numbers: [number], queue: true })
    expect(await shown()).toMatchObject({
      closed: null,
      document: { version: 2, state: 'sent', approved_at: null, approval: null },
    })
    expect((await t.document()).replaced_approval_at).toBe(signed?.at)
    /* The signed copy of the first was not mailed yet; who got that now would be misled. */
    expect((await t.messages()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'estimate_sent pending',
      'approved_confirmation canceled',
      'owner_notice pending',
      'estimate_sent pending',
    ])
    expect(await listed()).toEqual([signed])

    await t.approve(token, { signer_name: 'Jane Smith' })
    expect((await listed()).map((one) => `${one.version} ${one.signer_name}`)).toEqual([
      '1 John Smith',
      '2 Jane Smith',
    ])
  })

  test('is told to the owner as it was signed, however late', async () => {
    await t.approve(token)
    await reviseDocument(t.app, { number })
    await editDocument(t.app, { number, changes: { discount: { percent: '50' } } })
    await sendDocuments(t.app, { numbers: [number], queue: true })
    const notice = (await t.messages()).find(({ kind }) => kind === 'owner_notice')
    if (!notice) throw new Error('no notice')
    const document = await t.document()
    expect(document.totals.total_minor).toBe(5_400)
    const { text } = await composeMail(t.app, notice, { document, share: undefined })
    expect(text).toContain('Total: $108.00')
  })

  test('is not taken back unnoticed by sending a newer version', async () => {
    await reviseDocument(t.app, { number })
    await t.approve(token)
    const send = (more = {}) => sendDocuments(t.app, { numbers: [number], queue: true, ...more })
    const replaced_approval = { version: 1, name: 'John Smith' }
    const [dry] = await send({ dry_run: true })
    expect(dry).toMatchObject({ ok: true, replaced_approval })
    expect(dry?.preview?.subject).toContain('valid until January 29, 2025')
    expect(dry?.preview?.text).not.toContain('You approved')
    expect(await send()).toMatchObject([{ ok: true, replaced_approval }])
    expect((await send())[0]).not.toHaveProperty('replaced_approval')
  })

  test('is not invoiced while a newer version waits', async () => {
    await t.approve(token)
    await reviseDocument(t.app, { number })
    await expect(invoiceEstimate(t.app, { number })).rejects.toThrow('revision in progress')
  })
})

describe('more time', () => {
  const extend = (valid_until_on: string) =>
    editDocument(t.app, { number, changes: { valid_until_on } })

  test('is given to an expired estimate, whose links live on', async () => {
    t.setNow('2025-02-10T12:00:00Z')
    expect(await shown()).toMatchObject({ closed: 'expired' })
    await extend('2025-02-20')
    expect(await shown()).toMatchObject({ closed: null, document: { version: 2 } })
    expect((await t.approve(token)).status).toBe('approved')
  })

  test('brings back a link that had ended with its estimate', async () => {
    t.setNow('2025-06-10T12:00:00Z')
    expect(await openShare(t.app, { kind: 'estimate', token })).toMatchObject({
      status: 'expired',
    })
    await extend('2025-06-20')
    expect(await shown()).toMatchObject({ status: 'page', closed: null })
  })
})
