import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readConfig } from '../../src/config/read.ts'
import { createMailer } from '../../src/mail/create-mailer.ts'
import { probeMailServer } from '../../src/mail/probe.ts'
import { createSmtpMailer } from '../../src/mail/smtp.ts'
import { createTools } from '../../src/open-app.ts'
import { checkWorkspace } from '../../src/usecases/check-workspace.ts'
import type { Finding } from '../../src/usecases/checks/inspection.ts'
import { checkDkim } from '../../src/usecases/checks/mail-dkim.ts'
import { checkDmarc } from '../../src/usecases/checks/mail-dmarc.ts'
import { checkPtr } from '../../src/usecases/checks/mail-ptr.ts'
import { checkMailLogin, checkMailTls } from '../../src/usecases/checks/mail-server.ts'
import { checkSpf } from '../../src/usecases/checks/mail-spf.ts'
import {
  type NameServerDouble,
  openNameServer,
  reverseName,
  type Zone,
} from '../doubles/name-server.ts'
import { localhostPem, openSmtpInbox, type SmtpInbox, serverUser } from '../support/smtp-inbox.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
const checks = {
  mail_tls: checkMailTls,
  mail_login: checkMailLogin,
  spf: checkSpf,
  dkim: checkDkim,
  dmarc: checkDmarc,
  ptr: checkPtr,
}
const serverAddress = '192.0.2.10'

let dir: string
let inbox: SmtpInbox
let dns: NameServerDouble

/** A mail server that says it is mail.acme.example, which DNS knows there and back. */
beforeEach(async () => {
  dir = tempDir()
  inbox = await openSmtpInbox('starttls', { name: 'mail.acme.example' })
  dns = await openNameServer(wellKept())
})
afterEach(async () => {
  await inbox.close()
  await dns.close()
})

function wellKept(): Zone {
  return {
    'acme.example': { TXT: ['google-site-verification=x', 'v=spf1 a:mail.acme.example -all'] },
    'mail.acme.example': { A: [serverAddress] },
    [reverseName(serverAddress)]: { PTR: ['mail.acme.example'] },
    '_dmarc.acme.example': { TXT: ['v=DMARC1; p=none; rua=mailto:office@acme.example'] },
  }
}

/** What the doctor finds, by name. */
async function findings(
  mail: Record<string, unknown> = {},
  probe: Parameters<typeof probeMailServer>[1] = {},
) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
  const password = '${SMTP_PASSWORD}'
  const smtp = { ...inbox.smtp, password, ...((mail.smtp as object) ?? {}) }
  const config = {
    business: { name: 'Acme', email: 'office@acme.example' },
    mail: { transport: 'smtp', dns_server: dns.address, ...mail, smtp },
  }
  writeFileSync(join(dir, 'config.yml'), stringify(config))
  const tools = {
    ...createTools(dir),
    mailServerFacts: ({ mail: { smtp } }) => probeMailServer(smtp, { ca: localhostPem, ...probe }),
    mailer: async ({ mail }) =>
      mail.transport === 'file'
        ? createMailer(mail, { workspaceDir: dir })
        : createSmtpMailer(mail.smtp, { tls: { ca: localhostPem } }),
  } satisfies Partial<ReturnType<typeof createTools>>
  const env = { SMTP_PASSWORD: serverUser.password }
  const reading = await readConfig(dir, env)
  expect(reading.problems).toEqual([])
  const inspection = { dir, env, reading, tools: { ...createTools(dir), ...tools } }
  const found = Object.entries(checks).map(async ([name, check]) => [name, await check(inspection)])
  return Object.fromEntries(await Promise.all(found)) as Record<keyof typeof checks, Finding>
}

