import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken, tokenFor } from '../../src/domain/token.ts'
import { openServing, type Serving } from '../../src/store/serving.ts'
import { listShares } from '../../src/store/shares.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let serving: Serving
const hashes: string[] = []

beforeEach(async () => {
  t = await openTestApp()
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Labor', unit_price: '65' }]
  const drafts = [{ kind: 'invoice', customer: 'John Smith', items } as const]
  await createDocuments(t.app, { drafts })
  hashes.length = 0
  for (let i = 0; i < 3; i++) await shareDocument(t.app, { number: 'INV-001', label: `${i}` })
  for (const { id, kind } of await listShares(t.app.db.read)) {
    hashes.push(hashToken(tokenFor(t.app.linkKey, kind, id, 0)))
  }
  serving = await openServing(t.app.db)
})
afterEach(async () => {
  await serving.close()
  await t.close()
})

test('each of many look-ups at once gets its own answer, and strangers get none', async () => {
  const asked = [...hashes, hashToken('stranger'), ...hashes]
  const found = await Promise.all(asked.map((hash) => serving.find(hash)))
  expect(found.map((served) => served?.share.label)).toEqual([
    '0',
    '1',
    '2',
    undefined,
    '0',
    '1',
    '2',
  ])
  expect(found[0]).toMatchObject({ current: true, document: { state: 'sent' } })
})

test('what another connection has committed is seen by the next look-up', async () => {
  const find = async () => (await serving.find(hashes[0] ?? '')) ?? { document: null }
  const before = (await find()).document?.generation ?? 0
  await editDocument(t.app, { number: 'INV-001', changes: { notes: 'New.' } })
  expect((await find()).document?.generation).toBeGreaterThan(before)
  await rotateShares(t.app, { ref: 'INV-001' })
  expect(await find()).toMatchObject({ current: false })
  await revokeShares(t.app, { ref: 'INV-001' })
  expect(await find()).toMatchObject({ share: { revoked_at: expect.any(String) } })
})

test('look-ups work while a transaction is open, and do not see it', async () => {
  await t.app.db.write(async (trx) => {
    await trx.updateTable('shares').set({ revoked_at: '2025-01-15T15:00:00Z' }).execute()
    expect(await serving.find(hashes[0] ?? '')).toMatchObject({ share: { revoked_at: null } })
  })
  expect(await serving.find(hashes[0] ?? '')).toMatchObject({
    share: { revoked_at: '2025-01-15T15:00:00Z' },
  })
})

test('it cannot write', async () => {
  const writing = serving.read.updateTable('shares').set({ label: 'x' }).execute()
  await expect(writing).rejects.toMatchObject({ code: 'conflict' })
})
