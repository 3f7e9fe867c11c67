/** What can be wrong with one value of config.yml: each function says it in a sentence, or nothing. */
import { isIP } from 'node:net'
import { isCurrency } from '../domain/currency.ts'
import { isTimeZone } from '../domain/dates.ts'
import { compare, parseDecimal } from '../domain/decimal.ts'
import { fractionDigits } from '../domain/limits.ts'
import { isLoopback } from '../domain/public-url.ts'
import { isEmailAddress } from '../domain/text.ts'

/** A sentence for the owner about a value that cannot be used; undefined when it can. */
export type Complaint = (value: string) => string | undefined

/** One address and nothing else: a list in one text would mail them all. */
export const aboutEmail: Complaint = (value) =>
  isEmailAddress(value) ? undefined : 'must be one e-mail address, such as office@acme.example'

/** Only hex: it goes into a style sheet, where anything else could be a rule of its own. */
export const aboutColor: Complaint = (value) =>
  /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)
    ? undefined
    : 'must be a colour such as "#1f5fbf" (# and 3 or 6 hex digits, in quotes)'

/** The name of a folder under `themes/`, never a path. */
export const aboutThemeName: Complaint = (value) =>
  /^[a-z0-9][a-z0-9-]{0,39}$/.test(value)
    ? undefined
    : 'must be the name of a folder under themes/: small letters, digits and hyphens'

/** ISO 3166-1 alpha-2, as far as the runtime knows the region. */
export const aboutCountry: Complaint = (value) => {
  const known = /^[A-Z]{2}$/.test(value) && regionNames().of(value) !== value
  return known ? undefined : 'must be a country code of two capital letters, such as US'
}

/** ISO 4217. */
export const aboutCurrency: Complaint = (value) =>
  isCurrency(value) ? undefined : 'must be a currency code of three capital letters, such as USD'

/** IANA. */
export const aboutTimeZone: Complaint = (value) =>
  isTimeZone(value) ? undefined : 'must be a time zone such as America/New_York'

/** BCP 47, and one the runtime can format in. */
export const aboutLocale: Complaint = (value) => {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(value).length > 0) return undefined
  } catch {
    // Not even the shape of a language tag.
  }
  return 'must be a language tag such as en-US'
}

/** The address of the business's own website; shown and linked. */
export const aboutWebsite: Complaint = (value) => {
  const url = parseWebUrl(value.includes('://') ? value : `https://${value}`)
  const good = url?.hostname.includes('.') || (url && isLoopback(url.hostname))
  return good ? undefined : 'must be a web address such as https://acme.example'
}

/** Links are this address plus a path of ours, so it is scheme, host and port and nothing more. */
export const aboutPublicUrl: Complaint = (value) => {
  const url = parseWebUrl(value)
  if (!url) return 'must be an address such as https://pay.acme.example'
  if (url.username || url.password) return 'must not hold a user name or password'
  if (url.pathname !== '/' || url.search || url.hash)
    return 'must be scheme, host and port only, without a path'
  if (['0.0.0.0', '[::]'].includes(url.hostname))
    return 'must name a host that customers can reach; to listen everywhere set server.host'
  return isHost(url.hostname)
    ? undefined
    : 'must name a host by letters, digits, hyphens and dots, such as https://pay.acme.example'
}

/** Where a provider's API lives; secrets travel there, so it is https, or this machine. */
export const aboutApiBase: Complaint = (value) => {
  const url = parseWebUrl(value)
  const safe = url && (url.protocol === 'https:' || isLoopback(url.hostname))
  return safe ? undefined : 'must be an https:// address (http only on this machine)'
}

/** A rate or share in percent, from 0 to 100. */
export const aboutPercent: Complaint = (value) => {
  const rate = parseDecimal(value)
  const good = rate && rate.units >= 0n && compare(rate, hundred) <= 0
  if (!good) return 'must be a percentage from 0 to 100, such as "8.25"'
  return rate.scale > fractionDigits
    ? `must have at most ${fractionDigits} digits after the point`
    : undefined
}

/** An amount above zero; whether the currency has that many digits is checked with the currency. */
export const aboutAmount: Complaint = (value) => {
  const number = parseDecimal(value)
  return number && number.units > 0n ? undefined : 'must be an amount above 0, such as "1.00"'
}

/** The short name by which line items refer to a tax. */
export const aboutTaxId: Complaint = (value) =>
  /^[A-Za-z0-9_-]{1,20}$/.test(value)
    ? undefined
    : 'must be a short name of letters, digits, - and _, such as VAT'

/** Express's names and addresses of proxies whose X-Forwarded-For is believed. */
export const aboutProxies: Complaint = (value) => {
  const named = ['loopback', 'linklocal', 'uniquelocal']
  const good = value
    .split(',')
    .map((piece) => piece.trim())
    .every(
      (piece) =>
        named.includes(piece) ||
        (/^[^/]+(\/\d{1,3})?$/.test(piece) && isIP(piece.split('/')[0] ?? '') > 0),
    )
  return good
    ? undefined
    : 'must be true, false, a number of hops, or addresses such as "loopback, 10.0.0.0/8"'
}

/** A host name or IP address to listen on or connect to. */
export const aboutHost: Complaint = (value) =>
  isIP(value) > 0 || /^[A-Za-z0-9]([A-Za-z0-9._-]{0,252})$/.test(value)
    ? undefined
    : 'must be a host name or an IP address'

/** Where DNS is asked: an address, because no name can be looked up before, with a port if need be. */
export const aboutNameServer: Complaint = (value) => {
  const [, bracketed, v6Port = '53'] = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(value) ?? []
  const [, plain, v4Port = '53'] = /^([\d.]+):(\d{1,5})$/.exec(value) ?? []
  const isAddress = isIP(value) > 0 || isIP(bracketed ?? '') === 6 || isIP(plain ?? '') === 4
  const port = Number(bracketed === undefined ? v4Port : v6Port)
  const isGood = isAddress && port > 0 && port < 65_536
  return isGood ? undefined : 'must be an IP address, such as 1.1.1.1 or 127.0.0.1:5353'
}

/**
 * The host of a parsed address, where URLs take signs that no host has: it goes into the files for web servers.
 * Letters of other alphabets are Punycode by now, and IPv6 stands in brackets.
 */
function isHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isIP(hostname.slice(1, -1)) === 6
  const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
  return hostname.length <= 253 && hostname.split('.').every((part) => label.test(part))
}

const hundred = { units: 100n, scale: 0 }

function parseWebUrl(value: string): URL | undefined {
  if (/[\s\\]/.test(value) || !/^https?:\/\//i.test(value)) return undefined
  return URL.canParse(value) ? new URL(value) : undefined
}

function regionNames(): Intl.DisplayNames {
  return new Intl.DisplayNames('en', { type: 'region' })
}
