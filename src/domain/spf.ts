/** The text of an SPF record (RFC 7208), read into terms. */

export type SpfResult = 'pass' | 'fail' | 'softfail' | 'neutral'

export type SpfTerm = {
  kind: 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists'
  result: SpfResult
  /** A domain or an address; empty means the record's own domain. */
  value: string
  /** Bits of the network for IPv4 and IPv6. */
  bits4: number
  bits6: number
}

export type Spf = {
  terms: SpfTerm[]
  /** The domain whose record goes on from here; empty for none. */
  redirect: string
  /** Terms that are no terms, as they are written; a receiver ignores the whole record then. */
  wrong: string[]
}

const results = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const

/** Whether a TXT record is an SPF record. */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text)
}

/** Reads an SPF record. */
export function parseSpf(text: string): Spf {
  const spf: Spf = { terms: [], redirect: '', wrong: [] }
  for (const word of text.split(/ +/).slice(1).filter(Boolean)) {
    const term = termOf(word)
    const [, name = '', value = ''] = /^([a-z][\w.-]*)=(.*)$/i.exec(word) ?? []
    if (term) spf.terms.push(term)
    else if (name.toLowerCase() === 'redirect') spf.redirect = value
    else if (name === '') spf.wrong.push(word)
  }
  return spf
}

const shape =
  /^([+?~-]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?::([^/]+))?(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/i

function termOf(word: string): SpfTerm | undefined {
  const [matched, sign = '', name = '', value = '', first, second] = shape.exec(word) ?? []
  if (matched === undefined) return undefined
  const kind = name.toLowerCase() as SpfTerm['kind']
  const needsValue = ['include', 'ip4', 'ip6', 'exists'].includes(kind)
  if (needsValue && value === '') return undefined
  if (kind === 'all' && (value !== '' || first !== undefined)) return undefined
  const bits4 = kind === 'ip6' ? 32 : Number(first ?? 32)
  const bits6 = kind === 'ip6' ? Number(first ?? 128) : Number(second ?? 128)
  if (bits4 > 32 || bits6 > 128) return undefined
  const result = results[(sign || '+') as keyof typeof results]
  return { kind, result, value, bits4, bits6 }
}
