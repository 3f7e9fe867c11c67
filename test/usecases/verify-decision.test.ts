import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { declineEstimate } from '../../src/usecases/decline-estimate.ts'
import { removeOrphanedCopies } from '../../src/usecases/orphaned-copies.ts'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { sealApprovals } from '../../src/usecases/seal-approvals.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'
import { tamper } from '../support/tampering.ts'

let t: Deciding
let token: string

beforeEach(async () => {
  t = await openDeciding()
  token = await t.send()
})
afterEach(() => t.close())

test.each([
  ['sent', `state = 'sent', approved_at = NULL`, 'Version 1 was approved, but the estimate counts'],
  ['declined', `state = 'declined'`, 'Version 1 was approved, but the estimate counts as declined'],
  ['earlier', `approved_at = '2020-01-01T00:00:00.000Z'`, 'does not name the time'],
])('an approval that was made to look %s is found', async (_, changes, found) => {
  await t.approve(token)
  expect(await t.problems()).toEqual([])
  await tamper(t.dir, `UPDATE documents SET ${changes}`)
  expect((await t.problems()).join()).toContain(found)
})

test.each([
  ['approved', `state = 'approved', approved_at = sent_at`, 'the timeline names no approval of it'],
  ['declined', `state = 'declined', declined_at = sent_at`, 'the timeline does not say so'],
])('an estimate that was made to look %s is found', async (_, changes, found) => {
  await tamper(t.dir, `UPDATE documents SET ${changes}`)
  expect((await t.problems()).join()).toContain(found)
})

test('a decline that was given another reason is found', async () => {
  await t.decline(token, { reason: 'Too dear' })
  expect(await t.problems()).toEqual([])
  await tamper(t.dir, `UPDATE documents SET decline_reason = 'We found nothing to complain about'`)
  expect((await t.problems()).join()).toContain('When or why it was declined is not what')
})

test('an approval that was given another link is found', async () => {
  await t.approve(token)
  const other = 'SELECT id FROM shares WHERE id <> share_id LIMIT 1'
  await tamper(t.dir, `UPDATE approvals SET share_id = (${other})`)
  expect((await t.problems()).join()).toContain('The approval of version 1 was altered')
})

test('an approval that was moved under another number is found', async () => {
  await t.approve(token)
  const rename = (table: string) => `UPDATE ${table} SET number = 'EST-777'`
  await tamper(t.dir, rename('numbers'), rename('documents'))
  expect((await t.problems()).join()).toContain('Its timeline is that of EST-001')
})

test('what was decided by the owner is in order', async () => {
  await declineEstimate(t.app, { number: 'EST-001' })
  expect(await t.problems()).toEqual([])
})

const noSeal = 'sealed_hash = NULL, seal_fingerprint = NULL, sealed_at = NULL'

test.each([
  ['its approval was taken out of the books', 'DELETE FROM approvals'],
  ['its hash was', `UPDATE approvals SET ${noSeal}`],
])('a signed copy is named, and never swept, when %s', async (_, statement) => {
  await t.approve(token)
  const copy = await sealApproval(t.app, (await t.document()).id, 1)
  await tamper(t.dir, statement)
  const says = 'is the signed copy of EST-001, version 1, and whole, but no approval names it'
  expect((await t.problems()).join()).toContain(says)
  await sealApprovals(t.app)
  await removeOrphanedCopies(t.app)
  expect(await t.app.site.readSigned(sha256(copy ?? ''))).toEqual(copy)
})
