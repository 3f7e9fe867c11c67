import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import type { SMTPServerOptions } from 'smtp-server'
import { SMTPServer } from 'smtp-server'
import type { SmtpSettings } from '../../src/mail/smtp-connection.ts'

export type ReceivedMail = {
  recipients: string[]
  sender: string
  raw: Buffer
  secure: boolean
  user: string
  mail: Email
}

export type SmtpInbox = {
  /** The settings that reach this server. */
  smtp: SmtpSettings
  received: ReceivedMail[]
  /** Connections so far. */
  connections: number
  close(): Promise<void>
}

/** The key and certificate of the test server; clients trust it as their certificate authority. */
export const localhostPem = readFileSync(new URL('localhost.pem', import.meta.url), 'utf8')

export const serverUser = { user: 'portal', password: 'correct horse' }

/** A refusal as an SMTP server makes it, such as `refusal(550, 'No such user')`. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** A real SMTP server on a free port of this machine that keeps what it is given. */
export async function openSmtpInbox(
  security: SmtpSettings['security'] = 'none',
  options: SMTPServerOptions = {},
): Promise<SmtpInbox> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    key: localhostPem,
    cert: localhostPem,
    secure: security === 'tls',
    disabledCommands: security === 'starttls' ? [] : ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    closeTimeout: 20,
    onAuth: (auth, _session, done) =>
      auth.username === serverUser.user && auth.password === serverUser.password
        ? done(null, { user: auth.username })
        : done(new Error('Invalid username or password')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          recipients: rcptTo.map(({ address }) => address),
          sender: mailFrom ? mailFrom.address : '',
          raw,
          secure: session.secure,
          user: session.user ?? '',
          mail: await PostalMime.parse(raw),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const inbox = {
    received,
    connections: 0,
    smtp: { host: '127.0.0.1', port: 0, security, user: '', password: '' },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
  server.server.on(security === 'tls' ? 'secureConnection' : 'connection', () => {
    inbox.connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  inbox.smtp.port = (server.server.address() as AddressInfo).port
  return inbox
}
