import { basename } from 'node:path'
import { listFiles } from './list-files.ts'
import { pathInside } from './path-inside.ts'
import { readWhole } from './read-whole.ts'
import { removeFiles } from './remove-files.ts'
import { sweep } from './sweep.ts'
import { writeFiles } from './write-files.ts'

/** A folder of PDFs that are named by a hash; nobody but this user reads them. */
export function createPdfStore(root: string) {
  const path = (hash: string) => pathInside(root, pdfName(hash))
  return {
    read: (hash: string) => readWhole(path(hash)),
    write: async (hash: string, bytes: Buffer) => {
      await writeFiles([{ path: path(hash), bytes }], { root, file: 0o600, folder: 0o700 })
    },
    remove: (hash: string) => removeFiles(root, [path(hash)]),
    list: async () =>
      (await listFiles(root))
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => basename(name, '.pdf')),
    sweep: () => sweep(root),
  }
}

function pdfName(hash: string): string {
  if (!/^[0-9a-f]+$/.test(hash)) throw new Error(`${JSON.stringify(hash)} is no hash`)
  return `${hash}.pdf`
}
