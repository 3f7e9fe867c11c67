/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the config's own syntax */
import { chmodSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runJobs } from '../../src/jobs.ts'
import { createTools, openApp } from '../../src/open-app.ts'
import { packageDir } from '../../src/package-dir.ts'
import type { PdfPrinter } from '../../src/ports/pdf-printer.ts'
import { checkWorkspace } from '../../src/usecases/check-workspace.ts'
import type { InspectionTools } from '../../src/usecases/checks/inspection.ts'
import { initWorkspace } from '../../src/usecases/init-workspace.ts'
import { openSmtpInbox, serverUser } from '../support/smtp-inbox.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

test('a fresh workspace on a machine that is set up has no fault', async () => {
  const { ok, checks } = await inspect(await workspace())
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect(ok).toBe(true)
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'config',
      'database',
      'browser',
      'fonts',
      'mail',
      'public_url',
      'clock',
      'files',
    ]),
  )
  expect(checks.find(({ name }) => name === 'database')?.message).toMatch(/SQLite 3\.\d+\.\d+ \(/)
})

test('a broken config.yml is one fault, and everything else is looked at all the same', async () => {
  const dir = await workspace()
  writeFileSync(
    join(dir, 'config.yml'),
    'business: {name: A, email: a@b.example}\nbranding: {color: red}\nmial: {}\n',
  )
  const faults = await faultsOf(dir)
  expect(Object.keys(faults)).toEqual(['config', 'theme'])
  expect(faults.config).toMatchObject({
    message: expect.stringMatching(/branding\.color.*line 2[\s\S]*mial.*did you mean mail/),
    remedy: expect.stringContaining('config.example.yml'),
  })
})

test('a config.yml that is no YAML does not stop the doctor', async () => {
  const dir = await workspace()
  writeFileSync(join(dir, 'config.yml'), 'a: [')
  const faults = await faultsOf(dir)
  expect(faults.config?.message).toContain('line')
  expect(faults).not.toHaveProperty('database')
  expect(faults).not.toHaveProperty('link_key')
})

test('a folder that cannot be written into is named', async () => {
  const dir = await workspace()
  symlinkSync(join(dir, 'site'), join(dir, 'site'))
  const { disk } = await faultsOf(dir)
  expect(disk?.message).toBe(
    `${join(dir, 'site')} cannot be written (ELOOP): pages there stay as they are.`,
  )
  expect(disk?.remedy).toContain('portal build')
})

test('files that others can read are named with the command that closes them', async () => {
  const dir = await workspace()
  chmodSync(join(dir, '.env'), 0o644)
  chmodSync(join(dir, 'link.key'), 0o640)
  const { files } = await faultsOf(dir)
  expect(files).toMatchObject({
    message: expect.stringMatching(/\.env.*0644[\s\S]*link\.key.*0640/),
    remedy: `chmod 600 ${join(dir, '.env')} ${join(dir, 'link.key')}`,
  })
})

test('a config.yml that others can read is a fault only when it holds a secret itself', async () => {
  const dir = await workspace()
  chmodSync(join(dir, 'config.yml'), 0o644)
  expect(await faultsOf(dir)).toEqual({})
  const options = 'business: {name: A, email: a@b.example}\nmail:\n  smtp:\n    password: hunter2\n'
  writeFileSync(join(dir, 'config.yml'), options)
  expect((await faultsOf(dir)).files?.message).toContain('config.yml')
})

test('a missing key and a missing database each have their remedy', async () => {
  const dir = await workspace()
  rmSync(join(dir, 'link.key'))
  rmSync(join(dir, 'portal.db'))
  const faults = await faultsOf(dir)
  expect(Object.keys(faults)).toEqual(['link_key', 'database'])
  expect(faults.link_key?.remedy).toContain('backup')
  expect(faults.database?.remedy).not.toBe('')
})

test('a public address without https is a fault', async () => {
  const dir = await workspace()
  writeFileSync(
    join(dir, 'config.yml'),
    'business: {name: A, email: a@b.example}\npublic_url: http://192.0.2.1\n',
  )
  expect((await faultsOf(dir)).public_url).toMatchObject({
    message: expect.stringContaining('http://192.0.2.1'),
    remedy: expect.stringContaining('https'),
  })
})

