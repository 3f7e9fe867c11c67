import { expect, it } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { findPdf, listPdfs, putPdf } from '../../src/store/pdfs.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, now } from './rows.ts'

describeStore('printed PDFs', (store) => {
  it('are found by the hash of what was printed', async () => {
    const { id } = await store().write((trx) => addDocument(trx))
    const hash = sha256('html')
    const pdf = {
      hash,
      document_id: id,
      version: 1,
      file_hash: sha256('a'),
      bytes: 10,
      created_at: now,
    }
    await store().write((trx) => putPdf(trx, pdf))
    expect(await findPdf(store().read, hash)).toEqual(pdf)
    const again = { ...pdf, file_hash: sha256('b') }
    await store().write((trx) => putPdf(trx, again))
    expect(await listPdfs(store().read, { document_id: id })).toEqual([again])
    expect(await listPdfs(store().read, { document_id: 'doc_none' })).toEqual([])
    expect(await findPdf(store().read, sha256('other'))).toBeUndefined()
  })
})
