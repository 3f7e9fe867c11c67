import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipWriter } from '../../src/usecases/zip-writer.ts'

test('two documents whose numbers make one file name are two files, on every file system', async () => {
  const written: Uint8Array[] = []
  const zip = zipWriter(async (bytes) => written.push(bytes))
  for (const [i, name] of ['A_1.pdf', 'A_1.pdf', 'a_1.PDF', 'plain', 'plain'].entries()) {
    await zip.add(`pdfs/${name}`, `document ${i}`)
  }
  await zip.end()
  const files = unzipSync(Buffer.concat(written))
  expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['pdfs/A_1.pdf', 'document 0'],
    ['pdfs/A_1 (2).pdf', 'document 1'],
    ['pdfs/a_1 (3).PDF', 'document 2'],
    ['pdfs/plain', 'document 3'],
    ['pdfs/plain (2)', 'document 4'],
  ])
})