/** A key on disk, and what DNS should show. */
function makeKey(bits = 2048): { dkim: Record<string, string>; value: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  writeFileSync(join(dir, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const shown = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return {
    dkim: { domain: 'acme.example', selector: 'portal', key_file: 'dkim.pem' },
    value: `v=DKIM1; k=rsa; p=${shown}`,
  }
}

test('all is well where DNS, certificate, login and key agree', async () => {
  const { dkim, value } = makeKey()
  dns.zone['portal._domainkey.acme.example'] = { TXT: [value] }
  const found = await findings({ dkim, smtp: { host: 'localhost', user: serverUser.user } })
  expect(Object.values(found).filter(({ ok }) => !ok)).toEqual([])
  expect(found.mail_tls?.message).toMatch(/^TLSv1\.[23], with a certificate for localhost/)
  expect(found.mail_login?.message).toContain('portal can log in (')
  expect(found.dkim?.message).toContain('2048 bits')
  expect(found.ptr?.message).toContain('192.0.2.10 is mail.acme.example')
  expect(dns.asked).toContain('TXT portal._domainkey.acme.example')
  expect(inbox.received).toEqual([])
})

test('all of it is part of the report on request only', async () => {
  await findings({ transport: 'file' })
  const tools = { ...createTools(dir), findBrowser: async () => undefined }
  const named = async (more: object) =>
    (await checkWorkspace({ dir, env: {}, tools, ...more })).checks.map(({ name }) => name)
  expect(await named({})).not.toContain('spf')
  expect(await named({ mail: {} })).toEqual(expect.arrayContaining(Object.keys(checks)))
})

test('nothing is looked at while mail goes into a folder, and nobody is asked', async () => {
  const found = await findings({ transport: 'file' })
  expect(Object.values(found).every(({ ok }) => ok)).toBe(true)
  expect(found.spf?.message).toContain('mail.transport is file')
  expect([dns.asked, inbox.connections]).toEqual([[], 0])
})

describe('SPF', () => {
  const spf = async (text: string | string[] | undefined, more: Zone = {}) => {
    const TXT = text === undefined ? [] : [text].flat()
    Object.assign(dns.zone, { 'acme.example': { TXT } }, more)
    return (await findings()).spf
  }
  const covering: [string, Zone?][] = [
    ['v=spf1 ip4:192.0.2.0/24 -all'],
    ['v=spf1 +a:mail.acme.example ~all'],
    ['V=SPF1 mx -all', { 'acme.example': { TXT: ['V=SPF1 mx -all'], MX: ['mail.acme.example'] } }],
    [
      'v=spf1 include:spf.host.example -all',
      { 'spf.host.example': { TXT: ['v=spf1 ip4:192.0.2.10'] } },
    ],
    [
      'v=spf1 redirect=spf.host.example',
      { 'spf.host.example': { TXT: ['v=spf1 ip4:192.0.2.10 -all'] } },
    ],
    ['v=spf1 ptr:acme.example -all'],
    ['v=spf1 exists:mail.acme.example -all'],
  ]

  test.each(covering)('that names the server is well: %s', async (text, more) => {
    expect(await spf(text, more)).toMatchObject({
      ok: true,
      message: expect.stringContaining('names'),
    })
  })

  test('that is not there is a fault, with the record to paste', async () => {
    expect(await spf(undefined)).toMatchObject({
      ok: false,
      message: 'acme.example has no SPF record.',
      remedy: expect.stringMatching(/\nacme\.example\. TXT "v=spf1 a:mail\.acme\.example ~all"$/),
    })
  })

  test('that names another machine is a fault, with the server put in', async () => {
    expect(await spf('v=spf1 ip4:198.51.100.7 -all')).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('"v=spf1 a:mail.acme.example ip4:198.51.100.7 -all"'),
    })
  })

  test('of a provider that sends from elsewhere is none, and says what to look for', async () => {
    const found = await spf('v=spf1 include:spf.host.example -all', {
      'spf.host.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] },
    })
    expect(found).toMatchObject({ ok: true, message: expect.stringContaining('spf=pass') })
  })

  test.each([
    ['v=spf1 a:mail.acme.example +all', 'anybody'],
    ['v=spf1 ipv4:192.0.2.10 -all', '"ipv4:192.0.2.10"'],
    ['v=spf1 ip4: -all', '"ip4:"'],
    ['v=spf1 include:nothing.example -all', 'without a usable SPF record'],
  ])('that is broken is a fault: %s', async (text, message) => {
    expect(await spf(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) })
  })

  test('twice, or with too many look-ups, is as good as none', async () => {
    const two = await spf(['v=spf1 a -all', 'v=spf1 mx -all'])
    expect(two).toMatchObject({ ok: false, message: expect.stringContaining('2 SPF records') })
    const loop = await spf('v=spf1 include:acme.example -all')
    expect(loop).toMatchObject({ ok: false, message: expect.stringContaining('10 look-ups') })
    const circle = await spf('v=spf1 redirect=acme.example')
    expect(circle).toMatchObject({ ok: false, message: expect.stringContaining('10 look-ups') })
  })

  test('cannot be judged where nobody outside sees the server', async () => {
    delete dns.zone['mail.acme.example']
    const { spf, ptr } = await findings()
    expect(spf).toMatchObject({ ok: true, message: expect.stringContaining('does not show') })
    expect(ptr).toMatchObject({ ok: true, message: expect.stringContaining('does not show') })
  })
})

