import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type NameServerDouble, openNameServer } from '../doubles/name-server.ts'
import { type Json, portalWorkspaces, type Workspace } from '../support/run-portal.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace
let inbox: SmtpInbox
let dns: NameServerDouble

beforeAll(async () => {
  inbox = await openSmtpInbox('none', { name: 'mail.acme.example' })
  dns = await openNameServer({ 'mail.acme.example': { A: ['192.0.2.10'] } })
  w = await makeWorkspace()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(join(w.dir, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const dkim = { domain: 'acme.example', selector: 'portal', key_file: 'dkim.pem' }
  const business = { name: 'Acme Remodeling', email: 'office@acme.example' }
  const mail = { transport: 'smtp', smtp: inbox.smtp, dkim }
  writeFileSync(join(w.dir, 'config.yml'), stringify({ business, mail }))
})
afterAll(async () => {
  await inbox.close()
  await dns.close()
})

test('doctor --mail asks the name server that is named, and keeps the shape of its report', async () => {
  const ran = await w.json('doctor', '--mail', '--dns-server', dns.address)
  const { ok, checks } = ran.json()
  expect([ran.code, ok]).toEqual([1, false])
  for (const check of checks) {
    expect(Object.keys(check).sort()).toEqual(['message', 'name', 'ok', 'remedy'])
  }
  const faults = checks.filter((check: Json) => !check.ok).map(({ name }: Json) => name)
  expect(faults).toEqual(expect.arrayContaining(['spf', 'dkim', 'dmarc', 'ptr']))
  const test_mail = checks.find(({ name }: Json) => name === 'test_mail')
  expect(test_mail).toMatchObject({ ok: true })
  expect(inbox.received).toHaveLength(1)
})

test('the records to paste stand each on a line of their own, however long', async () => {
  const { stdout } = await w.run('doctor', '--mail', '--dns-server', dns.address)
  const lines = stdout.split('\n')
  expect(lines).toContain('acme.example. TXT "v=spf1 a:mail.acme.example ~all"')
  expect(lines).toContain(
    '_dmarc.acme.example. TXT "v=DMARC1; p=none; rua=mailto:office@acme.example"',
  )
  const dkim = lines.find((line) => line.startsWith('portal._domainkey.acme.example. TXT "'))
  expect(dkim).toMatch(/^\S+ TXT "v=DKIM1; k=rsa; p=[^"]+" "[^"]+"$/)
})

test('doctor without --mail asks nobody, and a name server has to be an address', async () => {
  dns.asked.length = 0
  await w.json('doctor', '--dns-server', dns.address)
  expect(dns.asked).toEqual([])
  const wrong = await w.json('doctor', '--mail', '--dns-server', 'dns.example')
  expect([wrong.code, wrong.json().error.details[0].field]).toEqual([2, 'dns_server'])
})
