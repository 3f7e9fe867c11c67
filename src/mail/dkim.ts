import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config/schema.ts'
import { PortalError } from '../domain/errors.ts'
import type { SignMessage } from './mime.ts'

type DkimConfig = NonNullable<Config['mail']['dkim']>

/** RFC 6376 §5.4.1 with the two headers of one-click unsubscribe, which RFC 8058 §4 wants signed. */
const signedHeaders = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'Cc',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'In-Reply-To',
  'References',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':')

/**
 * Reads the DKIM key (`key_file` is relative to the workspace) and returns what signs a message.
 * A missing or unusable key is a PortalError: a mail without the promised signature is never sent.
 */
export async function loadDkim(dkim: DkimConfig, workspaceDir: string): Promise<SignMessage> {
  const path = resolve(workspaceDir, dkim.key_file)
  const privateKey = await readKey(path)
  const { default: Dkim } = await import('nodemailer/lib/dkim')
  const signer = new Dkim({
    domainName: dkim.domain,
    keySelector: dkim.selector,
    privateKey,
    headerFieldNames: signedHeaders,
  })
  return async (raw) => {
    const chunks: Buffer[] = []
    for await (const chunk of signer.sign(raw)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}

async function readKey(path: string): Promise<string> {
  try {
    const pem = await readFile(path, 'utf8')
    // What signs here knows no other kind, and receivers are used to this one.
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw noKey(`There is no file ${path}.`)
  }
  throw noKey(`${path} is not a readable RSA private key.`)
}

function noKey(message: string): PortalError {
  return new PortalError(
    'config_invalid',
    `mail.dkim.key_file: ${message}`,
    'Put the PEM private key there, or set mail.dkim to null.',
    [{ field: 'mail.dkim.key_file', message }],
  )
}
