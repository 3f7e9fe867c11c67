import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evidenceHash } from '../../src/domain/evidence.ts'
import { scanBytes } from '../../src/domain/scan.ts'
import { getPicture } from '../../src/store/approvals.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'

const number = 'EST-001'
let t: Deciding

beforeEach(async () => {
  t = await openDeciding({}, { issued_on: '2025-01-14' })
  await t.send()
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const pdf = Buffer.from('%PDF-1.7\nsigned by hand')

describe('the owner who notes an approval', () => {
  test('keeps the scan of the paper, and mails nobody', async () => {
    const on = '2025-01-14'
    const approved = await approveEstimate(t.app, { number, name: ' John Smith', scan: pdf, on })
    const at = '2025-01-14T05:00:00.000Z'
    expect(approved).toMatchObject({ state: 'approved', approved_at: at })
    expect(approved.approval).toMatchObject({
      kind: 'paper',
      signer_name: 'John Smith',
      signer_email: '',
      consent_text: '',
      share_id: null,
      ip: '',
      at,
    })
    if (!approved.approval) throw new Error('no approval')
    const picture = await getPicture(t.app.db.read, approved.approval.id)
    expect(picture).toEqual({ bytes: pdf, content_type: 'application/pdf' })
    const event = (await t.events()).at(-1)
    expect(event).toMatchObject({
      type: 'approved',
      actor: 'owner',
      at: '2025-01-15T15:00:00.000Z',
      hash: approved.approval.chain_head,
      data: { kind: 'paper', on: at, evidence: evidenceHash(approved.approval, picture) },
    })
    expect(await t.mails()).toEqual(['estimate_sent'])
  })

  test('needs neither name nor paper', async () => {
    const { approval } = await approveEstimate(t.app, { number })
    expect(approval).toMatchObject({ kind: 'owner', signer_name: '' })
    expect(approval && (await getPicture(t.app.db.read, approval.id))).toBeNull()
  })

  test('may do so for one that expired, and was approved in time', async () => {
    t.setNow('2025-02-20T12:00:00Z')
    const { state } = await approveEstimate(t.app, { number, on: '2025-01-29' })
    expect(state).toBe('approved')
  })

  test('cannot have had it before it was issued', async () => {
    await expect(approveEstimate(t.app, { number, on: '2025-01-13' })).rejects.toMatchObject({
      code: 'invalid_input',
      hint: 'Give a day from 2025-01-14 to 2025-01-15, or leave --on out for today.',
      details: [
        { field: 'on', message: 'must not lie before 2025-01-14, the first day of EST-001' },
      ],
    })
    t.setNow('2025-01-14T18:00:00Z')
    const hint = 'Leave --on out for today.'
    const early = approveEstimate(t.app, { number, on: '2025-01-13' })
    await expect(early).rejects.toMatchObject({ hint })
    expect((await t.document()).state).toBe('sent')
  })

  test('cannot have had a version before that one was sent', async () => {
    t.setNow('2025-01-18T03:00:00Z')
    await editDocument(t.app, { number, changes: { notes: 'Two weeks of work' } })
    const early = approveEstimate(t.app, { number, on: '2025-01-16' })
    await expect(early).rejects.toMatchObject({
      details: [
        { message: 'must not lie before 2025-01-17, the first day of version 2 of EST-001' },
      ],
    })
    /* 22:00 in New York. */
    expect((await approveEstimate(t.app, { number, on: '2025-01-17' })).state).toBe('approved')
  })

  test('cannot know what comes: a day is over where the business is', async () => {
    t.setNow('2025-01-18T03:00:00Z')
    await expect(approveEstimate(t.app, { number, on: '2025-01-18' })).rejects.toMatchObject({
      details: [
        {
          field: 'on',
          message: 'must not lie in the future: in America/New_York it is 2025-01-17',
        },
      ],
    })
  })

  test.each([
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'image/png'],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ])('may scan as %s', async (_, scan, content_type) => {
    const { approval } = await approveEstimate(t.app, { number, scan })
    expect(approval && (await getPicture(t.app.db.read, approval.id))).toEqual({
      bytes: scan,
      content_type,
    })
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'is empty'],
    ['text', Buffer.from('approved!'), 'must be a PDF, PNG or JPEG file'],
    ['a drawing in SVG', Buffer.from('<svg/>'), 'must be a PDF, PNG or JPEG file'],
    ['a book', Buffer.concat([pdf, Buffer.alloc(scanBytes)]), 'has more than 10 MB'],
  ])('may not scan %s', async (_, scan, message) => {
    const refused = approveEstimate(t.app, { number, scan, name: 'a\nb' })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'name' }, { field: 'scan', message }],
    })
    expect((await t.document()).state).toBe('sent')
  })

  test('keeps a scan of just ten megabytes', async () => {
    const scan = Buffer.concat([pdf, Buffer.alloc(scanBytes - pdf.length)])
    expect((await approveEstimate(t.app, { number, scan })).state).toBe('approved')
  })
})
