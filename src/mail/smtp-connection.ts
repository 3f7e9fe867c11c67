import { Readable } from 'node:stream'
import type { NodemailerError } from 'nodemailer'
import type SmtpClient from 'nodemailer/lib/smtp-connection'
import type { Config } from '../config/schema.ts'
import type { EncodedMail } from './mime.ts'
import { wireForm } from './wire-form.ts'

export type SmtpSettings = Config['mail']['smtp']

export type SmtpTimeouts = {
  /** Look-up of the name, connection and start of TLS together. */
  connectMs: number
  greetingMs: number
  /** Silence on an open connection. */
  socketMs: number
  /** Opening and logging in, as a whole. */
  openMs: number
  /** One message, as a whole, however steadily the server trickles. */
  sendMs: number
}

/** Options of Node's own TLS, such as the certificate of a private authority. */
export type TlsOptions = { ca?: string | Buffer }

/** How long a server may take to say goodbye; a command must not hang on it. */
const goodbyeMs = 1000

/** A connection that is encrypted and logged in as configured. */
export type SmtpConnection = {
  /**
   * Resolves with the refusals of copies; rejects when `to` was refused, and then nobody got the mail.
   * Until `onFirstByte` is called a broken connection has delivered nothing.
   */
  send(mail: EncodedMail, onFirstByte: () => void): Promise<NodemailerError[]>
  /** Makes the connection fit for the next mail after a refusal. */
  reset(): Promise<void>
  isOpen(): boolean
  /** Says goodbye and closes. */
  quit(): void
  close(): void
}

/** Connects, encrypts, and logs in if there is a user; rejects with what smtp-failure.ts explains. */
export async function openSmtpConnection(
  smtp: SmtpSettings,
  timeouts: SmtpTimeouts,
  tls: TlsOptions = {},
): Promise<SmtpConnection> {
  const { default: Client } = await import('nodemailer/lib/smtp-connection')
  const client = new Client({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    connectionTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.socketMs,
    socketCloseTimeout: goodbyeMs,
    tls,
  })
  const step = stepsOf(client)
  try {
    await within(timeouts.openMs, client, async () => {
      await step((done) => client.connect(done))
      if (smtp.user) await logIn(client, step, smtp)
    })
  } catch (error) {
    client.close()
    throw error
  }
  return connectionOf(client, step, timeouts)
}

function connectionOf(client: SmtpClient, step: Step, timeouts: SmtpTimeouts): SmtpConnection {
  let open = true
  client.once('end', () => {
    open = false
  })
  return {
    send: (mail, onFirstByte) =>
      within(timeouts.sendMs, client, () => send(client, step, mail, onFirstByte)),
    reset: async () => void (await step((done) => client.reset(done))),
    isOpen: () => open,
    quit() {
      client.quit()
      setTimeout(() => client.close(), goodbyeMs).unref()
    },
    close: () => client.close(),
  }
}

type Step = <T>(start: (done: (error?: Error | null, value?: T) => void) => void) => Promise<T>

/** Turns callbacks into promises that also end when the connection breaks or is closed. */
function stepsOf(client: SmtpClient): Step {
  const broken = new Promise<never>((_, reject) => {
    client.on('error', reject)
    client.once('end', () => reject(failure('ECONNECTION', 'The connection was closed')))
  })
  broken.catch(() => {})
  return (start) => {
    const finished = new Promise<never>((resolve, reject) =>
      start((error, value) => (error ? reject(error) : resolve(value as never))),
    )
    finished.catch(() => {})
    return Promise.race([broken, finished])
  }
}

/** Closes the connection when the work takes longer, which ends the work. */
async function within<T>(ms: number, client: SmtpClient, work: () => Promise<T>): Promise<T> {
  let late = false
  const timer = setTimeout(() => {
    late = true
    client.close()
  }, ms)
  try {
    return await work()
  } catch (error) {
    throw late ? failure('ETIMEDOUT', `Not done after ${ms} ms`) : error
  } finally {
    clearTimeout(timer)
  }
}

async function logIn(client: SmtpClient, step: Step, smtp: SmtpSettings): Promise<void> {
  if (!client.allowsAuth) throw failure('ENOAUTH', 'The server offers no login')
  await step((done) => client.login({ user: smtp.user, pass: smtp.password }, done))
}

/**
 * The client would deliver to the copies alone when only `to` is refused. So the message is given out
 * when the server asks for it, which is after all recipients were answered; by then a refused `to` is known
 * and the connection is dropped instead, upon which a server delivers nothing (RFC 5321 §4.1.1.4).
 */
async function send(
  client: SmtpClient,
  step: Step,
  mail: EncodedMail,
  onFirstByte: () => void,
): Promise<NodemailerError[]> {
  const [to] = mail.recipients
  const envelope = {
    from: mail.sender,
    to: mail.recipients,
    size: mail.raw.length,
    /** Filled in by the client while it goes through the recipients. */
    rejectedErrors: [] as NodemailerError[],
  }
  const refusal = () => envelope.rejectedErrors.find(({ recipient }) => recipient === to)
  const message = givenOut((wire) => {
    if (refusal()) return void message.destroy(failure('EENVELOPE', 'The recipient was refused'))
    onFirstByte()
    wire.push(wireForm(mail.raw))
    wire.push(null)
  })
  try {
    const info = await step<{ rejectedErrors?: NodemailerError[] | undefined }>((done) =>
      client.send(envelope, message, done),
    )
    return info.rejectedErrors ?? []
  } catch (error) {
    const { code, command } = error as NodemailerError
    const stopped = code === 'ESTREAM'
    if (stopped) client.close()
    // Only then is it the recipient's fault: after a refused sender every recipient is refused too.
    throw stopped || command === 'RCPT TO' ? (refusal() ?? error) : error
  }
}

/** A message that writes itself onto the wire when the client asks for it, past the client's own encoding. */
function givenOut(give: (wire: Readable) => void): Readable {
  const message = new Readable({ read() {} })
  return Object.assign(message, {
    pipe<Wire>(wire: Wire): Wire {
      give(wire as Readable)
      return wire
    },
  })
}

function failure(code: string, message: string): NodemailerError {
  return Object.assign(new Error(message), { code })
}
