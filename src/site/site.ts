import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Site } from '../ports/site.ts'
import { absentAs } from './fault.ts'
import { listFiles } from './list-files.ts'
import { pathInside } from './path-inside.ts'
import { removeFile } from './remove-file.ts'
import { isAbandoned, isTemporary } from './temporary.ts'
import { type Modes, writeFiles } from './write-files.ts'

/** A web server of another user reads the site; nobody else reads the PDFs. */
const modes = {
  site: { file: 0o644, folder: 0o755 },
  pdfs: { file: 0o600, folder: 0o700 },
} as const satisfies Record<string, Modes>

/**
 * The folder `site/`, the printed PDFs and the signed copies of a workspace.
 * @throws PortalError conflict when the disk is full or the folder may not be written
 */
export function createSite(workspaceDir: string): Site {
  const site = join(workspaceDir, 'site')
  const pdfs = createPdfStore(join(workspaceDir, 'pdfs'))
  const signed = createPdfStore(join(workspaceDir, 'signed'))
  const writeMany: Site['writeMany'] = (files) =>
    writeFiles(
      files.map(({ path, bytes }) => ({ path: pathInside(site, path), bytes: toBuffer(bytes) })),
      modes.site,
    )
  return {
    writeMany,
    write: async (path, bytes) => ((await writeMany([{ path, bytes }])) ? 'written' : 'unchanged'),
    has: (path) => has(pathInside(site, path)),
    read: (path) => read(pathInside(site, path)),
    remove: (path) => removeFile(site, pathInside(site, path)),
    list: async () => (await listFiles(site)).filter((path) => !isInTheMaking(join(site, path))),
    sweep: async () => {
      await sweep(site)
      await pdfs.sweep()
      await signed.sweep()
    },
    readPdf: pdfs.read,
    writePdf: pdfs.write,
    removePdf: pdfs.remove,
    listPdfs: pdfs.list,
    readSigned: signed.read,
    writeSigned: signed.write,
    removeSigned: signed.remove,
    listSigned: signed.list,
  }
}

/** A folder of PDFs that are named by a hash. */
function createPdfStore(folder: string) {
  const path = (hash: string) => pathInside(folder, pdfName(hash))
  return {
    read: (hash: string) => read(path(hash)),
    write: async (hash: string, bytes: Buffer) => {
      await writeFiles([{ path: path(hash), bytes }], modes.pdfs)
    },
    remove: (hash: string) => removeFile(folder, path(hash)),
    list: async () =>
      (await listFiles(folder))
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => basename(name, '.pdf')),
    sweep: () => sweep(folder),
  }
}

function toBuffer(bytes: Buffer | string): Buffer {
  return typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}

function pdfName(hash: string): string {
  if (!/^[0-9a-f]+$/.test(hash)) throw new Error(`${JSON.stringify(hash)} is no hash`)
  return `${hash}.pdf`
}

function read(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(absentAs(undefined))
}

async function has(path: string): Promise<boolean> {
  return (await stat(path).catch(absentAs(undefined)))?.isFile() ?? false
}

async function sweep(root: string): Promise<void> {
  for (const path of await listFiles(root)) {
    if (isTemporary(path) && isAbandoned(join(root, path))) await removeFile(root, join(root, path))
  }
}

/** Half-written files come and go; only those that nobody finishes count as files. */
function isInTheMaking(path: string): boolean {
  return isTemporary(path) && !isAbandoned(path)
}
