const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** Bytes as Crockford's base32 in lower case, five bits a character; left-over bits are dropped. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += digits[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}
