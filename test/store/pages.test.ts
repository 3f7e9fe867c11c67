import { expect, it } from 'vitest'
import type { Share } from '../../src/domain/share.ts'
import type { Trx } from '../../src/store/db.ts'
import { updateDocument } from '../../src/store/documents.ts'
import { fragment, select } from '../../src/store/fragment.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import {
  allPages,
  countPagesWithoutPdf,
  isAnyPageDue,
  type Page,
  pagesWithoutPdf,
  putPages,
  removePage,
  staleIds,
  stalePages,
} from '../../src/store/pages.ts'
import { markViewed } from '../../src/store/share-marks.ts'
import { revokeShares, rotateShare } from '../../src/store/shares.ts'
import { describeStore, scansOf } from './fixtures.ts'
import { addDocument, addShare, anEntry, now } from './rows.ts'

const tomorrow = '2025-01-16T05:00:00.000Z'

describeStore('pages', (store) => {
  const stale = async (at = now, fingerprint = 'classic') =>
    (await stalePages(store().read, { fingerprint, now: at, limit: 100 })).map(
      (page) => page.share_id,
    )

  const put = (page: Partial<Page> & { share_id: string }) =>
    store().write((trx) =>
      putPages(trx, [
        {
          document_id: '',
          generation: 1,
          rotation: 0,
          fingerprint: 'classic',
          fresh_until_at: null,
          pdf_hash: null,
          ...page,
        },
      ]),
    )

  const pageOf = async (share: Share | undefined) =>
    (await allPages(store().read)).find(({ share_id }) => share_id === share?.id)

  /** A document whose one page is written. */
  async function written(changes: Parameters<typeof addShare>[2] = {}) {
    const made = await store().write(async (trx) => {
      const document = await addDocument(trx, { state: 'sent' })
      return { document, share: await addShare(trx, document, changes) }
    })
    await put({ share_id: made.share.id })
    expect(await stale()).not.toContain(made.share.id)
    return made
  }

  it('of new links are to be written, those of previews never', async () => {
    const [share, preview] = await store().write(async (trx) => {
      const document = await addDocument(trx, { state: 'sent' })
      return [
        await addShare(trx, document, { expires_at: tomorrow }),
        await addShare(trx, document, { scope: 'preview' }),
      ]
    })
    const pages = await stalePages(store().read, { fingerprint: 'classic', now, limit: 100 })
    expect(pages).toEqual([
      {
        share_id: share?.id,
        document_id: share?.document_id,
        generation: -1,
        rotation: 0,
        fingerprint: '',
        fresh_until_at: null,
        kind: 'invoice',
        scope: 'full',
        expires_at: tomorrow,
        revoked_at: null,
        share_rotation: 0,
        pdf_hash: null,
        mode: 'live',
      },
    ])
    expect(await pageOf(preview)).toBeUndefined()
    await put({ share_id: share?.id ?? '' })
    expect(await stale()).toEqual([])
  })

  it('are stale after a payment, a change, a first view, a new token, a revocation', async () => {
    const changes: ((trx: Trx, made: Awaited<ReturnType<typeof written>>) => Promise<unknown>)[] = [
      (trx, { document }) => insertLedgerEntry(trx, anEntry(document, 'payment', 100)),
      (trx, { document }) => updateDocument(trx, document.id, { state: 'void', updated_at: now }),
      (trx, { share }) => markViewed(trx, share.id, now),
      (trx, { share }) =>
        rotateShare(trx, share.id, share.id.replaceAll(/\D/g, '').padEnd(64, '0')),
      (trx, { share }) => revokeShares(trx, { id: share.id }, now),
    ]
    for (const change of changes) {
      const made = await written()
      await store().write((trx) => change(trx, made))
      expect(await stale()).toContain(made.share.id)
    }
  })

  it('stay stale when what they show changed while they were written', async () => {
    const { share, document } = await written()
    await store().write((trx) => insertLedgerEntry(trx, anEntry(document, 'payment', 100)))
    await put({ share_id: share.id, generation: 1 })
    expect(await stale()).toContain(share.id)
    await put({ share_id: share.id, generation: 2 })
    expect(await stale()).not.toContain(share.id)
    await store().write((trx) => revokeShares(trx, { id: share.id }, now))
    await put({ share_id: share.id, generation: 2 })
    expect(await stale()).toContain(share.id)
    await store().write((trx) => removePage(trx, share.id))
    expect(await stale()).not.toContain(share.id)
  })

  it('are stale from the instant a fact changes by date', async () => {
    const { share } = await written()
    await put({ share_id: share.id, fresh_until_at: tomorrow })
    expect(await stale('2025-01-16T04:59:59.999Z')).not.toContain(share.id)
    expect(await stale(tomorrow)).toContain(share.id)
  })

  it('are fresh at most until their link ends', async () => {
    const { share } = await written({ expires_at: tomorrow })
    expect((await pageOf(share))?.fresh_until_at).toBe(tomorrow)
    await put({ share_id: share.id, fresh_until_at: '2025-01-20T05:00:00.000Z' })
    expect((await pageOf(share))?.fresh_until_at).toBe(tomorrow)
    await put({ share_id: share.id, fresh_until_at: now })
    expect((await pageOf(share))?.fresh_until_at).toBe(now)
  })

  it('are all stale under another theme', async () => {
    const all = (await allPages(store().read)).map((page) => page.share_id).sort()
    expect((await stale(now, 'bold')).sort()).toEqual(all)
    expect((await stale(now, 'a')).sort()).toEqual(all)
  })

  it('that are fresh are not even looked at', async () => {
    const { text, values } = staleIds({ fingerprint: 'classic', now })
    const scanned = await scansOf(store(), { text: `SELECT * FROM ${text}`, values })
    expect(scanned).toEqual(['SCAN pages USING COVERING INDEX pages_stale'])
  })

  it('are noted only where nothing changed, and the caller learns which', async () => {
    const [one, other] = [await written(), await written()]
    await store().write((trx) => insertLedgerEntry(trx, anEntry(other.document, 'payment', 100)))
    const page = { document_id: '', generation: 1, rotation: 0, fingerprint: 'classic' }
    const notes = [one, other].map(({ share }) => ({
      ...page,
      share_id: share.id,
      fresh_until_at: null,
      pdf_hash: null,
    }))
    expect(await store().write((trx) => putPages(trx, notes))).toEqual(new Set([one.share.id]))
  })

  it('that hold and have no PDF are known, those sent last first', async () => {
    await store().write(async (trx) => {
      await select(trx, fragment`UPDATE pages SET pdf_hash = ''`)
    })
    const [older, newer, stale] = [await written(), await written(), await written()]
    await store().write(async (trx) => {
      const sent = (id: string, sent_at: string) =>
        select(trx, fragment`UPDATE documents SET sent_at = ${sent_at} WHERE id = ${id}`)
      await sent(older.document.id, now)
      await sent(newer.document.id, tomorrow)
      await insertLedgerEntry(trx, anEntry(stale.document, 'payment', 100))
    })
    const due = await pagesWithoutPdf(store().read, { limit: 10 })
    expect(due.map(({ share_id }) => share_id)).toEqual([newer.share.id, older.share.id])
    expect(await pagesWithoutPdf(store().read, { limit: 1, but: 1 })).toEqual([due[1]])
    expect(await countPagesWithoutPdf(store().read)).toBe(2)
  })

  it('are due together or not at all', async () => {
    const freshness = { fingerprint: 'classic', now }
    const due = () => isAnyPageDue(store().read, freshness)
    await store().write(async (trx) => {
      await select(trx, fragment`DELETE FROM pages`)
    })
    expect(await due()).toBe(false)
    const { share, document } = await written()
    expect(await due()).toBe(true)
    await put({ share_id: share.id, pdf_hash: 'a'.repeat(64) })
    expect(await due()).toBe(false)
    expect(await isAnyPageDue(store().read, { fingerprint: 'bold', now })).toBe(true)
    await store().write((trx) => insertLedgerEntry(trx, anEntry(document, 'payment', 100)))
    expect(await due()).toBe(true)
  })
})
