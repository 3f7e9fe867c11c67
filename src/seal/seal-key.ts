import {
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto'
import {
  constants,
  copyFile,
  link,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PortalError } from '../domain/errors.ts'
import { type Identity, nameIn } from './identity.ts'
import { selfSigned } from './self-signed.ts'

const sealKeyName = 'seal.key'

/** Holds beyond 2030 (NIST SP 800-57), and every reader of PDFs knows it. */
const keyBits = 3072

/**
 * The workspace's own key and its certificate, made where there is none: of several processes that need it
 * at once, all take the key of the first. When the business has another name now, the certificate follows;
 * the key stays.
 * @param name the business's
 * @throws PortalError config_invalid for a damaged file
 */
export async function takeSealKey(dir: string, name: string): Promise<Identity> {
  const found = (await readSealKey(dir)) ?? (await makeSealKey(dir, name))
  return renewed(dir, found, name)
}

/** The same as it is; undefined where there is none. */
export async function readSealKey(dir: string): Promise<Identity | undefined> {
  try {
    const pem = await readFile(join(dir, sealKeyName), 'utf8')
    return parse(pem)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (error instanceof PortalError) throw error
    throw keyError(`${sealKeyName} cannot be read: ${message}`)
  }
}

function parse(pem: string): Identity {
  try {
    const key = createPrivateKey(pem)
    const certificate = new X509Certificate(pem)
    if (certificate.checkPrivateKey(key)) return { key, certificate, issuers: [] }
  } catch {
    // falls through: half of it is as bad as nothing
  }
  throw keyError(`${sealKeyName} is damaged: it does not hold a key and its certificate.`)
}

function keyError(message: string): PortalError {
  return new PortalError(
    'config_invalid',
    message,
    'Put the file back from a backup. Without one, move it away: the next seal makes a new key.',
    [{ field: sealKeyName, message: 'Signed copies are sealed with this key.' }],
  )
}

async function makeSealKey(dir: string, name: string): Promise<Identity> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: keyBits })
  const certificate = selfSigned(privateKey, name)
  const path = join(dir, sealKeyName)
  const draft = await writeDraft(path, privateKey, certificate)
  try {
    await putUnlessThere(draft, path)
  } finally {
    await rm(draft, { force: true })
    await sweepDrafts(dir)
  }
  const made = await readSealKey(dir)
  if (!made) throw new Error(`${path} was made and is gone`)
  return made
}

async function writeDraft(path: string, key: KeyObject, certificate: X509Certificate) {
  const draft = `${path}.${randomBytes(8).toString('hex')}.tmp`
  const pem = key.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(draft, `${pem}${certificate}`, { flag: 'wx', mode: 0o600, flush: true })
  return draft
}

/** Whole at once, and never over a key that another process put there meanwhile. */
async function putUnlessThere(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
  } catch (error) {
    if (isThere(error)) return
    /* File systems without links. */
    await copyFile(draft, path, constants.COPYFILE_EXCL).catch((fault) => {
      if (!isThere(fault)) throw fault
    })
  }
}

/** Making a key takes seconds. */
const abandonedMs = 60_000

/** Removes keys that a killed process was about to put in place. */
async function sweepDrafts(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(`${sealKeyName}.`) || !name.endsWith('.tmp')) continue
    const found = await stat(join(dir, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > abandonedMs)
      await rm(join(dir, name), { force: true })
  }
}

function isThere(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST'
}

/**
 * The same name and key always give the same certificate, so it does not matter who writes it, nor whether:
 * the file only lets people take the certificate from it. One that somebody else issued is left alone.
 */
async function renewed(dir: string, identity: Identity, name: string): Promise<Identity> {
  const { key, certificate: before } = identity
  if (!before.verify(before.publicKey)) return identity
  const certificate = selfSigned(key, name)
  if (nameIn(before) === nameIn(certificate)) return identity
  const path = join(dir, sealKeyName)
  const draft = await writeDraft(path, key, certificate).catch(() => undefined)
  if (draft) await rename(draft, path).catch(() => rm(draft, { force: true }))
  return { key, certificate, issuers: [] }
}
