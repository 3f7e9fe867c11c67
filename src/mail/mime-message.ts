/**
 * Puts a message together in one go. The library's own writer sends every part through a chain of streams,
 * which takes three times as long for a mail with a PDF; headers and encodings are still the library's.
 */
import { randomBytes } from 'node:crypto'
import type MimeNode from 'nodemailer/lib/mime-node'
import { encode as quotedPrintable, wrap as quotedPrintableLines } from 'nodemailer/lib/qp'
import type { Attachment, Mail } from '../ports/mailer.ts'
import { oneLine } from './one-line.ts'

/** Writes the message whose headers are on `root`: text and HTML as alternatives, then the attachments. */
export function writeMessage(root: MimeNode, mail: Mail): Buffer {
  const bodies = (node: MimeNode) => [
    textPart(node, 'text/plain; charset=utf-8', mail.text),
    textPart(node, 'text/html; charset=utf-8', mail.html),
  ]
  if (mail.attachments.length === 0) return multipart(root, bodies(root))
  const alternative = root.createChild('multipart/alternative')
  const files = mail.attachments.map((attachment) => attachmentPart(root, attachment))
  return multipart(root, [multipart(alternative, bodies(alternative)), ...files])
}

const boundaryBytes = 18
let pool = Buffer.alloc(0)

/** Nobody can know it beforehand and write it into a text. Chance is fetched for many at a time. */
function nextRandom(): string {
  if (pool.length < boundaryBytes) pool = randomBytes(boundaryBytes * 256)
  const random = pool.toString('hex', 0, boundaryBytes)
  pool = pool.subarray(boundaryBytes)
  return random
}

function multipart(node: MimeNode, parts: Buffer[]): Buffer {
  const boundary = `_${nextRandom()}`
  node.setHeader('Content-Type', `${node.getHeader('Content-Type')}; boundary="${boundary}"`)
  const between = Buffer.from(`\r\n--${boundary}\r\n`)
  return Buffer.concat([
    Buffer.from(`${node.buildHeaders()}\r\n`),
    ...parts.flatMap((part) => [between, part]),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}

function textPart(parent: MimeNode, type: string, text: string): Buffer {
  const content = text.replace(/\r\n|\r|\n/g, '\r\n')
  const node = parent.createChild(type).setContent(content)
  return withHeaders(node, encodeText(content, node.getTransferEncoding()))
}

function encodeText(content: string, encoding: string | false): Buffer {
  if (encoding === 'base64') return base64Lines(Buffer.from(content))
  if (encoding !== 'quoted-printable') return Buffer.from(content)
  return Buffer.from(quotedPrintableLines(quotedPrintable(content)))
}

function attachmentPart(parent: MimeNode, { filename, content, content_type }: Attachment): Buffer {
  const node = parent.createChild(content_type, { filename: oneLine(filename) })
  node.setHeader('Content-Disposition', 'attachment')
  node.setHeader('Content-Transfer-Encoding', 'base64')
  return withHeaders(node, base64Lines(content))
}

function withHeaders(node: MimeNode, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${node.buildHeaders()}\r\n\r\n`), body])
}

/** Characters of a line of base64 (RFC 2045 §6.8). */
const lineLength = 76

function base64Lines(content: Buffer): Buffer {
  const text = content.toString('base64')
  const lines = Buffer.alloc(text.length + 2 * Math.ceil(text.length / lineLength))
  let end = 0
  for (let at = 0; at < text.length; at += lineLength) {
    end += lines.write(text.slice(at, at + lineLength), end, 'latin1')
    end += lines.write('\r\n', end, 'latin1')
  }
  return lines.subarray(0, end)
}
