/**
 * Puts a message together in one go. The library's own writer sends every part through a chain of streams,
 * which takes three times as long for a mail with a PDF; headers and encodings are still the library's.
 */
import { randomBytes } from 'node:crypto'
import { encode as base64, wrap as base64Lines } from 'nodemailer/lib/base64'
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
  if (mail.attachments.length === 0) return Buffer.from(multipart(root, bodies(root)))
  const alternative = root.createChild('multipart/alternative')
  const files = mail.attachments.map((attachment) => attachmentPart(root, attachment))
  return Buffer.from(multipart(root, [multipart(alternative, bodies(alternative)), ...files]))
}

function multipart(node: MimeNode, parts: string[]): string {
  const boundary = `_${randomBytes(18).toString('hex')}`
  node.setHeader('Content-Type', `${node.getHeader('Content-Type')}; boundary="${boundary}"`)
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')
  return `${node.buildHeaders()}\r\n\r\n${body}--${boundary}--\r\n`
}

function textPart(parent: MimeNode, type: string, text: string): string {
  const content = text.replace(/\r\n|\r|\n/g, '\r\n')
  const node = parent.createChild(type).setContent(content)
  return `${node.buildHeaders()}\r\n\r\n${encodeText(content, node.getTransferEncoding())}`
}

function encodeText(content: string, encoding: string | false): string {
  if (encoding === 'quoted-printable') return quotedPrintableLines(quotedPrintable(content))
  if (encoding === 'base64') return base64Lines(base64(content))
  return content
}

function attachmentPart(parent: MimeNode, { filename, content, content_type }: Attachment): string {
  const node = parent.createChild(content_type, { filename: oneLine(filename) })
  node.setHeader('Content-Disposition', 'attachment')
  node.setHeader('Content-Transfer-Encoding', 'base64')
  return `${node.buildHeaders()}\r\n\r\n${base64Lines(base64(content))}`
}
