import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { SmtpOptions } from '../../src/mail/smtp.ts'
import { createSmtpMailer } from '../../src/mail/smtp.ts'
import type { SmtpSettings } from '../../src/mail/smtp-connection.ts'
import type { DeliveryError, Mailer } from '../../src/ports/mailer.ts'
import { sampleMail } from '../support/sample-mail.ts'
import type { SmtpInbox } from '../support/smtp-inbox.ts'
import { localhostPem, openSmtpInbox, refusal, serverUser } from '../support/smtp-inbox.ts'

const cleanUp: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of cleanUp.splice(0).reverse()) await end()
})

/** For servers that hang; on a busy machine any server may seem to. */
const hasty = { connectMs: 800, greetingMs: 400, socketMs: 400, openMs: 900, sendMs: 900 }

describe('delivering over SMTP', () => {
  it.each(['none', 'starttls', 'tls'] as const)(
    'works with security %s and a login',
    async (security) => {
      const inbox = await open(security)
      const mailer = mailerFor({ ...inbox.smtp, ...serverUser })
      await expect(mailer.verify()).resolves.toBeUndefined()
      await expect(mailer.deliver(sampleMail())).resolves.toEqual({ refused_copies: [] })
      const [mail] = inbox.received
      expect(mail).toMatchObject({
        secure: security !== 'none',
        user: 'portal',
        sender: 'office@acme.example',
        recipients: ['john.smith@example.com'],
      })
    },
  )

  it('does not log in when there is no user', async () => {
    const inbox = await open('none')
    await mailerFor(inbox.smtp).deliver(sampleMail())
    expect(inbox.received[0]?.user).toBe('')
  })

  it('sends one message to all, and keeps the blind copy out of it', async () => {
    const inbox = await open('none')
    await mailerFor(inbox.smtp).deliver(
      sampleMail({
        cc: [{ name: 'Mary', address: 'mary@example.com' }],
        bcc: [{ name: '', address: 'archive@acme.example' }],
      }),
    )
    expect(inbox.received).toHaveLength(1)
    expect(inbox.received[0]?.recipients).toEqual([
      'john.smith@example.com',
      'mary@example.com',
      'archive@acme.example',
    ])
    expect(inbox.received[0]?.raw.toString()).not.toContain('archive@acme.example')
  })

  it('gives the address for bounces to the server, and not to the reader', async () => {
    const inbox = await open('none')
    await mailerFor(inbox.smtp).deliver(sampleMail({ bounce_to: 'bounces@acme.example' }))
    expect(inbox.received[0]?.sender).toBe('bounces@acme.example')
    expect(inbox.received[0]?.raw.toString()).not.toContain('bounces@acme.example')
    const wrong = sampleMail({ bounce_to: 'bounces@acme.example, other@example.com' })
    expect((await failureOf(mailerFor(inbox.smtp), wrong)).permanent).toBe(true)
  })

  it('sends many mails over few connections', async () => {
    const inbox = await open('none')
    const mailer = mailerFor(inbox.smtp)
    await Promise.all(Array.from({ length: 20 }, () => mailer.deliver(sampleMail())))
    expect(inbox.received).toHaveLength(20)
    expect(inbox.connections).toBeLessThanOrEqual(5)
  })

  it('opens a new connection when the server closed the idle one', async () => {
    const connections: Socket[] = []
    const inbox = await open('none')
    const relay = await openServer((client) => {
      connections.push(client)
      const upstream = new (client.constructor as new () => Socket)()
      upstream.connect(inbox.smtp.port, '127.0.0.1')
      upstream.on('error', () => {})
      client.pipe(upstream).pipe(client)
    })
    const mailer = mailerFor({ ...inbox.smtp, port: relay })
    await mailer.deliver(sampleMail())
    connections[0]?.destroy()
    await mailer.deliver(sampleMail())
    expect(inbox.received).toHaveLength(2)
    expect(connections).toHaveLength(2)
  })
})

