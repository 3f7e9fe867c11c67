import { type DeliveryFate, readDeliveryStatus } from './bounce-status.ts'
import { readBounceText } from './bounce-text.ts'
import { sha256 } from './canonical.ts'
import {
  allParts,
  decodedText,
  type Headers,
  headerOf,
  type MimePart,
  readHeaders,
  readMime,
} from './mime-part.ts'

/** What a mail server reports of a mail that it had taken. */
export type Bounce = {
  /** The same for each copy of one report. */
  report_id: string
  /** Message-IDs that the report speaks of, the most likely first; at most 20. */
  message_ids: string[]
  /** One for each recipient that the report is about; none when all was delivered. */
  fates: DeliveryFate[]
  /** True when the addresses were picked out of sentences and may be anybody's. */
  guessed: boolean
}

const mostIds = 20

/**
 * Reads a report of RFC 3464, or one of the plain kinds (qmail, older Exim, Sendmail). Undefined for a mail
 * that is no such report, such as an answer from somebody on holiday. All of it was written by strangers:
 * nothing in it is more than text here.
 */
export function readBounce(bytes: Buffer): Bounce | undefined {
  const mail = readMime(bytes)
  const parts = allParts(mail)
  const fates = readDeliveryStatus(parts)
  const told = fates ?? readBounceText(mail, parts)
  if (!told) return undefined
  const ownId = headerOf(mail.headers, 'message-id')
  return {
    report_id: sha256(ownId || bytes),
    message_ids: messageIds(mail, parts).filter((id) => id !== ownId),
    fates: told,
    guessed: fates === undefined,
  }
}

/** Of the returned mail where it came along, else of what the report answers. */
function messageIds({ headers }: MimePart, parts: MimePart[]): string[] {
  const returned = parts
    .filter(({ type }) =>
      /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(type),
    )
    .flatMap((part) => idsOf(readHeaders(decodedText(part).replace(/^\n+/, ''))))
  const quoted = parts
    .filter(({ type }) => type.startsWith('text/'))
    .flatMap((part) => [...decodedText(part).matchAll(quotedId)].map(([, id = '']) => id))
  const answered = ['in-reply-to', 'references'].flatMap((name) =>
    [...headerOf(headers, name).matchAll(/<[^<>\s]{1,300}>/g)].map(([id]) => id),
  )
  return [...new Set([...returned, ...quoted, ...answered])].slice(0, mostIds)
}

/** Some servers give a mail a new Message-ID and leave the rest as it was. */
function idsOf(headers: Headers): string[] {
  return ['x-portal-message-id', 'message-id'].flatMap((name) => headerOf(headers, name) || [])
}

const quotedId = /^[> \t]*(?:x-portal-)?message-id:\s*(<[^<>\s]{1,300}>)/gim
