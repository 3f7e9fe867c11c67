/** Only CR LF is a line end (RFC 5321 §2.3.8). */
const wrongLineEnd = /\r(?!\n)|(?<!\r)\n/

/**
 * A message as it goes over the wire after DATA: dots at the start of lines doubled, and the dot that ends it
 * (RFC 5321 §4.5.2). A lone CR or LF becomes a line end, so that no server can take what follows for a command
 * or another message. The library underneath does the same byte by byte, which takes longer than all the rest.
 */
export function wireForm(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  const safe = wrongLineEnd.test(text)
    ? Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'), 'latin1')
    : raw
  const end = safe.subarray(-2).equals(lineEnd) ? '.\r\n' : '\r\n.\r\n'
  return Buffer.concat([...withDoubledDots(safe), Buffer.from(end)])
}

const lineEnd = Buffer.from('\r\n')
const dot = Buffer.from('.')
const lineWithDot = Buffer.from('\n.')

/** In pieces that are not copied yet. */
function withDoubledDots(message: Buffer): Buffer[] {
  const pieces: Buffer[] = message[0] === dot[0] ? [dot] : []
  let from = 0
  for (let at = message.indexOf(lineWithDot); at >= 0; at = message.indexOf(lineWithDot, at + 2)) {
    pieces.push(message.subarray(from, at + 1), dot)
    from = at + 1
  }
  return [...pieces, message.subarray(from)]
}