test('a business without name and address is a fault', async () => {
  const dir = await workspace()
  writeFileSync(join(dir, 'config.yml'), '')
  expect((await faultsOf(dir)).business?.remedy).toContain('business.name and business.email')
})

test('a logo that is not there and a browser that is not there are faults', async () => {
  const dir = await workspace()
  const options =
    'business: {name: A, email: a@b.example}\nbranding: {logo: logo.png}\npdf: {browser: /nonexistent/chrome}\n'
  writeFileSync(join(dir, 'config.yml'), options)
  const { theme, browser } = await faultsOf(dir, {}, createTools(dir))
  expect(theme?.message).toContain('logo.png')
  expect(browser?.remedy).not.toBe('')
})

test('the clock is a fault when PORTAL_NOW is set outside tests, or it runs behind the data', async () => {
  const dir = await workspace()
  expect((await faultsOf(dir, { PORTAL_NOW: '2025-01-15' })).clock?.remedy).toContain('PORTAL_NOW')
  expect(await faultsOf(dir, { PORTAL_NOW: '2025-01-15', PORTAL_TEST: '1' })).toEqual({})
  const tomorrow = new Date(Date.now() + 86_400_000)
  utimesSync(join(dir, 'portal.db'), tomorrow, tomorrow)
  expect((await faultsOf(dir)).clock?.message).toContain('in the future')
})

test('the login at the mail server is tried, and no mail is sent', async () => {
  const inbox = await openSmtpInbox()
  const dir = await workspace()
  const smtp = JSON.stringify({
    ...inbox.smtp,
    user: serverUser.user,
    password: '${SMTP_PASSWORD}',
  })
  const options = `business: {name: A, email: a@b.example}\nmail: {transport: smtp, smtp: ${smtp}}\n`
  writeFileSync(join(dir, 'config.yml'), options)
  expect(await faultsOf(dir, { SMTP_PASSWORD: serverUser.password })).not.toHaveProperty('mail')
  expect((await faultsOf(dir, { SMTP_PASSWORD: 'wrong' })).mail).toMatchObject({
    message: expect.stringContaining(`${inbox.smtp.host}:${inbox.smtp.port}`),
    remedy: expect.stringContaining('mail.smtp'),
  })
  expect(inbox.received).toEqual([])
  await inbox.close()
})

test('reminders that are on have to be run by day', async () => {
  const dir = await workspace()
  const business =
    'business: {name: A, email: a@b.example, time_zone: America/New_York}\nnudges: {enabled: true}\n'
  writeFileSync(join(dir, 'config.yml'), business)
  const at = (time: string) => ({ PORTAL_TEST: '1', PORTAL_NOW: `2025-01-15T${time}:00Z` })
  const found = async (time: string) => (await faultsOf(dir, at(time))).reminders
  const cron = async (time: string) => {
    const app = await openApp({ dir, env: at(time) })
    await runJobs(app, ['reminders', 'nudges'])
    await app.close()
  }
  expect((await found('08:00'))?.message).toContain('nothing has run them yet')
  await cron('08:00')
  expect(await found('08:30')).toBeUndefined()
  expect(await found('16:00')).toEqual({
    message:
      'Nudges last ran at 2025-01-15 03:00, but mails go out between 09:00 and 21:00 only (nudges.hour).',
    remedy: expect.stringContaining('portal cron every minute'),
  })
  await cron('16:00')
  expect(await found('16:01')).toBeUndefined()
})

async function workspace(): Promise<string> {
  const dir = tempDir()
  const answers = { name: 'Acme Remodeling', email: 'office@acme.example' }
  await initWorkspace({ dir, packageDir: packageDir(), answers })
  return dir
}

function inspect(dir: string, env: Record<string, string> = {}, tools = createTools(dir)) {
  return checkWorkspace({ dir, env, tools })
}

/** What is wrong, by name; starts no browser unless the test is about it. */
async function faultsOf(
  dir: string,
  env: Record<string, string> = {},
  tools: InspectionTools = { ...createTools(dir), printer: async () => paper },
) {
  const { checks } = await inspect(dir, env, tools)
  const faults = checks.filter(({ ok }) => !ok)
  return Object.fromEntries(faults.map(({ name, message, remedy }) => [name, { message, remedy }]))
}

const paper: PdfPrinter = { print: async () => Buffer.from('%PDF-1.7'), close: async () => {} }
