import { readFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import type { Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server'
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

/** Where in a delivery a server stands. */
export type SmtpStage = 'connect' | 'sender' | 'recipient' | 'message'

/**
 * How it behaves there: `take` is well, an error is a refusal, `hang` never answers, `drop` cuts the line;
 * `lose` takes the message and cuts the line before it says so.
 */
export type SmtpMood = 'take' | 'hang' | 'drop' | 'lose' | Error

export type SmtpInbox = {
  /** The settings that reach this server. */
  smtp: SmtpSettings
  received: ReceivedMail[]
  /** Connections so far. */
  connections: number
  /** Asked at each stage; `recipient` is the one in question, empty before there is one. */
  mood: (stage: SmtpStage, recipient: string) => SmtpMood
  /** Opens again on the same port after it was closed. */
  reopen(): Promise<void>
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
  const inbox: SmtpInbox = {
    received: [],
    connections: 0,
    mood: () => 'take',
    smtp: { host: '127.0.0.1', port: 0, security, user: '', password: '' },
    reopen: async () => {
      server = createServer(inbox, security, options)
      await listen(server, inbox.smtp.port)
    },
    close: () => close(server),
  }
  let server = createServer(inbox, security, options)
  inbox.smtp.port = await listen(server, 0)
  return inbox
}

function createServer(
  inbox: SmtpInbox,
  security: SmtpSettings['security'],
  options: SMTPServerOptions,
): SMTPServer {
  const server: SMTPServer = new SMTPServer({
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
    onConnect: (session, done) => behave(server, session, inbox.mood('connect', ''), done),
    onMailFrom: (_from, session, done) => behave(server, session, inbox.mood('sender', ''), done),
    onRcptTo: ({ address }, session, done) =>
      behave(server, session, inbox.mood('recipient', address), done),
    onData: (stream, session, done) => {
      const mood = inbox.mood('message', session.envelope.rcptTo[0]?.address ?? '')
      if (mood === 'drop') stream.once('data', () => cut(server, session))
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const isTaken = mood === 'take' || mood === 'lose'
        if (isTaken) inbox.received.push(await readMail(Buffer.concat(chunks), session))
        behave(server, session, mood === 'lose' ? 'drop' : mood, done)
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.server.on(security === 'tls' ? 'secureConnection' : 'connection', () => {
    inbox.connections += 1
  })
  return server
}

function behave(
  server: SMTPServer,
  session: SMTPServerSession,
  mood: SmtpMood,
  done: (error?: Error | null) => void,
): void {
  if (mood === 'drop') cut(server, session)
  else if (mood instanceof Error) done(mood)
  else if (mood !== 'hang') done()
}

/** Without a word, as a cable does. */
function cut(server: SMTPServer, { id }: SMTPServerSession): void {
  const connections = server.connections as Set<{ id: string; _socket: Socket }>
  for (const connection of connections) if (connection.id === id) connection._socket.destroy()
}

async function readMail(raw: Buffer, session: SMTPServerSession): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = session.envelope
  return {
    recipients: rcptTo.map(({ address }) => address),
    sender: mailFrom ? mailFrom.address : '',
    raw,
    secure: session.secure,
    user: session.user ?? '',
    mail: await PostalMime.parse(raw),
  }
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return (server.server.address() as AddressInfo).port
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