describe('DKIM', () => {
  const dkimWith = async (record: (value: string) => string[] | undefined, bits?: number) => {
    const { dkim, value } = makeKey(bits)
    const TXT = record(value)
    if (TXT) dns.zone['portal._domainkey.acme.example'] = { TXT }
    return { found: (await findings({ dkim })).dkim, value }
  }

  test('without a key of ours is the mail server’s to do', async () => {
    expect((await findings()).dkim).toMatchObject({
      ok: true,
      message: expect.stringMatching(/dkim=pass/),
    })
  })

  test('whose record is not there is a fault, with the record in pieces that a zone file takes', async () => {
    const { found, value } = await dkimWith(() => undefined)
    expect(found).toMatchObject({ ok: false, message: expect.stringContaining('no DKIM record') })
    const [, record = ''] = found?.remedy.split('\n') ?? []
    expect(record).toMatch(
      /^portal\._domainkey\.acme\.example\. TXT "v=DKIM1; k=rsa; p=[^"]{230,}" "/,
    )
    expect([...record.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('')).toBe(value)
  })

  test.each<[string, (value: string) => string[], string]>([
    ['shows another key', () => [`v=DKIM1; p=${publicKey()}`], 'another key'],
    ['shows no key at all', () => ['v=DKIM1; p=!!!'], 'another key'],
    ['was revoked', () => ['v=DKIM1; p='], 'revoked'],
    ['is there twice', (value) => [value, value], '2 DKIM records'],
    ['is for another kind of key', () => ['v=DKIM1; k=ed25519; p=abc'], 'ed25519'],
    ['wants another hash', (value) => [`${value}; h=sha1`], 'sha256'],
  ])('whose record %s is a fault', async (_, record, message) => {
    const { found } = await dkimWith(record)
    expect(found).toMatchObject({ ok: false, message: expect.stringContaining(message) })
  })

  test('whose record is only a test, or whose key is short, is told', async () => {
    const { found } = await dkimWith((value) => [`${value}; t=y`], 1024)
    expect(found?.message).toMatch(/only a test[\s\S]*2048 bits are usual/)
    expect((await dkimWith((value) => [value], 512)).found).toMatchObject({ ok: false })
  })

  test('with a key that cannot sign is a fault', async () => {
    const dkim = { domain: 'acme.example', selector: 'portal', key_file: 'dkim.pem' }
    expect((await findings({ dkim })).dkim).toMatchObject({ ok: false })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(join(dir, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect((await findings({ dkim })).dkim?.message).toContain('no RSA key')
    await expect(
      createMailer({ dkim, transport: 'file', dir } as never, { workspaceDir: dir }),
    ).rejects.toMatchObject({ code: 'config_invalid' })
  })
})

describe('DMARC', () => {
  const dmarc = async (TXT: string[], mail: Record<string, unknown> = {}) => {
    dns.zone['_dmarc.acme.example'] = { TXT }
    return (await findings(mail)).dmarc
  }
  const signedBy = (domain: string) => ({ dkim: { ...makeKey().dkim, domain } })

  test('that is not there is a fault, with the record to paste', async () => {
    expect(await dmarc([])).toMatchObject({
      ok: false,
      remedy: expect.stringContaining(
        '_dmarc.acme.example. TXT "v=DMARC1; p=none; rua=mailto:office@acme.example"',
      ),
    })
  })

  test('of the domain above holds for the one below', async () => {
    dns.zone['_dmarc.acme.example'] = { TXT: ['v=DMARC1; p=none; sp=reject'] }
    const found = (await findings({ from: 'billing@portal.acme.example' })).dmarc
    expect(found).toMatchObject({ ok: true, message: expect.stringContaining('p=reject') })
  })

  test('does not count a signature of another domain', async () => {
    const found = await dmarc(['v=DMARC1; p=reject'], signedBy('relay.example'))
    expect(found).toMatchObject({
      ok: false,
      message: expect.stringContaining('signed by relay.example'),
      remedy: expect.stringContaining('mail.dkim.domain to acme.example'),
    })
  })

  test('counts one of a domain below unless it asks for the very same', async () => {
    const below = signedBy('mail.acme.example')
    expect(await dmarc(['v=DMARC1; p=reject'], below)).toMatchObject({ ok: true })
    const strict = await dmarc(['v=DMARC1; p=reject; adkim=s'], below)
    expect(strict).toMatchObject({ ok: false, message: expect.stringContaining('adkim=s') })
  })

  test('counts SPF only where bounces go to the domain of the sender', async () => {
    dns.zone['relay.example'] = { TXT: ['v=spf1 a:mail.acme.example -all'] }
    const away = await findings({ bounce_to: 'bounces@relay.example' })
    expect(away.spf).toMatchObject({ ok: true, message: expect.stringContaining('relay.example') })
    expect(away.dmarc).toMatchObject({ ok: false, remedy: expect.stringContaining('bounce_to') })
    const below = await findings({ bounce_to: 'bounces@mail.acme.example' })
    expect(below.dmarc).toMatchObject({ ok: true })
  })

  test.each([
    [['v=DMARC1; p=none', 'v=DMARC1; p=reject']],
    [['v=DMARC1; p=everything']],
    [['v=DMARC1']],
  ])('that cannot be used is a fault: %s', async (TXT) => {
    expect(await dmarc(TXT)).toMatchObject({ ok: false })
  })
})

describe('PTR', () => {
  test.each([
    ['no name', []],
    ['a name that leads elsewhere', ['other.example']],
  ])('with %s is a fault of whoever gave the address', async (_, PTR) => {
    dns.zone[reverseName(serverAddress)] = { PTR }
    dns.zone['other.example'] = { A: ['198.51.100.1'] }
    expect((await findings()).ptr).toMatchObject({
      ok: false,
      message: expect.stringContaining(serverAddress),
      remedy: expect.stringContaining('PTR to mail.acme.example'),
    })
  })
})

describe('the mail server', () => {
  test('whose certificate nobody vouches for is a fault that says for which names it is', async () => {
    const { mail_tls } = await findings({ smtp: { host: 'localhost' } }, { ca: undefined })
    expect(mail_tls).toMatchObject({
      ok: false,
      message: expect.stringMatching(/not trusted \(.*self.signed.*\)\. It is for localhost, 127/i),
    })
  })

  test('that offers no encryption is a fault where STARTTLS is configured', async () => {
    const bare = await openSmtpInbox('none')
    const smtp = { port: bare.smtp.port, security: 'starttls', user: serverUser.user }
    const { mail_tls, mail_login } = await findings({ smtp })
    expect(mail_tls).toMatchObject({ ok: false, remedy: expect.stringContaining('465') })
    expect(mail_login?.ok).toBe(false)
    const plain = await findings({ smtp: { port: bare.smtp.port, security: 'none' } })
    expect(plain.mail_tls).toMatchObject({
      ok: true,
      message: expect.stringMatching(/this machine/),
    })
    await bare.close()
  })

  test('that speaks TLS from the start is looked at in the same way', async () => {
    const secure = await openSmtpInbox('tls')
    const { mail_tls } = await findings({
      smtp: { port: secure.smtp.port, security: 'tls', host: 'localhost' },
    })
    expect(mail_tls).toMatchObject({ ok: true })
    await secure.close()
  })

  test('that refuses the password is a fault, and the password is not told', async () => {
    const smtp = { host: 'localhost', user: serverUser.user, password: 'not the one' }
    const { mail_login } = await findings({ smtp })
    expect(mail_login).toMatchObject({
      ok: false,
      message: expect.stringContaining('refused the login'),
    })
    expect(JSON.stringify(mail_login)).not.toContain('not the one')
  })

  test('that never answers is given up in time, and the rest is looked at', async () => {
    const mute = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => mute.once('listening', resolve))
    const { port } = mute.address() as { port: number }
    const found = await findings({ smtp: { port } }, { timeoutMs: 300 })
    expect(found.mail_tls).toMatchObject({ ok: false, message: expect.stringContaining('in time') })
    expect(found.dmarc?.ok).toBe(true)
    mute.close()
  })
})

describe('a name server', () => {
  test.each([
    ['is silent', 'silent', 'did not answer'],
    ['is broken', 'broken', 'could not tell'],
  ] as const)('that %s is told as such, with what to do', async (_, mood, message) => {
    dns.mood = mood
    const found = await findings()
    for (const name of ['spf', 'dmarc', 'ptr'] as const) {
      expect(found[name]).toMatchObject({
        ok: false,
        message: expect.stringContaining(message),
        remedy: expect.stringContaining('mail.dns_server'),
      })
    }
    expect(found.spf?.message).toContain(dns.address)
  })
})

/** Of some other key. */
function publicKey(): string {
  const { publicKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return key.export({ type: 'spki', format: 'der' }).toString('base64')
}
