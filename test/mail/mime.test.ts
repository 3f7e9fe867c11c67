import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { encodeMail } from '../../src/mail/mime.ts'
import type { Mail } from '../../src/ports/mailer.ts'
import { sampleMail } from '../support/sample-mail.ts'

describe('an encoded mail', () => {
  it('carries the headers of the contract', async () => {
    const { mail, header } = await encode({
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Portal-Event': 'viewed' },
      in_reply_to: '<first@acme.example>',
    })
    expect(header('x-portal-kind')).toBe('invoice_sent')
    expect(header('x-portal-document')).toBe('INV-001')
    expect(header('x-portal-event')).toBe('viewed')
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('references')).toBe('<first@acme.example>')
    expect(header('x-mailer')).toBeUndefined()
    expect(header('user-agent')).toBeUndefined()
    expect(mail.messageId).toBe('<01J8Z3M6@acme.example>')
    expect(mail.inReplyTo).toBe('<first@acme.example>')
    expect(mail.date).toBe('2025-01-15T15:00:00.000Z')
    expect(mail.replyTo).toEqual([{ name: 'Acme Remodeling', address: 'hello@acme.example' }])
  })

  it('says that it is about no document', async () => {
    const { header } = await encode({ document: '' })
    expect(header('x-portal-document')).toBe('none')
  })

  it('keeps text, HTML and attachments to the byte', async () => {
    const content = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256))
    const html = `<p>Größe 東京 🏠</p>\n${'<b>long</b> '.repeat(200)}\n.\n..dots\nFrom here`
    const text = `Größe 東京 🏠\n${'word '.repeat(400)}\n.\nFrom here\n`
    const { mail } = await encode({
      html,
      text,
      attachments: [{ filename: 'INV-001.pdf', content, content_type: 'application/pdf' }],
    })
    expect(mail.html?.trimEnd()).toBe(html)
    expect(mail.text?.trimEnd()).toBe(text.trimEnd())
    const [attachment] = mail.attachments
    expect(attachment).toMatchObject({
      filename: 'INV-001.pdf',
      mimeType: 'application/pdf',
      disposition: 'attachment',
    })
    expect(Buffer.from(attachment?.content as ArrayBuffer).equals(content)).toBe(true)
  })

  it('has no line above the limit of SMTP, and only CRLF line ends', async () => {
    const { raw } = await encode({ subject: 'x'.repeat(3000), text: 'y'.repeat(5000) })
    const lines = raw.toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it.each([
    'Ægir "Quote" O\'Neil, Jr. <x>',
    '株式会社アクメ',
    'شركة البناء',
    '👩‍🔧 Builders & Sons; Ltd.',
    'Zoë\\Back@slash (comment)',
    'A'.repeat(200),
  ])('carries the name %s unharmed', async (name) => {
    const { mail } = await encode({
      from: { name, address: 'office@acme.example' },
      to: { name, address: 'john.smith@example.com' },
      subject: `Invoice INV-001 from ${name}`,
    })
    expect(mail.from).toEqual({ name, address: 'office@acme.example' })
    expect(mail.to).toEqual([{ name, address: 'john.smith@example.com' }])
    expect(mail.subject).toBe(`Invoice INV-001 from ${name}`)
  })
})

describe('what was typed', () => {
  it.each([
    'Acme\r\nBcc: evil@example.net',
    'Acme\nSubject: other',
    'Acme\u2028X-Evil: 1',
    'Acme\u0000\u000b\u0085X-Evil: 1\r\n\r\nbody',
  ])('cannot add a header: %j', async (nasty) => {
    const { mail, raw, recipients } = await encode({
      from: { name: nasty, address: 'office@acme.example' },
      to: { name: nasty, address: 'john.smith@example.com' },
      reply_to: { name: nasty, address: 'hello@acme.example' },
      subject: nasty,
      document: nasty,
      message_id: `<1${nasty}@acme.example>`,
      headers: { 'X-Portal-Event': nasty },
      attachments: [{ filename: nasty, content: Buffer.from('x'), content_type: 'text/plain' }],
    })
    const plain = await encode({ headers: { 'X-Portal-Event': 'viewed' }, attachments: [pdf()] })
    expect(mail.headers.map(({ key }) => key)).toEqual(plain.mail.headers.map(({ key }) => key))
    expect(recipients).toEqual(['john.smith@example.com'])
    expect(raw.toString('latin1')).not.toMatch(/^(Bcc|X-Evil):/im)
  })

  it('cannot turn around what a mail program shows beside it', async () => {
    const name = '\u202eAcme\u2067 & \u2068Söhne'
    const { mail } = await encode({
      to: { name, address: 'john.smith@example.com' },
      subject: name,
    })
    expect(mail.to?.[0]?.name).toBe('Acme & Söhne')
    expect(mail.subject).toBe('Acme & Söhne')
  })

  it.each([
    'a@example.com, evil@example.net',
    'a@example.com; evil@example.net',
    'a@example.com evil@example.net',
    'a@example.com\r\nevil@example.net',
    'Evil <evil@example.net>',
    'a@b@example.net',
    'friends: a@example.com, evil@example.net;',
    '"a,b"@example.com',
    'nobody',
    '',
  ])('cannot address two, or none: %j', async (address) => {
    const wrong = { name: '', address }
    for (const changes of [{ to: wrong }, { cc: [wrong] }, { bcc: [wrong] }, { reply_to: wrong }]) {
      await expect(encode(changes)).rejects.toMatchObject({ permanent: true })
    }
  })

  it('never makes a file or a URL part of the mail', async () => {
    const { mail } = await encode({
      text: '/etc/passwd',
      html: '<img src="file:///etc/passwd">',
      attachments: [{ ...pdf(), filename: '/etc/passwd' }],
    })
    expect(mail.text?.trim()).toBe('/etc/passwd')
    expect(mail.attachments).toHaveLength(1)
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).toString()).toBe('%PDF')
  })

  it('may be an address with a name in any script and a domain beyond ASCII', async () => {
    const { recipients } = await encode({ to: { name: 'Jõe', address: 'info@jõgeva.example' } })
    expect(recipients).toEqual(['info@xn--jgeva-dua.example'])
  })
})

function pdf() {
  return {
    filename: 'INV-001.pdf',
    content: Buffer.from('%PDF'),
    content_type: 'application/pdf',
  }
}

async function encode(changes: Partial<Mail>) {
  const { raw, recipients } = await encodeMail(sampleMail(changes))
  const mail = await PostalMime.parse(raw)
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value
  return { raw, recipients, mail, header }
}
