import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls'
import type { MailServerFacts } from '../ports/mail-probe.ts'
import { DeliveryError } from '../ports/mailer.ts'
import { oneLine } from './one-line.ts'
import type { SmtpSettings, TlsOptions } from './smtp-connection.ts'

/** Of the whole dialogue. */
const patienceMs = 10_000

/** A reply of the server: its code and its lines without it. */
type Reply = { code: string; lines: string[] }

/**
 * Looks at a mail server as a stranger does: how it greets, which encryption and logins it offers. A bad
 * certificate is a fact to tell, not the end. Throws DeliveryError when there is nobody to talk to.
 */
export async function probeMailServer(
  smtp: SmtpSettings,
  options: TlsOptions & { timeoutMs?: number } = {},
): Promise<MailServerFacts> {
  const server = `The mail server ${smtp.host}:${smtp.port}`
  const { timeoutMs = patienceMs, ...tls } = options
  let socket: Socket = smtp.security === 'tls' ? encrypted(smtp, tls) : plain(smtp)
  const timer = setTimeout(() => socket.destroy(late(server)), timeoutMs)
  try {
    const talk = dialogue(socket)
    const greeting = await talk.read()
    let offers = await talk.ask('EHLO localhost')
    const offers_starttls = offers.lines.some((line) => /^STARTTLS$/i.test(line))
    if (smtp.security === 'starttls' && offers_starttls) {
      await talk.ask('STARTTLS')
      talk.close()
      socket = encrypted(smtp, tls, socket)
      offers = await dialogue(socket).ask('EHLO localhost')
    }
    socket.end('QUIT\r\n')
    return {
      greeting_name: /^[\w.-]+\.[\w.-]+/.exec(greeting.lines[0] ?? '')?.[0] ?? '',
      offers_starttls,
      tls: 'encrypted' in socket ? certificateOf(socket as TLSSocket, smtp.host) : null,
      logins: loginsOf(offers),
    }
  } catch (error) {
    throw error instanceof DeliveryError
      ? error
      : new DeliveryError(`${server} cannot be talked to: ${oneLine(String(error))}`, false)
  } finally {
    clearTimeout(timer)
    socket.destroySoon()
  }
}

function plain({ host, port }: SmtpSettings): Socket {
  return connectPlain({ host, port })
}

function encrypted({ host, port }: SmtpSettings, tls: TlsOptions, over?: Socket): TLSSocket {
  const servername = isIP(host) > 0 ? {} : { servername: host }
  const where = over ? { socket: over } : { host, port }
  return connectTls({ ...where, ...servername, ...tls, rejectUnauthorized: false })
}

/** Reads replies in turn and asks one command after the other. */
function dialogue(socket: Socket) {
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })
  const next = lines[Symbol.asyncIterator]()
  const broken = new Promise<never>((_, reject) => socket.once('error', reject))
  broken.catch(() => {})
  async function read(): Promise<Reply> {
    const reply: Reply = { code: '', lines: [] }
    for (;;) {
      const { value, done } = await Promise.race([next.next(), broken])
      if (done) throw new Error('the connection was closed')
      const [, code, more, text = ''] = /^(\d{3})([ -]?)(.*)$/.exec(value) ?? []
      if (code === undefined) throw new Error(`an unexpected answer, "${value.slice(0, 80)}"`)
      reply.code = code
      reply.lines.push(text)
      if (reply.lines.length > 100) throw new Error('an answer without end')
      if (more !== '-') break
    }
    if (reply.code.startsWith('2')) return reply
    throw new Error(`${reply.code} ${reply.lines[0]}`)
  }
  return {
    read,
    ask(command: string): Promise<Reply> {
      socket.write(`${command}\r\n`)
      return read()
    },
    close: () => lines.close(),
  }
}

function certificateOf(socket: TLSSocket, host: string): MailServerFacts['tls'] {
  const certificate = socket.getPeerCertificate()
  const names = [...(certificate.subjectaltname ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)]
  const misnamed = checkServerIdentity(host, certificate)
  const untrusted = socket.authorized ? '' : oneLine(String(socket.authorizationError))
  const until = new Date(certificate.valid_to)
  return {
    protocol: socket.getProtocol() ?? '',
    distrust: untrusted || (misnamed ? `it is not for ${host}` : ''),
    names: names.map(([, name = '']) => name),
    valid_until: Number.isNaN(until.getTime()) ? null : until,
  }
}

function loginsOf({ lines }: Reply): string[] {
  const line = lines.find((one) => /^AUTH[ =]/i.test(one)) ?? ''
  return line.slice(5).toUpperCase().split(/\s+/).filter(Boolean)
}

function late(server: string): DeliveryError {
  return new DeliveryError(`${server} did not answer in time.`, false)
}
