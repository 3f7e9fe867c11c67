/** Why a mail did not arrive: the sentences that the outbox keeps, and what is short enough for a document. */
import { givenUp } from './retry.ts'

const refused = ' did not take the mail'
const returned = 'The mail came back: '

/** Of a server that said no. `recipient` is empty when it was not about one. */
export function refusedSentence(server: string, recipient: string, reply: string): string {
  return `${server}${refused}${recipient ? ` for ${recipient}` : ''}: ${reply}`
}

/** Of a mail that was taken and then could not be delivered. */
export function returnedSentence(words: string): string {
  return returned + words
}

/** What a report of a mail that came back says; undefined where none did. */
function reportIn(sentence: string): string | undefined {
  return sentence.startsWith(returned) ? sentence.slice(returned.length) : undefined
}

/** `refused: No such mailbox`, `came back: User unknown`, or the sentence itself where it is neither. */
export function troubleWords(sentence: string): string {
  const report = reportIn(sentence)
  if (report !== undefined) return `came back: ${withoutCode(report)}`
  const reply = replyIn(sentence)
  return reply === undefined ? sentence : `refused: ${withoutCode(reply)}`
}

/** The server's own words; undefined where it did not refuse. */
function replyIn(sentence: string): string | undefined {
  const at = sentence.indexOf(refused)
  return at < 0 ? undefined : sentence.slice(at).replace(/^[^:]*: /, '')
}

/** What helps with a mail that is given up: most often the address is wrong, but not always. */
export function troubleCure(sentence: string, id: string): string {
  const words = replyIn(sentence) ?? reportIn(sentence) ?? ''
  if (mistrusts.test(words)) {
    return `The server mistrusts the mail, not the address: portal doctor --mail names what is missing. Then: portal outbox retry ${id}`
  }
  if (tooLarge.test(words)) {
    return 'The mail is too large there: send it again with mail.attach_pdf off; the link shows the PDF too.'
  }
  if (isFull.test(words)) {
    return `The mailbox is full, not wrong. Tell them in another way, or try again in some days: portal outbox retry ${id}`
  }
  if (sentence.startsWith(givenUp)) {
    return 'No fault of the address. When the mail server works again: portal outbox retry --given-up'
  }
  return `Correct the address, then send again, or: portal outbox retry ${id}`
}

/** What helps with a certificate that is not trusted, by the words or the code for why not. */
export function certificateCure(distrust: string): string {
  if (/altname|is not for/i.test(distrust)) {
    return 'Set mail.smtp.host to a name that the certificate is for.'
  }
  if (/expired/i.test(distrust)) return 'Have the certificate renewed.'
  return 'If it is your own, let NODE_EXTRA_CA_CERTS name its PEM file where portal runs; else get one that is trusted everywhere.'
}

/** X.7 is about security and policy (RFC 3463), whatever words a server has for it. */
const mistrusts =
  /\b5\.7\.\d{1,3}\b|\b(?:spam|spf|dkim|dmarc|block(?:ed|list)|blacklist|reputation|unauthenticated)\b/i
const isFull = /\b5\.2\.2\b|\b(?:mailbox|inbox|quota)\b.*\b(?:full|exceeded)\b|\bover ?quota\b/i
const tooLarge = /\b5\.3\.4\b|\bmessage size\b|\bsize (?:limit|exceed)|\btoo (?:large|big)\b/i

/** Reply codes (RFC 5321) and enhanced status codes (RFC 3463) say nothing to an owner. */
function withoutCode(reply: string): string {
  return reply.replace(/^(?:[245]\d\d[ -])?(?:[245]\.\d{1,3}\.\d{1,3} )?(?=\S)/, '')
}