describe('a refusal', () => {
  it('of the recipient with 5xx is permanent and repeats what the server said', async () => {
    const inbox = await open('none', { onRcptTo: refuse(['john'], 550, 'No such user here') })
    const error = await failureOf(mailerFor(inbox.smtp))
    expect(error.permanent).toBe(true)
    expect(error.message).toContain('john.smith@example.com')
    expect(error.message).toContain('No such user here')
  })

  it('of the recipient with 4xx is worth another try', async () => {
    const inbox = await open('none', { onRcptTo: refuse(['john'], 450, 'Mailbox is busy') })
    expect((await failureOf(mailerFor(inbox.smtp))).permanent).toBe(false)
  })

  it('of the sender and of the message are told apart by their code as well', async () => {
    const sender = await open('none', {
      onMailFrom: (_a, _s, done) => done(refusal(553, 'Not you')),
    })
    expect((await failureOf(mailerFor(sender.smtp))).permanent).toBe(true)
    const late = await open('none', {
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => done(refusal(451, 'Try later')))
      },
    })
    expect((await failureOf(mailerFor(late.smtp))).permanent).toBe(false)
  })

  it('of the recipient means that the copies do not get the mail either', async () => {
    const inbox = await open('none', { onRcptTo: refuse(['john'], 450, 'Mailbox is busy') })
    const mailer = mailerFor(inbox.smtp)
    const mail = sampleMail({ cc: [{ name: '', address: 'mary@example.com' }] })
    expect((await failureOf(mailer, mail)).permanent).toBe(false)
    expect(inbox.received).toEqual([])
    await mailer.deliver(sampleMail({ to: { name: '', address: 'other@example.com' } }))
    expect(inbox.received).toHaveLength(1)
  })

  it('of a copy is reported, and the mail is delivered', async () => {
    const inbox = await open('none', { onRcptTo: refuse(['mary'], 550, 'No such user here') })
    const mail = sampleMail({ cc: [{ name: '', address: 'mary@example.com' }] })
    const { refused_copies } = await mailerFor(inbox.smtp).deliver(mail)
    expect(refused_copies).toEqual([
      { address: 'mary@example.com', reason: expect.stringContaining('No such user here') },
    ])
    expect(inbox.received[0]?.recipients).toEqual(['john.smith@example.com'])
  })

  it('of the login is not permanent, and names the settings', async () => {
    const inbox = await open('none')
    const mailer = mailerFor({ ...inbox.smtp, user: 'portal', password: 'wrong' })
    const error = await failureOf(mailer)
    expect(error.permanent).toBe(false)
    expect(error.message).toContain('mail.smtp.user')
    expect(error.message).not.toContain('wrong')
    await expect(mailer.verify()).rejects.toThrow('refused the login')
  })

  it('leaves the connection fit for the next mail', async () => {
    const inbox = await open('none', { onRcptTo: refuse(['john'], 550, 'No such user here') })
    const mailer = mailerFor(inbox.smtp)
    await failureOf(mailer)
    await mailer.deliver(sampleMail({ to: { name: '', address: 'other@example.com' } }))
    expect(inbox.connections).toBe(1)
  })
})

