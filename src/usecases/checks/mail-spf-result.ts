import { BlockList, isIP } from 'node:net'
import { isSpf, parseSpf, type Spf, type SpfResult, type SpfTerm } from '../../domain/spf.ts'
import type { NameServer } from '../../ports/name-server.ts'

/** What receivers make of a mail that an address sends for a domain (RFC 7208). */
export type SpfVerdict = {
  result: SpfResult | 'none' | 'permerror'
  /** Terms that cost a look-up; past ten the record counts as broken. */
  lookups: number
}

/** RFC 7208 §4.6.4. */
export const mostLookups = 10

/** Looks up and follows the records of a domain for one address. Throws NameServerError. */
export async function spfResult(
  dns: NameServer,
  domain: string,
  address: string,
): Promise<SpfVerdict> {
  const count = { lookups: 0 }
  const result = await resultOf(dns, domain, address, count)
  return { result: count.lookups > mostLookups ? 'permerror' : result, lookups: count.lookups }
}

async function resultOf(
  dns: NameServer,
  domain: string,
  address: string,
  count: { lookups: number },
): Promise<SpfVerdict['result']> {
  const records = (await dns.texts(domain)).filter(isSpf)
  const [text] = records
  if (text === undefined) return 'none'
  const spf = parseSpf(text)
  if (records.length > 1 || spf.wrong.length > 0) return 'permerror'
  return firstMatch(dns, domain, address, count, spf)
}

async function firstMatch(
  dns: NameServer,
  domain: string,
  address: string,
  count: { lookups: number },
  { terms, redirect }: Spf,
): Promise<SpfVerdict['result']> {
  for (const term of terms) {
    if (costsLookup(term)) count.lookups += 1
    if (count.lookups > mostLookups) return 'permerror'
    if (term.kind === 'include') {
      const included = await resultOf(dns, term.value, address, count)
      if (included === 'none' || included === 'permerror') return 'permerror'
      if (included === 'pass') return term.result
    } else if (await matches(dns, domain, address, term)) return term.result
  }
  if (redirect === '') return 'neutral'
  count.lookups += 1
  /* A record may lead to itself. */
  if (count.lookups > mostLookups) return 'permerror'
  const result = await resultOf(dns, redirect, address, count)
  return result === 'none' ? 'permerror' : result
}

function costsLookup({ kind }: SpfTerm): boolean {
  return kind !== 'all' && kind !== 'ip4' && kind !== 'ip6'
}

/** Terms with macros say something about each mail by itself; they match nothing here. */
async function matches(
  dns: NameServer,
  domain: string,
  address: string,
  term: SpfTerm,
): Promise<boolean> {
  const name = term.value || domain
  if (name.includes('%')) return false
  switch (term.kind) {
    case 'all':
      return true
    case 'ip4':
    case 'ip6':
      return isWithin(address, [name], term)
    case 'a':
      return isWithin(address, await dns.addresses(name), term)
    case 'mx': {
      const hosts = (await dns.exchanges(name)).slice(0, mostLookups)
      const addresses = await Promise.all(hosts.map((host) => dns.addresses(host)))
      return isWithin(address, addresses.flat(), term)
    }
    case 'exists':
      return (await dns.addresses(name)).length > 0
    case 'ptr': {
      const names = await dns.names(address)
      return names.some((one) => one === name || one.endsWith(`.${name}`))
    }
    case 'include':
      return false
  }
}

function isWithin(address: string, others: string[], { bits4, bits6 }: SpfTerm): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const bits = family === 'ipv6' ? bits6 : bits4
  const list = new BlockList()
  for (const other of others) {
    if ((isIP(other) === 6 ? 'ipv6' : 'ipv4') !== family || isIP(other) === 0) continue
    list.addSubnet(other, bits, family)
  }
  return list.check(address, family)
}
