/** Tags of a DKIM or DMARC record (RFC 6376 §3.2): `v=DMARC1; p=none`. Names in small letters. */
export function tagList(text: string): Map<string, string> {
  const pairs = text.split(';').flatMap((one): [string, string][] => {
    const at = one.indexOf('=')
    return at < 0 ? [] : [[one.slice(0, at).trim().toLowerCase(), one.slice(at + 1).trim()]]
  })
  return new Map(pairs)
}
