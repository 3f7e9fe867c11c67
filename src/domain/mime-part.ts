/** Reads a mail as far as a report from a mail server needs it: headers, parts, decoded text (RFC 2045–2047). */

/** Values by name in small letters, unfolded, in the order they came. */
export type Headers = Map<string, string[]>

/** A mail or one of its parts; bytes are held as latin1 text. */
export type MimePart = {
  headers: Headers
  /** In small letters, such as `message/rfc822`; `text/plain` when nothing is said. */
  type: string
  body: string
  parts: MimePart[]
}

/** Nested deeper, or in more parts, no mail server reports anything. */
const mostDepth = 6
const mostParts = 50

/** The mail in these bytes. What is cut off or malformed is read as far as it goes; nothing throws. */
export function readMime(bytes: Buffer): MimePart {
  const text = bytes.toString('latin1').replace(/\r\n?/g, '\n')
  // A mail that is piped to a program often begins with the line of a mailbox file.
  return readPart(
    text.startsWith('From ') ? text.slice(text.indexOf('\n') + 1) : text,
    'text/plain',
    0,
  )
}

/** The first value of a header; empty when it is not there. */
export function headerOf(headers: Headers, name: string): string {
  return headers.get(name)?.[0] ?? ''
}

/** A part and all below it, outer ones first. */
export function allParts(part: MimePart): MimePart[] {
  return [part, ...part.parts.flatMap(allParts)]
}

/** The text of a part without its transfer encoding; UTF-8, else latin1. */
export function decodedText({ headers, body }: MimePart): string {
  const encoding = headerOf(headers, 'content-transfer-encoding').toLowerCase().trim()
  const bytes = Buffer.from(decodeTransfer(body, encoding), 'latin1')
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}

/** Header lines up to the first empty line. */
export function readHeaders(text: string): Headers {
  const headers: Headers = new Map()
  const head = text.split(/\n[\t ]*\n/, 1)[0] ?? ''
  for (const line of head.replace(/\n(?=[\t ])/g, ' ').split('\n')) {
    const [, name, value = ''] = /^([!-9;-~]{1,100}):[\t ]*(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    const known = headers.get(name.toLowerCase()) ?? []
    headers.set(name.toLowerCase(), [...known, value.trim()])
  }
  return headers
}

function readPart(text: string, fallback: string, depth: number): MimePart {
  const headers = readHeaders(text.startsWith('\n') ? '' : text)
  const blank = /^\n|\n[\t ]*\n/.exec(text)
  const body = blank ? text.slice(blank.index + blank[0].length) : ''
  const contentType = headerOf(headers, 'content-type')
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase() || fallback
  const [, quoted, plain] =
    /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  const isMultipart = type.startsWith('multipart/') && boundary !== undefined && depth < mostDepth
  const within = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const parts = isMultipart
    ? split(body, boundary).map((part) => readPart(part, within, depth + 1))
    : []
  return { headers, type, body, parts }
}

/** The texts between boundaries; the last one may lack its end. */
function split(body: string, boundary: string): string[] {
  const mark = `\n--${boundary}`
  const pieces = `\n${body}`.split(mark, mostParts + 2).slice(1)
  const end = pieces.findIndex((piece) => piece.startsWith('--'))
  return (end < 0 ? pieces : pieces.slice(0, end)).map((piece) =>
    piece.slice(piece.indexOf('\n') + 1),
  )
}

function decodeTransfer(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1')
  if (encoding !== 'quoted-printable') return body
  return body
    .replace(/=[\t ]*\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
}
