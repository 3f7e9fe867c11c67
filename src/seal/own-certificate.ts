import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import type { Identity } from './identity.ts'
import { readPkcs12 } from './pkcs12.ts'

/**
 * A key and certificate that the business has from elsewhere: PEM, or PKCS#12 (.p12, .pfx).
 * @param path of `signature.certificate`
 * @param passphrase empty where the file needs none
 * @throws PortalError config_invalid that says what is wrong with it
 */
export async function readOwnCertificate(
  dir: string,
  path: string,
  passphrase: string,
): Promise<Identity> {
  const bytes = await readInside(dir, path)
  const isPem = bytes.includes('-----BEGIN ')
  const { keys, certificates } = isPem
    ? readPem(path, bytes, passphrase)
    : readP12(path, bytes, passphrase)
  return matched(path, keys, certificates)
}

/** Far more than a key and its certificates. */
const mostBytes = 1024 * 1024

/** Only a file itself: a link could lead anywhere, and a pipe has no end. */
async function readInside(dir: string, path: string): Promise<Buffer> {
  if (isOutside(dir, resolve(dir, path))) throw unfit(path, 'lies outside the workspace')
  const [root, file] = await Promise.all([realpath(dir), realpath(resolve(dir, path))]).catch(
    (error: Error) => {
      throw unfit(path, `cannot be read: ${error.message}`)
    },
  )
  if (isOutside(root, file)) throw unfit(path, 'lies outside the workspace')
  const found = await stat(file)
  if (!found.isFile()) throw unfit(path, 'is not a file')
  if (found.size > mostBytes) throw unfit(path, 'is far too large for a certificate')
  return readFile(file).catch((error: Error) => {
    throw unfit(path, `cannot be read: ${error.message}`)
  })
}

function isOutside(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
}

type Parts = { keys: KeyObject[]; certificates: X509Certificate[] }

function readPem(path: string, bytes: Buffer, passphrase: string): Parts {
  const blocks =
    bytes.toString('latin1').match(/-----BEGIN ([^-]+)-----[\s\S]*?-----END \1-----/g) ?? []
  const certificates: X509Certificate[] = []
  const keys: KeyObject[] = []
  for (const block of blocks) {
    if (block.startsWith('-----BEGIN CERTIFICATE')) certificates.push(certificateIn(path, block))
    else if (/^-----BEGIN [A-Z ]*PRIVATE KEY/.test(block)) keys.push(keyIn(path, block, passphrase))
  }
  return { keys, certificates }
}

function certificateIn(path: string, block: string): X509Certificate {
  try {
    return new X509Certificate(block)
  } catch {
    throw unfit(path, 'holds a damaged certificate')
  }
}

function keyIn(path: string, block: string, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: block, passphrase })
  } catch {
    throw unfit(path, wrongPassphrase)
  }
}

function readP12(path: string, bytes: Buffer, passphrase: string): Parts {
  try {
    return readPkcs12(bytes, passphrase)
  } catch {
    throw unfit(path, wrongPassphrase)
  }
}

const wrongPassphrase =
  'cannot be opened: the passphrase is wrong, the file is damaged, or it is encrypted in an old way'

function matched(path: string, keys: KeyObject[], certificates: X509Certificate[]): Identity {
  const [key] = keys
  if (!key) throw unfit(path, 'holds no private key')
  const certificate = certificates.find((one) => one.checkPrivateKey(key))
  if (!certificate) throw unfit(path, 'holds no certificate of its key')
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') {
    throw unfit(path, `holds a key (${key.asymmetricKeyType}) that readers of PDFs do not know`)
  }
  const issuers = certificates.filter((one) => one !== certificate)
  return { key, certificate, issuers }
}

function unfit(path: string, message: string): PortalError {
  return new PortalError(
    'config_invalid',
    `The certificate of your seal, ${path}, ${message}.`,
    `Make it anew as PEM: openssl pkcs12 -in FILE -out ${path}   or set signature.certificate to null.`,
    [{ field: 'signature.certificate', message }],
  )
}
