import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, normalize, resolve } from 'node:path'
import { createLinkKey, linkKeyName, readLinkKey } from '../config/keys.ts'
import { configName, databaseName } from '../config/workspace.ts'
import { PortalError } from '../domain/errors.ts'
import { fileFault } from '../domain/file-fault.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import { checkDatabase } from '../store/check.ts'
import type { Trx } from '../store/db.ts'
import { listDocumentIds } from '../store/documents.ts'
import { openDatabase } from '../store/open.ts'
import { listMessages } from '../store/outbox.ts'
import { settleMessage } from '../store/outbox-delivery.ts'
import { listShares, rotateShare } from '../store/shares.ts'
import { removeAtExit } from '../store/temporary-path.ts'
import { markPagesStale } from '../store/touch-document.ts'
import { hashFile, keyFiles, type Manifest, manifestName, privateFolders } from './archive-files.ts'
import type { Progress } from './export-workspace.ts'

export type RestoreResult = {
  dir: string
  made_at: string
  files: number
  with_key: boolean
  /** Mails that waited when the backup was made; they are held, not sent again. */
  held_mails: number
}

/**
 * Puts a backup into an empty folder. Everything is unpacked and checked first; a new folder appears whole or not at
 * all. One that is there stays the same folder: a shell may be in it, or it is a disk of its own. There config.yml
 * comes last, without which it is no workspace. Mail that was waiting is held, for it may have gone out since.
 * @throws PortalError invalid_input for a cut or foreign file, conflict for a folder that is not empty
 */
export async function restoreWorkspace({
  file,
  dir,
  on_progress = () => {},
}: {
  file: string
  dir: string
  on_progress?: Progress
}): Promise<RestoreResult> {
  const target = resolve(dir)
  const isThere = await checkEmpty(target)
  if (!isThere) await mkdir(dirname(target), { recursive: true })
  const stage = await mkdtemp(join(isThere ? target : dirname(target), stagePrefix))
  removeAtExit(stage)
  try {
    const manifest = await unpack(resolve(file), stage, on_progress)
    await tightenModes(stage, manifest)
    if (!manifest.with_key) createLinkKey(stage)
    const held_mails = await settleDatabase(file, stage, manifest.with_key)
    await rm(join(stage, manifestName))
    await (isThere ? moveInto(stage, target) : rename(stage, target))
    const { made_at, with_key, files } = manifest
    return { dir: target, made_at, files: Object.keys(files).length, with_key, held_mails }
  } finally {
    await rm(stage, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What a restore that was killed may leave behind; it is in nobody's way. */
const stagePrefix = '.portal-restore-'

/** Whether the folder is there. A disk of its own has `lost+found`. */
async function checkEmpty(target: string): Promise<boolean> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!entries) return false
  if (entries.every((name) => name.startsWith(stagePrefix) || name === 'lost+found')) return true
  throw new PortalError(
    'conflict',
    `${target} is not empty: a restore never overwrites a workspace.`,
    'Name an empty or new folder with --dir.',
  )
}

async function unpack(file: string, stage: string, on_progress: Progress): Promise<Manifest> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new PortalError('not_found', `There is no file ${file}.`, 'Check the path of the backup.')
  }
  const { extract } = await import('tar')
  try {
    await extract({ file, cwd: stage, strict: true, filter: (_, entry) => isPlain(entry) })
  } catch (error) {
    throw fileFault(error) ?? notABackup(file, 'it is cut off or not an archive')
  }
  const manifest = await readManifest(file, stage)
  const needed = [databaseName, configName, ...(manifest.with_key ? [linkKeyName] : [])]
  const missing = needed.find((path) => !Object.hasOwn(manifest.files, path))
  if (missing) throw notABackup(file, `${missing} is missing in it`)
  const listed = Object.entries(manifest.files)
  for (const [i, [path, hash]] of listed.entries()) {
    on_progress(i, listed.length)
    if (normalize(path).startsWith('..')) throw notABackup(file, `it names a path outside: ${path}`)
    const found = await hashFile(join(stage, path)).catch(() => undefined)
    if (found !== hash) throw notABackup(file, `${path} is ${found ? 'altered' : 'missing'} in it`)
  }
  return manifest
}

async function moveInto(stage: string, target: string): Promise<void> {
  /* Of another owner's folder the files in it are closed all the same. */
  await chmod(target, 0o700).catch(() => undefined)
  const names = (await readdir(stage)).filter((name) => name !== configName)
  for (const name of [...names, configName]) await rename(join(stage, name), join(target, name))
}

/** Only files and folders: no link can lead out of the folder. */
function isPlain(entry: unknown): boolean {
  const { type } = entry as { type?: string }
  return type === 'File' || type === 'Directory' || type === undefined
}

async function readManifest(file: string, stage: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(join(stage, manifestName), 'utf8')) as Manifest
    const { format, version, files } = manifest
    const isOurs = format === 'portal-backup' && version === 1
    if (isOurs && typeof files === 'object' && files !== null) return manifest
  } catch {
    // falls through: without its list it is no backup of ours
  }
  throw notABackup(file, 'it has no list of contents that this version can read')
}

function notABackup(file: string, why: string): PortalError {
  return new PortalError(
    'invalid_input',
    `${file} is not a whole backup: ${why}. Nothing was written.`,
    'Use a file made by: portal backup <file>',
    [{ field: 'file', message: `Not a whole backup: ${why}.` }],
  )
}

async function tightenModes(stage: string, manifest: Manifest): Promise<void> {
  await chmod(stage, 0o700)
  for (const path of ['portal.db', ...keyFiles]) {
    if (manifest.files[path]) await chmod(join(stage, path), 0o600)
  }
  const folders = new Set(Object.keys(manifest.files).map((path) => dirname(path)))
  for (const folder of privateFolders) {
    if (folders.has(folder)) await chmod(join(stage, folder), 0o700)
  }
}

/**
 * Checks the database, holds its waiting mail, and without the old key gives every link a new secret. No
 * page came along, so each is to be written.
 */
async function settleDatabase(file: string, stage: string, with_key: boolean): Promise<number> {
  const db = await openDatabase(join(stage, 'portal.db'))
  try {
    const [problem] = await checkDatabase(db.read)
    if (problem) throw notABackup(file, `its database is damaged: ${problem.message}`)
    return await db.write(async (trx) => {
      if (!with_key) await renewLinks(trx, readLinkKey(stage))
      for (const id of await listDocumentIds(trx)) await markPagesStale(trx, id)
      return holdMail(trx)
    })
  } finally {
    await db.close()
  }
}

/** Links made with a key that is not here could never be shown again; they end and get successors. */
async function renewLinks(trx: Trx, linkKey: Buffer): Promise<void> {
  for (const { id, kind, rotation, revoked_at } of await listShares(trx, {
    with_unsubscribes: true,
  })) {
    if (revoked_at !== null) continue
    await rotateShare(trx, id, hashToken(tokenFor(linkKey, kind, id, rotation + 1)))
  }
}

/** What waited when the backup was made may have gone out since; the owner sends it again or not. */
async function holdMail(trx: Trx): Promise<number> {
  const waiting = (await listMessages(trx)).filter(
    ({ state }) => state === 'pending' || state === 'sending',
  )
  for (const { id } of waiting) {
    const error = 'held by restore: it may have been sent since'
    await settleMessage(trx, id, { state: 'canceled', error })
  }
  return waiting.length
}
