/** Bounces in sentences, as qmail, older Exim, Sendmail and many a gateway write them. */
import { type DeliveryFate, wordsOf } from './bounce-status.ts'
import { decodedText, headerOf, type MimePart } from './mime-part.ts'

const subjects =
  /undeliver|not delivered|returned (?:to sender|mail)|mail delivery|delivery (?:status|failure|failed|delayed|problem|report)|failure notice|warning: (?:message|could not)/i
const senders = /\b(?:mailer-daemon|mail-daemon|postmaster)\b|mail delivery (?:sub)?system/i

/** No server explains itself at greater length, or in longer lines. */
const mostText = 16_384
const longestLine = 500

/** From here on it is the returned mail. */
const copyBegins = /^[ >]*--.*\b(?:copy|original|unsent|returned|message)\b/i
const replyCode = /\b([45])\d\d[ -]|\b([45])\.\d{1,3}\.\d{1,3}\b/
const givenUp =
  /permanent|fatal|not going to try again|giv(?:e|ing) up|gave up|could not be delivered|couldn't be delivered|wasn't able to deliver|undeliverable|does not exist|unknown (?:user|address|recipient)|user unknown|no such/i
const stillTrying =
  /delayed|not (?:yet )?been delivered yet|still (?:being|trying)|will (?:be retried|keep trying|continue)|warning only|no action is required/i

/** The same fate for every address that the sentences name; undefined for a mail that is no bounce. */
export function readBounceText(mail: MimePart, parts: MimePart[]): DeliveryFate[] | undefined {
  const failed = headerOf(mail.headers, 'x-failed-recipients')
  const subject = headerOf(mail.headers, 'subject')
  const isBounce = failed || subjects.test(subject) || senders.test(headerOf(mail.headers, 'from'))
  if (!isBounce) return undefined
  const lines = reportOf(parts)
  const text = lines.join('\n')
  const reason =
    lines.find((line) => replyCode.test(line)) ??
    lines.find((line) => /^<?\S+@\S+>?\.{3} \S/.test(line)) ??
    lineBelowAddress(lines) ??
    subject
  const [status = ''] = /[45]\.\d{1,3}\.\d{1,3}/.exec(reason) ?? []
  const kind = kindOf(`${subject}\n${text}`, reason, failed !== '')
  const addresses = addressesIn(failed || text)
  return [{ addresses, kind, status, words: wordsOf(reason) || 'no reason given' }]
}

/** The lines in front of the returned mail. */
function reportOf(parts: MimePart[]): string[] {
  const part = parts.find(({ type }) => type === 'text/plain') ?? parts[0]
  const text = part ? decodedText(part).slice(0, mostText) : ''
  const lines = text.split('\n').map((line) => line.slice(0, longestLine).trim())
  const copy = lines.findIndex((line) => copyBegins.test(line))
  return copy < 0 ? lines : lines.slice(0, copy)
}

/** In doubt a mail is only late: a stranger's sentences do not make it undelivered. */
function kindOf(text: string, reason: string, isNamed: boolean): DeliveryFate['kind'] {
  const [, long, short] = replyCode.exec(reason) ?? []
  if ((long ?? short) === '5') return 'hard'
  if (stillTrying.test(text)) return 'soft'
  return givenUp.test(text) || isNamed ? 'hard' : 'soft'
}

function addressesIn(text: string): string[] {
  const found = text.match(/[^\s<>"'(),:;]{1,64}@[^\s<>"'(),:;]{1,253}/g) ?? []
  return [...new Set(found.map((address) => address.replace(/\.+$/, '')))].slice(0, 50)
}

/** qmail writes the address with a colon and the reason below it. */
function lineBelowAddress(lines: string[]): string | undefined {
  const at = lines.findIndex((line) => /^<?\S+@\S+>?:?$/.test(line))
  return at < 0 ? undefined : lines.slice(at + 1).find((line) => /^[^-]/.test(line))
}
