import { decodedText, type Headers, headerOf, type MimePart, readHeaders } from './mime-part.ts'

/** What became of a mail for one recipient. */
export type DeliveryFate = {
  /** As it was sent to, and as it was at the end, which differ after forwarding. */
  addresses: string[]
  /** `hard`: it will not be delivered; `soft`: it is late, and its server goes on trying. */
  kind: 'hard' | 'soft'
  /** Enhanced status code such as 5.1.1; empty when there is none. */
  status: string
  /** The server's own words on one line, at most 300 characters. */
  words: string
}

const mostWords = 300
const mostRecipients = 50

/**
 * The recipients that a delivery status (RFC 3464, RFC 6533) is about, without those who got the mail.
 * Undefined when no part is one. Some servers send it as plain text.
 */
export function readDeliveryStatus(parts: MimePart[]): DeliveryFate[] | undefined {
  const status = parts.find(
    ({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status',
  )
  const text = status
    ? decodedText(status)
    : parts
        .filter(({ type }) => type.startsWith('text/'))
        .map(decodedText)
        .find((one) => /^(?:final|original)-recipient:/im.test(one) && /^action:/im.test(one))
  if (text === undefined) return undefined
  return text
    .split(/\n[\t ]*\n/, mostRecipients * 2)
    .map((group) => readHeaders(group.replace(/^\n+/, '')))
    .filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
    .flatMap(fateOf)
    .slice(0, mostRecipients)
}

/** Text from outside on one line: no control characters, no marks that turn its direction. */
export function wordsOf(text: string): string {
  const line = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .trim()
  return line.length > mostWords ? `${line.slice(0, mostWords - 1)}…` : line
}

function fateOf(fields: Headers): DeliveryFate[] {
  const action = headerOf(fields, 'action').toLowerCase()
  const [status = ''] = /[245]\.\d{1,3}\.\d{1,3}/.exec(headerOf(fields, 'status')) ?? []
  const kind = kindOf(action, status)
  if (!kind) return []
  const said = headerOf(fields, 'diagnostic-code').replace(/^\s*[\w.-]+\s*;\s*/, '')
  const addresses = ['original-recipient', 'final-recipient'].flatMap((name) =>
    addressOf(headerOf(fields, name)),
  )
  const words = wordsOf(said) || (status ? `status ${status}` : 'no reason given')
  return [{ addresses: [...new Set(addresses)], kind, status, words }]
}

/** The action decides; a mail that was given up after days of temporary failures is not delivered either. */
function kindOf(action: string, status: string): DeliveryFate['kind'] | undefined {
  if (action.startsWith('failed')) return 'hard'
  if (action.startsWith('delayed')) return 'soft'
  if (/^(delivered|relayed|expanded)/.test(action)) return undefined
  if (status.startsWith('5')) return 'hard'
  return status.startsWith('4') ? 'soft' : undefined
}

/** Of `rfc822; john@example.com`. */
function addressOf(field: string): string[] {
  const [, address = ''] = /^\s*[\w-]+\s*;\s*<?([^<>\s]{1,320})>?/.exec(field) ?? []
  return address.includes('@') ? [address] : []
}
