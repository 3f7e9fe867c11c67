/** Which compression a client takes. */

export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** The few headers that browsers send, once parsed; others come and go. */
const known = new Map<string, Encoding>()
const knownHeaders = 100

/** The best encoding that `Accept-Encoding` allows: br, else gzip, else none. */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  const text = String(header ?? '')
  const before = known.get(text)
  if (before) return before
  const encoding = parse(text)
  if (known.size >= knownHeaders) known.clear()
  known.set(text, encoding)
  return encoding
}

/** RFC 9110 §12.5.3; a client that refuses everything gets the plain bytes all the same. */
function parse(header: string): Encoding {
  const accepted = new Map(header.toLowerCase().split(',').map(parseCoding))
  const takes = (encoding: Encoding) => accepted.get(encoding) ?? accepted.get('*') ?? false
  return encodings.find(takes) ?? 'identity'
}

function parseCoding(text: string): [coding: string, accepted: boolean] {
  const [coding = '', ...parameters] = text.split(';').map((piece) => piece.trim())
  const refused = parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter))
  return [coding, coding !== '' && !refused]
}
