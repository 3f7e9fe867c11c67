import { chmod, copyFile, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { copyDatabase } from '../store/copy.ts'
import {
  archivedFiles,
  formatVersion,
  hashFile,
  type Manifest,
  manifestName,
} from './archive-files.ts'

export type BackupResult = { file: string; bytes: number; files: number; with_key: boolean }

/**
 * Puts the workspace into one file: a consistent copy of the live database, configuration, keys, themes,
 * logo and printed PDFs. Works while the server runs; the file appears whole or not at all, readable only
 * by its owner.
 */
export async function backupWorkspace(
  app: App,
  { file, without_key = false }: { file: string; without_key?: boolean },
): Promise<BackupResult> {
  const target = resolve(file)
  if (await stat(target).catch(() => undefined)) {
    const hint = 'Choose another name; a backup never overwrites a file.'
    throw new PortalError('conflict', `${file} exists already.`, hint)
  }
  const folder = await stat(dirname(target)).catch(() => undefined)
  if (!folder?.isDirectory()) {
    const hint = 'Make the folder first, or choose another.'
    throw new PortalError('invalid_input', `The folder of ${file} does not exist.`, hint, [
      { field: 'file', message: 'Its folder does not exist.' },
    ])
  }
  const stage = await mkdtemp(join(dirname(target), '.portal-backup-'))
  try {
    const files = await stageFiles(app, stage, !without_key)
    await writeArchive(stage, files, join(stage, 'archive.tmp'))
    await chmod(join(stage, 'archive.tmp'), 0o600)
    await rename(join(stage, 'archive.tmp'), target)
    const { size } = await stat(target)
    return { file: target, bytes: size, files: files.length, with_key: !without_key }
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

async function stageFiles(app: App, stage: string, with_key: boolean): Promise<string[]> {
  await copyDatabase(app.db, join(stage, 'portal.db'))
  const listed = await archivedFiles(app.dir, { with_key, logo: app.config.branding.logo })
  const files = ['portal.db']
  for (const path of listed) if (await stageFile(app.dir, stage, path)) files.push(path)
  const hashes: Record<string, string> = {}
  for (const path of files) hashes[path] = await hashFile(join(stage, path))
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

/** A PDF may be replaced while we copy; one that is gone is printed again after a restore. */
async function stageFile(dir: string, stage: string, path: string): Promise<boolean> {
  await mkdir(dirname(join(stage, path)), { recursive: true })
  return copyFile(join(dir, path), join(stage, path)).then(
    () => true,
    () => false,
  )
}

async function writeArchive(stage: string, files: string[], target: string): Promise<void> {
  const { create } = await import('tar')
  await create({ cwd: stage, file: target, gzip: true, portable: true, mode: 0o600 } as object, [
    manifestName,
    ...files,
  ])
}
