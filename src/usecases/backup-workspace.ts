import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { App } from '../app.ts'
import { copyDatabase } from '../store/copy.ts'
import { removeAtExit, temporaryPath } from '../store/temporary-path.ts'
import {
  archivedFiles,
  formatVersion,
  hashFile,
  type Manifest,
  manifestName,
} from './archive-files.ts'
import type { Progress } from './export-workspace.ts'
import { newFile, writeWhole } from './write-new-file.ts'

export type BackupResult = { file: string; bytes: number; files: number; with_key: boolean }

/**
 * Puts the workspace into one file: a consistent copy of the live database, configuration, keys, themes,
 * logo, printed PDFs and signed copies. Works while the server runs; the file appears whole or not at all, readable only
 * by its owner.
 */
export async function backupWorkspace(
  app: App,
  {
    file,
    without_key = false,
    on_progress = () => {},
  }: { file: string; without_key?: boolean; on_progress?: Progress },
): Promise<BackupResult> {
  const target = await newFile(file)
  /* In the workspace, where all this lies anyway: a killed backup leaves no secrets elsewhere. */
  await sweepStages(app.dir)
  const stage = await mkdtemp(join(app.dir, stagePrefix))
  removeAtExit(stage)
  const archive = temporaryPath(target)
  try {
    const files = await stageFiles(app, stage, !without_key, on_progress)
    await writeArchive(stage, files, archive, on_progress)
    await rename(archive, target)
    const { size } = await stat(target)
    return { file: target, bytes: size, files: files.length, with_key: !without_key }
  } finally {
    await rm(stage, { recursive: true, force: true, maxRetries: 5 })
    await rm(archive, { force: true })
  }
}

const stagePrefix = '.backup-'
/** Longer than any backup takes. */
const abandonedMs = 24 * 60 * 60 * 1000

/** Removes what killed backups left behind. */
async function sweepStages(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(stagePrefix)) continue
    /* A backup beside this one may have ended since. */
    const left = await stat(join(dir, name)).catch(() => undefined)
    if (!left || Date.now() - left.mtimeMs < abandonedMs) continue
    await rm(join(dir, name), { recursive: true, force: true })
  }
}

async function stageFiles(
  app: App,
  stage: string,
  with_key: boolean,
  on_progress: Progress,
): Promise<string[]> {
  await copyDatabase(app.db, join(stage, 'portal.db'))
  const listed = await archivedFiles(app.dir, app.config, with_key)
  const files = ['portal.db']
  for (const path of listed) if (await stageFile(app.dir, stage, path)) files.push(path)
  const hashes: Record<string, string> = {}
  for (const [i, path] of files.entries()) {
    on_progress(i, 2 * files.length)
    hashes[path] = await hashFile(join(stage, path))
  }
  const manifest: Manifest = {
    format: 'portal-backup',
    version: formatVersion,
    made_at: app.clock.now().toISOString(),
    with_key,
    files: hashes,
  }
  await writeFile(join(stage, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
  return files
}

/** False for a file that went since it was listed, such as the PDF of a deleted draft. */
async function stageFile(dir: string, stage: string, path: string): Promise<boolean> {
  await mkdir(dirname(join(stage, path)), { recursive: true })
  try {
    await copyFile(join(dir, path), join(stage, path))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Half of the work: the other was to copy and to hash the files. */
async function writeArchive(
  stage: string,
  files: string[],
  target: string,
  on_progress: Progress,
): Promise<void> {
  const { create } = await import('tar')
  let written = 0
  const onWriteEntry = () => on_progress(files.length + written++, 2 * files.length)
  const plain = { gzip: true, portable: true, mode: 0o600 }
  const archive = create({ cwd: stage, ...plain, onWriteEntry } as object, [manifestName, ...files])
  const file = await open(target, 'wx', 0o600)
  try {
    for await (const bytes of archive) await writeWhole(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
