import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site, SiteFile } from '../ports/site.ts'
import { draftFiles, isThere } from './draft-files.ts'
import { absentAs } from './fault.ts'
import { listFiles } from './list-files.ts'
import { pathInside } from './path-inside.ts'
import { createPdfStore } from './pdf-store.ts'
import { readWhole } from './read-whole.ts'
import { removeFiles } from './remove-files.ts'
import { sweep } from './sweep.ts'
import { isAbandoned, isTemporary } from './temporary.ts'
import { writeFiles } from './write-files.ts'

/**
 * The folders `site/` and `hosting/`, the printed PDFs and the signed copies of a workspace.
 * @throws PortalError conflict when the disk is full or the folder may not be written
 */
export function createSite(workspaceDir: string): Site {
  const root = join(workspaceDir, 'site')
  const hosting = join(workspaceDir, 'hosting')
  const inside = (path: string) => pathInside(root, path)
  const pdfs = createPdfStore(join(workspaceDir, 'pdfs'))
  const signed = createPdfStore(join(workspaceDir, 'signed'))
  const writeMany = writerOf(root)
  return {
    draft: drafterOf(root),
    writeMany,
    write: async (path, bytes) => ((await writeMany([{ path, bytes }])) ? 'written' : 'unchanged'),
    has: (path) => has(inside(path)),
    read: (path) => readWhole(inside(path)),
    remove: (path) => removeFiles(root, [inside(path)]),
    removeMany: (paths) => removeFiles(root, paths.map(inside)),
    list: (folder = '') => list(root, folder),
    sweep: async () => {
      await sweep(root)
      await sweep(hosting)
      await pdfs.sweep()
      await signed.sweep()
    },
    writeHosting: writerOf(hosting),
    countNew: (files) => countNew(root, files),
    countNewHosting: (files) => countNew(hosting, files),
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

/** A web server of another user reads these files. */
const readable = { file: 0o644, folder: 0o755 }

function drafterOf(root: string): Site['draft'] {
  const inside = (file: SiteFile) => ({ ...file, path: pathInside(root, file.path) })
  return () => {
    const { add, flush, put, drop } = draftFiles({ root, ...readable })
    return {
      add: (...files) => add(files.map(inside)),
      flush,
      put: (paths) => {
        const wanted = paths && new Set(Array.from(paths, (path) => pathInside(root, path)))
        return put(wanted && ((path) => wanted.has(path)))
      },
      drop,
    }
  }
}

function writerOf(root: string): Site['writeMany'] {
  return (files) =>
    writeFiles(
      files.map((file) => ({ ...file, path: pathInside(root, file.path) })),
      { root, ...readable },
    )
}

function countNew(root: string, files: readonly SiteFile[]): number {
  return files.filter((file) => !isThere({ ...file, path: pathInside(root, file.path) })).length
}

async function has(path: string): Promise<boolean> {
  return (await stat(path).catch(absentAs(undefined)))?.isFile() ?? false
}

/** Half-written files come and go; only those that nobody finishes count as files. */
async function list(root: string, folder: string): Promise<string[]> {
  const below = folder === '' ? root : pathInside(root, folder)
  const files = (await listFiles(below)).map((path) => (folder ? `${folder}/${path}` : path))
  return files.filter((path) =>
    isTemporary(path) ? isAbandoned(join(root, path)) : !path.startsWith('.'),
  )
}
