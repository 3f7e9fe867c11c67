/** What a backup holds besides the database, and how it is written down. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { isAbsolute, join, normalize, relative, sep } from 'node:path'
import { linkKeyName, sealKeyName } from '../config/keys.ts'
import type { Config } from '../config/schema.ts'

export const manifestName = 'manifest.json'
export const formatVersion = 1

export type Manifest = {
  format: 'portal-backup'
  version: typeof formatVersion
  made_at: string
  with_key: boolean
  /** SHA-256 of every file, by path. */
  files: Record<string, string>
}

/** Files that open links or accounts; left out by `--without-key`. */
export const keyFiles = [linkKeyName, sealKeyName, '.env']

const plainFiles = ['config.yml']
/** What is in them is nobody else's business. */
export const privateFolders = ['pdfs', 'signed']
const folders = ['themes', ...privateFolders]

/**
 * The workspace's files that belong in a backup, relative, besides the database. The mails of the file
 * mailer hold links, so they go only where the key goes.
 */
export async function archivedFiles(
  dir: string,
  { branding, mail, signature }: Pick<Config, 'branding' | 'mail' | 'signature'>,
  with_key: boolean,
): Promise<string[]> {
  const keys = [...keyFiles, signature.certificate, mail.dkim?.key_file]
  const single = [...plainFiles, branding.logo, ...(with_key ? keys : [])]
  const found: string[] = []
  for (const path of single) {
    if (path && isInside(path) && (await isFile(join(dir, path)))) found.push(normalize(path))
  }
  const mails = with_key && isInside(mail.dir) ? [mail.dir] : []
  for (const folder of [...folders, ...mails]) found.push(...(await filesBelow(dir, folder)))
  return [...new Set(found)].sort()
}

/** SHA-256 of a file, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** A file that another process is just writing. */
function isTemporary(name: string): boolean {
  return name.endsWith('.tmp') || name.includes('.tmp-')
}

/** A path that stays in the workspace. */
function isInside(path: string): boolean {
  const plain = normalize(path)
  return !isAbsolute(plain) && plain !== '.' && !plain.startsWith('..')
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

async function filesBelow(dir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(dir, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return entries
    .filter((entry) => entry.isFile() && !isTemporary(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
}
