import type { NodemailerError } from 'nodemailer'
import { certificateCure, refusedSentence } from '../domain/mail-trouble.ts'
import { DeliveryError } from '../ports/mailer.ts'
import type { SmtpSettings } from './smtp-connection.ts'

/** Replies that a change of settings cures: the mail itself was not judged, so it is tried again. */
const loginReplies = [530, 534, 535, 538]

/** No more of a server's reply than fits a terminal and a table. */
const replyLength = 300

/** Says what went wrong, what to do about it, and whether another try can help. */
export function explainFailure(error: unknown, smtp: SmtpSettings): DeliveryError {
  if (error instanceof DeliveryError) return error
  const failure = error as NodemailerError
  return new DeliveryError(sentence(failure, smtp), isPermanent(failure))
}

/** The server's own words, on one line and without our password. */
export function replyOf(failure: NodemailerError, smtp: SmtpSettings): string {
  const said = withoutPassword(failure.response || failure.message || '', smtp)
  const reply = said.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return reply.length > replyLength ? `${reply.slice(0, replyLength)}…` : reply
}

/** Only an answer to the mail itself is final; a refused greeting or login is not about the mail. */
function isPermanent(failure: NodemailerError): boolean {
  if (failure.code !== 'EENVELOPE' && failure.code !== 'EMESSAGE') return false
  if (loginReplies.includes(failure.responseCode ?? 0)) return false
  return failure.permanent ?? true
}

function sentence(failure: NodemailerError, smtp: SmtpSettings): string {
  const server = `The mail server ${smtp.host}:${smtp.port}`
  const reply = replyOf(failure, smtp)
  if (loginReplies.includes(failure.responseCode ?? 0)) {
    return `${server} refused the login: ${reply}. Check mail.smtp.user and mail.smtp.password.`
  }
  switch (failure.code) {
    case 'EAUTH':
      return `${server} did not log in "${smtp.user}": ${reply}.`
    case 'ENOAUTH':
      return `${server} offers no login on this connection. Check mail.smtp.security, or empty mail.smtp.user.`
    case 'EDNS':
      return `The mail server ${smtp.host} was not found. Check mail.smtp.host.`
    case 'ETLS':
    case 'ESOCKET':
      return unreached(server, reply, failure.code)
    case 'ETIMEDOUT':
      return `${server} did not answer in time. Check mail.smtp.host, port and security.`
    case 'ECONNECTION':
      return `${server} closed the connection${failure.response ? `: ${reply}` : ''}.`
    case 'EENVELOPE':
    case 'EMESSAGE':
      return refusedSentence(server, failure.recipient ?? '', reply)
    default:
      return `${server} answered in an unexpected way: ${reply}`
  }
}

/** OpenSSL's words for an answer that is not encrypted. */
const plainAnswer = /wrong version number|packet length too long|record layer failure/i

function unreached(server: string, reply: string, code: string): string {
  if (/certificate/i.test(reply)) {
    return `${server} shows a certificate that is not trusted: ${reply}. ${certificateCure(reply)}`
  }
  if (plainAnswer.test(reply)) {
    return `${server} does not begin with encryption. Set mail.smtp.security to starttls, or use its port for tls, mostly 465.`
  }
  return code === 'ETLS'
    ? `${server} could not be reached with encryption: ${reply}. Check mail.smtp.security and port.`
    : `${server} could not be reached: ${reply}. Check mail.smtp.host, port and security.`
}

/** Some servers repeat in their reply what they were told: plainly, or as it went over the wire. */
function withoutPassword(reply: string, { user, password }: SmtpSettings): string {
  if (password === '') return reply
  const told = [password, `\0${user}\0${password}`]
  const forms = [password, ...told.map((text) => Buffer.from(text).toString('base64'))]
  return forms.reduce((text, secret) => text.replaceAll(secret, '…'), reply)
}
