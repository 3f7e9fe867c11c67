/**
 * Every mail in every language, as programs of others see it: DKIM's reference checker and a spam filter. By
 * itself the filter, which takes its time, sees all mails in English and a reminder in each other language; with
 * PORTAL_ALL_MAILS=1 it sees all of them, with a table of what it said.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { loadDkim } from '../../src/mail/dkim.ts'
import { encodeMail } from '../../src/mail/mime.ts'
import type { Mail } from '../../src/ports/mailer.ts'
import { createRenderer } from '../../src/render/create-renderer.ts'
import { renderedMailKinds as kinds, type renderedMailKinds } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import { stopHeaders } from '../../src/usecases/stop-link.ts'
import { acmeConfig } from '../support/mail-context.ts'
import { sampleMail } from '../support/sample-mail.ts'

const packageDir = fileURLToPath(new URL('../..', import.meta.url))
const works = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
/** The system's packages belong to the system's Python. */
const python = ['python3', '/usr/bin/python3'].find((one) => works(one, '-c', 'import dkim'))
const isWhole = Boolean(process.env.PORTAL_ALL_MAILS)
const hasSpamFilter = works('spamassassin', '--version')

let dir: string
/** The signed mails by language and kind. */
const mails = new Map<string, Buffer>()

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'portal-mails-'))
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(join(dir, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const shown = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  writeFileSync(join(dir, 'record'), `v=DKIM1; k=rsa; p=${shown}`)
  const dkim = { domain: 'acme.example', selector: 'portal', key_file: 'key.pem' }
  const sign = await loadDkim(dkim, dir)
  for (const locale of Object.keys(languages)) {
    const config = acmeConfig({ business: { ...acmeConfig().business, locale } })
    const renderer = await createRenderer({ config, workspaceDir: packageDir, packageDir })
    for (const kind of kinds) {
      const mail = mailOf(kind, renderer.mail(sampleMailInput(config, kind, new Date())))
      mails.set(`${locale}-${kind}`, (await encodeMail(mail, sign)).raw)
    }
  }
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function mailOf(
  kind: (typeof renderedMailKinds)[number],
  rendered: Pick<Mail, 'subject' | 'html' | 'text'>,
): Mail {
  const isStoppable = kind === 'reminder' || kind === 'nudge'
  const stop = isStoppable ? 'https://portal.acme.example/u/0' : null
  return sampleMail({ kind, ...rendered, headers: stopHeaders(stop), date: new Date() })
}

// Skipped where the Python package dkimpy is not installed.
test.skipIf(!python)('DKIM verifies, and covers what one-click unsubscribe needs', () => {
  const check = `
import dkim, json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
record = (folder / 'record').read_bytes()
found = {}
for path in folder.glob('*.eml'):
    mail = dkim.DKIM(path.read_bytes())
    ok = mail.verify(dnsfunc=lambda name, timeout=5: record)
    found[path.stem] = [ok, *[name.decode() for name, value in mail.signed_headers]]
print(json.dumps(found))`
  for (const [name, raw] of mails) writeFileSync(join(dir, `${name}.eml`), raw)
  const said = JSON.parse(execFileSync(python ?? '', ['-c', check, dir], { encoding: 'utf8' }))
  expect(Object.keys(said).sort()).toEqual([...mails.keys()].sort())
  for (const [name, [ok, ...signed]] of Object.entries<[boolean, ...string[]]>(said)) {
    const isStoppable = /reminder|nudge/.test(name)
    const stop = isStoppable ? ['list-unsubscribe', 'list-unsubscribe-post'] : []
    const wanted = ['from', 'to', 'subject', 'date', 'message-id', ...stop]
    expect([name, ok, wanted.filter((header) => !signed.includes(header))]).toEqual([
      name,
      true,
      [],
    ])
  }
})

// Skipped where SpamAssassin is not installed. Asks no network: DNS would only add what is good for us.
test.skipIf(!hasSpamFilter)(
  `a spam filter has nothing against ${isWhole ? 'any' : 'most'} of them`,
  { timeout: 300_000 },
  () => {
    const envelope = [
      'From office@acme.example Wed Jan 15 15:00:00 2025',
      'Return-Path: <office@acme.example>',
      'Received: from mail.acme.example (mail.acme.example [93.184.215.14])',
      `\tby mx.example.com (Postfix) with ESMTPS id 4XyZ; ${new Date().toUTCString()}`,
    ].join('\n')
    const seen = [...mails].filter(([name]) => isWhole || /^en-|-reminder$/.test(name))
    const mailbox = seen.map(([, raw]) => {
      const text = raw
        .toString('latin1')
        .replaceAll('\r\n', '\n')
        .replace(/^From /gm, '>From ')
      return `${envelope}\n${text}\n`
    })
    const said = execFileSync('spamassassin', ['--local', '--test-mode', '--mbox'], {
      input: Buffer.from(mailbox.join(''), 'latin1'),
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    }).toString('latin1')
    const reports = said.split('Content analysis details:').slice(1)
    expect(reports).toHaveLength(seen.length)
    const scores = reports.map((report, i) => {
      const hits = [...report.matchAll(/^ ?(-?\d+\.\d) (?!ALL_TRUSTED)([A-Z][A-Z0-9_]+)/gm)]
      const sum = hits.reduce((all, [, points]) => all + Number(points), 0)
      return { mail: seen[i]?.[0] ?? '', sum, hits: hits.map(([hit]) => hit.trim()).join(', ') }
    })
    if (isWhole) console.table(scores)
    const against = scores.filter(({ sum }) => sum > 0)
    expect(against).toEqual([])
  },
)

test('each is plain MIME of its time: lines of at most 998 bytes, seven bits, CR LF', () => {
  for (const [name, raw] of mails) {
    const text = raw.toString('latin1')
    expect([name, /\r(?!\n)|(?<!\r)\n|[^\t\r\n -~]/.test(text)]).toEqual([name, false])
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  }
})
