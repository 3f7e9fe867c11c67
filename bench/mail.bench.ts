/** A thousand mails with a PDF over SMTP, against the pool of the library underneath with its defaults. */
import { randomBytes } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { configSchema } from '../src/config/schema.ts'
import { createSmtpMailer } from '../src/mail/smtp.ts'
import { packageDir } from '../src/package-dir.ts'
import type { Mail } from '../src/ports/mailer.ts'
import { createRenderer } from '../src/render/create-renderer.ts'
import { sampleCustomer, sampleDocument } from '../src/render/sample-document.ts'
import type { Row } from './row.ts'
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts'

const mails = 1000
const pdfBytes = 40 * 1024
const warmUp = 100
const rounds = 9
const budget = 1.6

/** Both hand over the same mails to the same server, which is another process; the rounds alternate. */
export async function bench(): Promise<Row[]> {
  const mail = await invoiceMail()
  const sink = await startSmtpSink()
  const ours = sendOurs(sink, mail)
  const peers = sendPeers(sink, mail)
  try {
    await ours.send(warmUp)
    await peers.send(warmUp)
    await sink.taken()
    const times: { ours: Cost; peers: Cost }[] = []
    for (let round = 0; round < rounds; round++) {
      times.push({ peers: await costOf(sink, peers), ours: await costOf(sink, ours) })
    }
    return [rowOf(times)]
  } finally {
    await ours.close()
    peers.close()
    sink.close()
  }
}

function rowOf(times: { ours: Cost; peers: Cost }[]): Row {
  const middle = (of: (one: (typeof times)[number]) => number) =>
    times.map(of).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  const perSecond = (ms: number) => `${Math.round((mails * 1000) / ms)}/s`
  const ratio = middle(({ ours, peers }) => peers.ms / ours.ms)
  const processor = middle(({ ours, peers }) => peers.processorMs / ours.processorMs)
  return {
    what: `${mails} mails with a 40 kB PDF over SMTP, against nodemailer's default pool (processor time)`,
    ours: perSecond(middle(({ ours }) => ours.ms)),
    peer: perSecond(middle(({ peers }) => peers.ms)),
    ratio: `${ratio.toFixed(2)} (${processor.toFixed(2)})`,
    budget: `≥ ${budget}`,
    met: ratio >= budget,
  }
}

type Sender = { send(count: number): Promise<unknown> }

/** Until the last mail is taken. Other work on the machine costs time, but no processor time of this process. */
type Cost = { ms: number; processorMs: number }

async function costOf(sink: SmtpSink, { send }: Sender): Promise<Cost> {
  const begun = performance.now()
  const before = process.cpuUsage()
  await send(mails)
  const { user, system } = process.cpuUsage(before)
  const ms = performance.now() - begun
  const taken = await sink.taken()
  if (taken.mails !== mails || taken.bytes < mails * pdfBytes) {
    throw new Error(`${taken.mails} mails of ${taken.bytes} bytes were taken`)
  }
  return { ms, processorMs: (user + system) / 1000 }
}

function sendOurs({ port }: SmtpSink, mail: Mail) {
  const mailer = createSmtpMailer({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: '',
    password: '',
  })
  return {
    send: (count: number) =>
      Promise.all(Array.from({ length: count }, (_, i) => mailer.deliver(numbered(mail, i)))),
    close: () => mailer.close(),
  }
}

/** As its documentation shows: what is not said is left to its defaults. */
function sendPeers({ port }: SmtpSink, mail: Mail) {
  const transport = createTransport({ pool: true, host: '127.0.0.1', port, secure: false })
  const message = (i: number) => {
    const { from, to, reply_to, subject, html, text, attachments, message_id } = numbered(mail, i)
    return {
      from,
      to: [to],
      ...(reply_to ? { replyTo: reply_to } : {}),
      subject,
      html,
      text,
      messageId: message_id,
      attachments: attachments.map(({ filename, content, content_type }) => {
        return { filename, content, contentType: content_type }
      }),
    }
  }
  return {
    send: (count: number) =>
      Promise.all(Array.from({ length: count }, (_, i) => transport.sendMail(message(i)))),
    close: () => transport.close(),
  }
}

function numbered(mail: Mail, i: number): Mail {
  return { ...mail, message_id: `<msg_${i}@acme.example>` }
}

/** The mail of an invoice as it really is, with a PDF of the wanted size. */
async function invoiceMail(): Promise<Mail> {
  const config = configSchema.parse({
    business: { name: 'Acme Remodeling', email: 'office@acme.example' },
  })
  const renderer = await createRenderer({
    config,
    workspaceDir: packageDir(),
    packageDir: packageDir(),
  })
  const now = new Date()
  const document = sampleDocument('invoice', config, now)
  const kind = 'invoice_sent'
  const url = `${config.public_url}/i/${'0'.repeat(32)}`
  const customer = sampleCustomer(config, now)
  const content = randomBytes(pdfBytes)
  return {
    ...renderer.mail({ kind, document, customer, url, stop_url: null, data: {}, now }),
    kind,
    document: document.number,
    message_id: '',
    from: { name: 'Acme Remodeling', address: 'office@acme.example' },
    to: { name: customer.name, address: customer.email },
    cc: [],
    bcc: [],
    reply_to: { name: 'Acme Remodeling', address: 'office@acme.example' },
    headers: {},
    in_reply_to: null,
    attachments: [{ filename: 'INV-001.pdf', content, content_type: 'application/pdf' }],
    date: now,
  }
}
