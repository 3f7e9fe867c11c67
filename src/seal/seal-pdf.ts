import { createHash } from 'node:crypto'
import type { Identity } from './identity.ts'
import { prepareSeal, type SealText } from './seal-field.ts'
import { signCms } from './sign-cms.ts'

/**
 * The same PDF with a seal over all of it: a CMS signature over every byte but its own (PAdES).
 * @throws Error for a file that our printer did not make
 */
export function sealPdf(pdf: Buffer, identity: Identity, text: SealText): Buffer {
  const size = signCms(identity, Buffer.alloc(32)).length + slackBytes
  const { bytes, start, end } = prepareSeal(pdf, text, size)
  const digest = createHash('sha256')
    .update(bytes.subarray(0, start))
    .update(bytes.subarray(end))
    .digest()
  const signature = signCms(identity, digest).toString('hex')
  bytes.write(signature, start + 1, 'latin1')
  return bytes
}

/** Signatures with elliptic curves differ by some bytes from time to time. */
const slackBytes = 16