describe('a server that cannot be used', () => {
  it('is named when nobody listens', async () => {
    const port = await openServer(() => {})
    await cleanUp.pop()?.()
    const error = await failureOf(mailerFor(settings(port)))
    expect(error.permanent).toBe(false)
    expect(error.message).toContain(`127.0.0.1:${port} could not be reached`)
  })

  it('is told apart: one that is mistrusted, and one that does not begin with encryption', async () => {
    const mistrusted = await open('starttls')
    const stranger = await failureOf(mailerFor(mistrusted.smtp, { tls: {} }))
    expect(stranger.message).toContain('not trusted: self-signed certificate. If it is your own')
    const plain = await open('none')
    const late = await failureOf(mailerFor({ ...plain.smtp, security: 'tls' }))
    expect(late.message).toContain('Set mail.smtp.security to starttls')
    expect([stranger.permanent, late.permanent]).toEqual([false, false])
  })

  it('is given up when it never greets', async () => {
    const mailer = mailerFor(settings(await openServer(() => {})), { timeouts: hasty })
    expect((await failureOf(mailer)).message).toContain('did not answer in time')
    await expect(mailer.verify()).rejects.toThrow('did not answer in time')
  })

  it('is given up when it falls silent after the message', async () => {
    const inbox = await open('none', { onData: (stream) => void stream.resume() })
    const error = await failureOf(mailerFor(inbox.smtp, { timeouts: hasty }))
    expect(error).toMatchObject({ permanent: false })
    expect(error.message).toContain('did not answer in time')
  })

  it('is given up when it trickles without end', async () => {
    const port = await openServer((socket) => {
      socket.write('220-hello\r\n')
      const timer = setInterval(() => socket.write('220-and\r\n'), 50)
      socket.on('close', () => clearInterval(timer))
    })
    const mailer = mailerFor(settings(port), { timeouts: hasty })
    expect((await failureOf(mailer)).message).toContain('did not answer in time')
  })

  it('is worth another try when it drops the connection', async () => {
    const early = await openServer((socket) => socket.destroy())
    expect((await failureOf(mailerFor(settings(early)))).permanent).toBe(false)
    const midway = await open('none', {
      onData: (stream) => {
        stream.once('data', () => {
          for (const client of midwayClients) client.destroy()
        })
      },
    })
    const midwayClients: Socket[] = []
    const port = await openServer((client) => {
      midwayClients.push(client)
      const upstream = new (client.constructor as new () => Socket)()
      upstream.connect(midway.smtp.port, '127.0.0.1')
      upstream.on('error', () => {})
      client.pipe(upstream).pipe(client)
    })
    const error = await failureOf(mailerFor(settings(port)))
    expect(error).toMatchObject({ permanent: false })
    expect(error.message).toContain('closed the connection')
    expect(midwayClients).toHaveLength(1)
  })

  it('cannot hold on to a connection by not saying goodbye', async () => {
    const sockets: Socket[] = []
    const port = await openServer((socket) => {
      sockets.push(socket)
      socket.write('220 hello\r\n')
      socket.once('data', () => socket.write('250 hello\r\n'))
    })
    await mailerFor(settings(port)).verify()
    await once(sockets[0] as Socket, 'close')
  })

  it('is refused when it offers no encryption although STARTTLS is configured', async () => {
    const inbox = await open('none')
    const error = await failureOf(mailerFor({ ...inbox.smtp, security: 'starttls' }))
    expect(error.permanent).toBe(false)
    expect(error.message).toContain('mail.smtp.security')
  })

  it('is refused when its certificate is not trusted', async () => {
    const inbox = await open('starttls')
    const mailer = createSmtpMailer(inbox.smtp)
    const error = await failureOf(mailer)
    expect(error.message).toMatch(/certificate/)
    expect(inbox.received).toEqual([])
  })
})

async function open(...args: Parameters<typeof openSmtpInbox>): Promise<SmtpInbox> {
  const inbox = await openSmtpInbox(...args)
  cleanUp.push(inbox.close)
  return inbox
}

function mailerFor(smtp: SmtpSettings, options: SmtpOptions = {}): Mailer {
  const mailer = createSmtpMailer(smtp, { tls: { ca: localhostPem }, ...options })
  cleanUp.push(mailer.close)
  return mailer
}

function settings(port: number): SmtpSettings {
  return { host: '127.0.0.1', port, security: 'none', user: '', password: '' }
}

function refuse(names: string[], code: number, message: string) {
  return (
    { address }: { address: string },
    _session: unknown,
    done: (error?: Error | null) => void,
  ) => done(names.some((name) => address.startsWith(name)) ? refusal(code, message) : null)
}

async function failureOf(mailer: Mailer, mail = sampleMail()): Promise<DeliveryError> {
  return await mailer.deliver(mail).then(
    () => expect.fail('the mail was delivered'),
    (error: DeliveryError) => error,
  )
}

/** A bare TCP server for what no well-behaved mail server does. */
async function openServer(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUp.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return (server.address() as AddressInfo).port
}
