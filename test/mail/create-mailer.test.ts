import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { configSchema } from '../../src/config/schema.ts'
import { createMailer } from '../../src/mail/create-mailer.ts'
import { sampleMail } from '../support/sample-mail.ts'
import { openSmtpInbox } from '../support/smtp-inbox.ts'

let workspaceDir: string
beforeEach(async () => {
  workspaceDir = await mkdtemp(join(tmpdir(), 'portal-mail-'))
})
afterEach(() => rm(workspaceDir, { recursive: true, force: true }))

const dkim = { domain: 'acme.example', selector: 'portal', key_file: 'dkim.pem' }

describe('createMailer', () => {
  it('writes into the folder of the configuration, inside the workspace', async () => {
    const mailer = await createMailer(mailConfig({ dir: 'post/out' }), { workspaceDir })
    await mailer.deliver(sampleMail())
    expect(await readdir(join(workspaceDir, 'post/out'))).toEqual(['000001-invoice_sent.eml'])
  })

  it('sends over SMTP when the configuration says so', async () => {
    const { smtp, received, close } = await openSmtpInbox()
    const mailer = await createMailer(mailConfig({ transport: 'smtp', smtp }), { workspaceDir })
    await mailer.deliver(sampleMail())
    expect(received[0]?.mail.subject).toContain('INV-001')
    await mailer.close()
    await close()
  })

  it('signs with DKIM, one-click unsubscribe included', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    await writeFile(join(workspaceDir, 'dkim.pem'), pem)
    const mailer = await createMailer(mailConfig({ dkim }), { workspaceDir })
    const headers = {
      'List-Unsubscribe': '<https://portal.acme.example/u/abc>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }
    await mailer.deliver(sampleMail({ headers, subject: 'Größe' }))
    const raw = await readFile(join(workspaceDir, 'mail/000001-invoice_sent.eml'), 'latin1')
    const { tags, bodyHash, signed } = readSignature(raw)
    expect(tags.h?.toLowerCase()).toContain('list-unsubscribe:list-unsubscribe-post')
    expect(tags).toMatchObject({ d: 'acme.example', s: 'portal', c: 'relaxed/relaxed' })
    expect(tags.bh).toBe(bodyHash)
    const valid = createVerify('RSA-SHA256')
      .update(signed)
      .verify(publicKey, tags.b ?? '', 'base64')
    expect(valid).toBe(true)
  })

  it.each([
    ['is missing', undefined],
    ['is no key', 'not a key'],
  ])('refuses to send unsigned when the DKIM key %s', async (_, content) => {
    if (content) await writeFile(join(workspaceDir, 'dkim.pem'), content)
    await expect(createMailer(mailConfig({ dkim }), { workspaceDir })).rejects.toMatchObject({
      code: 'config_invalid',
      details: [{ field: 'mail.dkim.key_file' }],
    })
  })
})

function mailConfig(mail: object) {
  return configSchema.parse({ mail }).mail
}

/** Relaxed canonicalization, RFC 6376 §3.4.2 and §3.4.4. */
function readSignature(raw: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest
    .join('\r\n\r\n')
    .replace(/[ \t]+\r\n/g, '\r\n')
    .replace(/[ \t]+/g, ' ')
  const fields = head.split(/\r\n(?![ \t])/)
  const find = (name: string) =>
    fields.find((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''
  const relaxed = (field: string) => {
    const [name = '', ...value] = field.split(':')
    const text = value
      .join(':')
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
    return `${name.toLowerCase().trim()}:${text.trim()}`
  }
  const signature = relaxed(find('DKIM-Signature'))
  const pairs = signature.slice(signature.indexOf(':') + 1).split(';')
  const tags = Object.fromEntries(
    pairs.map((pair) => [
      pair.split('=')[0]?.trim(),
      pair.slice(pair.indexOf('=') + 1).replace(/ /g, ''),
    ]),
  ) as Record<string, string>
  const names = (tags.h ?? '').split(':')
  const unsigned = signature.replace(/b=[^;]*$/, 'b=').replace(/ b=[^;]*$/, ' b=')
  return {
    tags,
    bodyHash: createHash('sha256')
      .update(`${body.replace(/(\r\n)+$/, '')}\r\n`)
      .digest('base64'),
    signed: [...names.map((name) => relaxed(find(name))), unsigned].join('\r\n'),
  }
}
