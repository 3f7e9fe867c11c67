import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Approval, ApprovalPicture } from '../../src/domain/approval.ts'
import type { Document } from '../../src/domain/document.ts'
import {
  findApproval,
  getPicture,
  insertApproval,
  listApprovals,
  listUnsealed,
  noteSeal,
} from '../../src/store/approvals.ts'
import { getDocument, updateDocument } from '../../src/store/documents.ts'
import { putVersion } from '../../src/store/versions.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, addShare, now } from './rows.ts'

const hash = (digit: string) => digit.repeat(64)
const seal = { sealed_hash: hash('a'), seal_fingerprint: hash('b'), sealed_at: now }
const signature: ApprovalPicture = {
  bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]),
  content_type: 'image/png',
}
let count = 0

function anApproval(document: Document, changes: Partial<Approval> = {}): Approval {
  count++
  return {
    id: `apr_${count}`,
    document_id: document.id,
    version: document.version,
    content_hash: document.content_hash,
    kind: 'typed',
    signer_name: 'John Smith',
    signer_email: 'john.smith@example.com',
    consent_version: '2026-11',
    consent_text: 'I agree.',
    share_id: null,
    ip: '203.0.113.7',
    user_agent: 'a browser',
    at: `2025-01-16T00:00:0${count % 10}.000Z`,
    chain_head: hash('c'),
    sealed_hash: null,
    seal_fingerprint: null,
    sealed_at: null,
    ...changes,
  }
}

describeStore('approvals', (store) => {
  const add = () =>
    store().write((trx) => addDocument(trx, { kind: 'estimate', state: 'approved' }))
  const insert = (approval: Approval, picture: ApprovalPicture | null = null) =>
    store().write((trx) => insertApproval(trx, approval, picture))
  const picture = (id: string) => getPicture(store().read, id)

  it('are found by version, with the picture apart', async () => {
    const document = await add()
    const share = await store().write((trx) => addShare(trx, document))
    const approval = anApproval(document, { kind: 'drawn', share_id: share.id })
    await insert(approval, signature)
    expect(await findApproval(store().read, document.id, 1)).toEqual(approval)
    expect(await findApproval(store().read, document.id, 2)).toBeUndefined()
    expect(await picture(approval.id)).toEqual(signature)
    expect(await listApprovals(store().read, document.id)).toEqual([approval])
  })

  it('come with the version that their document shows', async () => {
    const document = await add()
    const { id, content, content_hash, totals } = document
    const approval = anApproval(document)
    await insert(approval)
    expect((await getDocument(store().read, id)).approval).toEqual(approval)
    expect(await picture(approval.id)).toBeNull()
    const version = { content, content_hash, totals, created_at: now, published_at: now }
    await store().write(async (trx) => {
      await putVersion(trx, { ...version, document_id: id, version: 2 })
      await updateDocument(trx, id, { version: 2, state: 'sent', updated_at: now })
    })
    expect((await getDocument(store().read, id)).approval).toBeNull()
    const second = anApproval(document, { version: 2 })
    await insert(second)
    expect((await getDocument(store().read, id)).approval).toEqual(second)
    expect(await listApprovals(store().read, id)).toEqual([approval, second])
  })

  it('are one for each version, and only of versions that there are', async () => {
    const document = await add()
    await insert(anApproval(document))
    await expect(insert(anApproval(document))).rejects.toThrow('UNIQUE')
    await expect(insert(anApproval(document, { version: 2 }))).rejects.toThrow('FOREIGN KEY')
  })

  it('are sealed once', async () => {
    const approval = anApproval(await add())
    await insert(approval)
    const note = () => store().write((trx) => noteSeal(trx, approval.id, seal))
    expect(await note()).toBe(true)
    expect(await note()).toBe(false)
    const unsealed = anApproval(await add())
    await insert(unsealed)
    await store().write((trx) => noteSeal(trx, unsealed.id, { ...seal, seal_fingerprint: null }))
    expect(await findApproval(store().read, unsealed.document_id, 1)).toMatchObject({
      ...seal,
      seal_fingerprint: null,
    })
  })

  it('wait for their seal, the oldest first', async () => {
    const before = (await listUnsealed(store().read, 100)).length
    const [late, early] = [anApproval(await add()), anApproval(await add())]
    await insert({ ...late, at: '2025-03-01T00:00:00.000Z' })
    await insert({ ...early, at: '2025-02-01T00:00:00.000Z' })
    const ids = (await listUnsealed(store().read, 100)).map(({ id }) => id)
    expect(ids.slice(before)).toEqual([early.id, late.id])
    expect(await listUnsealed(store().read, 1)).toHaveLength(1)
  })

  it.each([
    ['signer_name', sql`'Jane Smith'`],
    ['consent_text', sql`'I do not.'`],
    ['content_hash', sql`${hash('d')}`],
    ['version', sql`2`],
    ['at', sql`'2025-01-17T00:00:00.000Z'`],
    ['ip', sql`'203.0.113.8'`],
    ['picture', sql`x'00'`],
    ['chain_head', sql`${hash('e')}`],
  ])('never change their %s', async (column, value) => {
    const approval = anApproval(await add(), { kind: 'drawn' })
    await insert(approval, signature)
    const change = sql`UPDATE approvals SET ${sql.ref(column)} = ${value} WHERE id = ${approval.id}`
    await expect(store().write((trx) => change.execute(trx))).rejects.toThrow('never changes')
  })

  it('are never deleted, and their seal stays', async () => {
    const approval = anApproval(await add())
    await insert(approval)
    const run = (statement: ReturnType<typeof sql>) =>
      store().write((trx) => statement.execute(trx))
    await store().write((trx) => noteSeal(trx, approval.id, seal))
    await expect(
      run(sql`UPDATE approvals SET sealed_hash = ${hash('f')} WHERE id = ${approval.id}`),
    ).rejects.toThrow('never changes')
    await expect(run(sql`DELETE FROM approvals`)).rejects.toThrow('never deleted')
  })

  it.each<[string, Partial<Approval>, ApprovalPicture | null]>([
    ['a signature without a name', { signer_name: '' }, null],
    ['a signature without a consent', { consent_version: '' }, null],
    ['an unknown kind', { kind: 'stamped' as Approval['kind'] }, null],
    ['a hash that is none', { content_hash: 'abc' }, null],
    ['a long browser', { user_agent: 'x'.repeat(501) }, null],
    ['an empty picture', { kind: 'drawn' }, { ...signature, bytes: Buffer.alloc(0) }],
  ])('refuse %s', async (_, changes, drawn) => {
    const approval = anApproval(await add(), changes)
    await expect(insert(approval, drawn)).rejects.toThrow('CHECK')
  })

  it('of the owner need neither name nor consent', async () => {
    const none = { signer_name: '', consent_version: '', consent_text: '', ip: '', user_agent: '' }
    const approval = anApproval(await add(), { ...none, kind: 'paper' })
    const scan: ApprovalPicture = { bytes: Buffer.from('%PDF-'), content_type: 'application/pdf' }
    await insert(approval, scan)
    expect(await picture(approval.id)).toEqual(scan)
  })

  it('have their picture last: what is behind ten megabytes of scan is slow to read', async () => {
    const { rows } = await sql<{ name: string }>`PRAGMA table_info(approvals)`.execute(store().read)
    expect(rows.at(-1)?.name).toBe('picture')
  })
})
