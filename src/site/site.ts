import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Site } from '../ports/site.ts'

/** The folder `site/` and the printed PDFs of a workspace. */
export function createSite(workspaceDir: string): Site {
  const site = join(workspaceDir, 'site')
  const pdfs = join(workspaceDir, 'pdfs')
  return {
    write: (path, bytes) => write(inside(site, path), Buffer.from(bytes), 0o644),
    has: async (path) => (await stat(inside(site, path)).catch(() => undefined)) !== undefined,
    read: (path) => readFile(inside(site, path)).catch(() => undefined),
    remove: (path) => rm(inside(site, path), { force: true }),
    list: () => filesBelow(site),
    sweep: async () => {},
    readPdf: (hash) => readFile(join(pdfs, `${hash}.pdf`)).catch(() => undefined),
    writePdf: async (hash, bytes) => {
      await write(join(pdfs, `${hash}.pdf`), bytes, 0o600)
    },
    removePdf: (hash) => rm(join(pdfs, `${hash}.pdf`), { force: true }),
    listPdfs: async () => (await filesBelow(pdfs)).map((name) => name.replace(/\.pdf$/, '')),
  }
}

function inside(root: string, path: string): string {
  const full = resolve(root, path)
  if (full.startsWith(root + sep)) return full
  throw new Error(`${path} leads out of ${root}`)
}

async function write(path: string, bytes: Buffer, mode: number): Promise<'written' | 'unchanged'> {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(bytes)) return 'unchanged'
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, 'w', mode)
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(temporary, path)
  return 'written'
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
