import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashToken } from '../../src/domain/token.ts'
import { getDocument } from '../../src/store/documents.ts'
import { markDownloaded, markOpened, markViewed } from '../../src/store/share-marks.ts'
import {
  findByTokenHash,
  findShare,
  getShare,
  listShares,
  revokeShares,
  rotateShare,
} from '../../src/store/shares.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, addShare, now } from './rows.ts'

const later = '2025-01-16T09:00:00.000Z'

describeStore('shares', (store) => {
  /** A sent document with a link to it. */
  const shared = (changes: Parameters<typeof addShare>[2] = {}) =>
    store().write(async (trx) => {
      const document = await addDocument(trx, { state: 'sent' })
      return { document, share: await addShare(trx, document, changes) }
    })

  it('are found by the hash of their token', async () => {
    const { share } = await shared({ scope: 'view', label: 'for the accountant' })
    const found = await findByTokenHash(store().read, hashToken(share.id))
    expect(found).toEqual({ share, current: true })
    expect(await findByTokenHash(store().read, hashToken('guess'))).toBeUndefined()
    expect(await getShare(store().read, share.id)).toEqual(share)
  })

  it('need no document when they open a history', async () => {
    const { document } = await shared()
    const id = `sh_${randomUUID()}`
    const share = await store().write((trx) =>
      addShare(trx, document, { id, kind: 'history', document_id: null }),
    )
    const found = await findByTokenHash(store().read, hashToken(id))
    expect(found).toEqual({ share, current: true })
    expect(await listShares(store().read, { customer_id: 'cus_1' })).toContainEqual(share)
  })

  it('that are not there are refused', async () => {
    expect(await findShare(store().read, 'sh_none')).toBeUndefined()
    const missing = getShare(store().read, 'sh_none')
    await expect(missing).rejects.toMatchObject({ code: 'not_found' })
  })

  it('know a replaced token, which opens nothing', async () => {
    const { share } = await shared()
    const token = randomUUID()
    const rotated = await store().write((trx) => rotateShare(trx, share.id, hashToken(token)))
    expect(rotated.rotation).toBe(1)
    const now = await findByTokenHash(store().read, hashToken(token))
    const before = await findByTokenHash(store().read, hashToken(share.id))
    expect([now?.current, before?.current]).toEqual([true, false])
  })

  it('are revoked one by one, by document, or all; each once', async () => {
    const { share, document } = await shared()
    const more = await store().write((trx) => addShare(trx, document))
    const revoke = (which: Parameters<typeof revokeShares>[1]) =>
      store().write((trx) => revokeShares(trx, which, later))
    expect(await revoke({ id: share.id })).toBe(1)
    expect(await revoke({ id: share.id })).toBe(0)
    expect(await revoke({ document_id: document.id })).toBe(1)
    expect((await getShare(store().read, more.id)).revoked_at).toBe(later)
    const left = (await listShares(store().read)).filter((one) => one.revoked_at === null).length
    expect(left).toBeGreaterThan(0)
    expect(await revoke({ all: true })).toBe(left)
    const rotating = store().write((trx) => rotateShare(trx, share.id, hashToken('again')))
    await expect(rotating).rejects.toMatchObject({ code: 'conflict' })
  })

  it('are opened for the first time once, which changes no page', async () => {
    const { share, document } = await shared()
    const open = (at: string) => store().write((trx) => markOpened(trx, share.id, at))
    expect([await open(now), await open(later)]).toEqual([true, false])
    const noted = await getShare(store().read, share.id)
    expect(noted).toMatchObject({ opened_at: now, last_opened_at: later })
    const after = await getDocument(store().read, document.id)
    expect(after).toEqual({ ...document, opened_at: now })
  })

  it('have their PDF fetched once in the time that is asked about, which changes no document', async () => {
    const { share, document } = await shared()
    const fetch = (at: string, since: string) =>
      store().write((trx) => markDownloaded(trx, share.id, { at, since }))
    expect(await fetch(now, now)).toBe(true)
    expect(await fetch(later, now)).toBe(false)
    expect(await fetch(later, later)).toBe(true)
    expect((await getShare(store().read, share.id)).downloaded_at).toBe(later)
    expect(await getDocument(store().read, document.id)).toEqual(document)
  })

  it('are viewed for the first time once, and the document by the first of its links', async () => {
    const { share, document } = await shared()
    const other = await store().write((trx) => addShare(trx, document))
    const view = (id: string, at: string) => store().write((trx) => markViewed(trx, id, at))
    expect(await view(share.id, now)).toBe(true)
    expect(await view(share.id, later)).toBe(false)
    const after = await getDocument(store().read, document.id)
    expect(after).toMatchObject({ viewed_at: now, generation: document.generation + 1 })
    expect(await view(other.id, later)).toBe(true)
    expect(await getDocument(store().read, document.id)).toEqual(after)
  })
})
