import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { readConfig } from '../../src/config/read.ts'
import { configSchema } from '../../src/config/schema.ts'
import type { PortalError } from '../../src/domain/errors.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

test('an empty config.yml means every default', async () => {
  const { config } = await loadConfig(workspace(''), {})
  expect(config).toEqual({
    ...configSchema.parse({}),
    mail: config.mail,
    payments: config.payments,
    signature: config.signature,
  })
  expect(config.business.currency).toBe('USD')
})

test('what is written counts, the rest keeps its default', async () => {
  const { config } = await loadConfig(
    workspace(`
      public_url: https://Pay.Acme.example/
      business: {name: Acme Remodeling, address: [1 Main Street, Springfield]}
      documents:
        taxes: [{id: T, name: Tax, rate: 8.25}]
        deposit: {percent: 50}
      numbering: {reset: year, invoice: "{yyyy}-{seq:4}", estimate: "E{yy}-{seq}", credit_note: "C{yy}-{seq}", receipt: "R{yy}-{seq}"}
    `),
    {},
  )
  expect(config.public_url).toBe('https://pay.acme.example')
  expect(config.business.name).toBe('Acme Remodeling')
  expect(config.business.time_zone).toBe('America/New_York')
  expect(config.documents.taxes).toEqual([{ id: 'T', name: 'Tax', rate: '8.25' }])
  expect(config.documents.deposit).toEqual({ percent: '50' })
})

test('a section or option with nothing behind it means the default', async () => {
  const { config } = await loadConfig(
    workspace('branding:\nbusiness:\n  name:\n  phone: "1"\n'),
    {},
  )
  expect(config.branding.color).toBe('#1f5fbf')
  expect(config.business.name).toBe('')
})

test('a file that a program of older YAML wrote anew means what it meant', async () => {
  const { config } = await loadConfig(
    workspace(
      'documents: {auto_invoice: false}\nnotify:\n  true: [paid]\nbusiness: {country: false}\n',
    ),
    {},
  )
  expect(config.documents.auto_invoice).toBe('off')
  expect(config.notify.on).toEqual(['paid'])
  expect(config.business.country).toBe('NO')
})

test('all problems are listed at once, in the order of the file, each with its line', async () => {
  const dir = workspace(
    [
      'public_ur: https://x.example',
      'business:',
      '  email: a@b.example, c@d.example',
      '  time_zone: Mars/Olympus',
      'branding: {color: red}',
      'documents:',
      '  auto_invoice: on_aproval',
      '  taxes:',
      '    - {id: T, name: Tax, rate: 101}',
      '    - {id: U}',
      'server: {port: http}',
      'payments: {partial: {minimum: "0.001"}}',
    ].join('\n'),
  )
  expect(await problemsOf(dir)).toEqual([
    ['public_ur', expect.stringMatching(/did you mean public_url\? \(line 1\)/)],
    ['business.email', expect.stringMatching(/one e-mail address.* \(line 3\)/)],
    ['business.time_zone', expect.stringMatching(/line 4/)],
    ['branding.color', expect.stringMatching(/line 5/)],
    ['documents.auto_invoice', expect.stringMatching(/did you mean on_approval\?/)],
    ['documents.taxes[0].rate', expect.stringMatching(/percentage.*line 9/)],
    ['documents.taxes[1].name', expect.stringMatching(/missing/)],
    ['documents.taxes[1].rate', expect.stringMatching(/number/)],
    ['server.port', expect.stringMatching(/a whole number \(line 11\)/)],
    ['payments.partial.minimum', expect.stringMatching(/more digits than USD/)],
  ])
})

test('the error says how many problems there are and where to look', async () => {
  const error = await loadConfig(workspace('color: red\nx: 1\n'), {}).catch((e: PortalError) => e)
  expect(error).toMatchObject({
    code: 'config_invalid',
    message: expect.stringContaining(
      '2 problems: color is not an option; did you mean branding.color?',
    ),
    hint: expect.stringContaining('config.example.yml'),
  })
})

test('an option of another section is named whole', async () => {
  expect(await problemsOf(workspace('mail: {time_zone: UTC}'))).toEqual([
    ['mail.time_zone', expect.stringContaining('did you mean business.time_zone?')],
  ])
})

test.each([
  ['a: [1\nb: 2', /line 2/],
  ['business: {name: a}\nbusiness: {name: b}', /line 2.*twice/],
  ['- a\n- b', /must be a list of options/],
  ['--- {}\n--- {}', /multiple documents/],
  ['business: &all {name: *all}', /anchor that holds itself/],
])('a file that is not options is refused with its line: %j', async (yaml, message) => {
  expect(await problemsOf(workspace(yaml))).toEqual([
    ['config.yml', expect.stringMatching(message)],
  ])
})

test('anchors that multiply beyond reason are not unfolded', async () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 9; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  expect(await problemsOf(workspace(lines.join('\n')))).toEqual([
    ['config.yml', expect.stringMatching(/alias/i)],
  ])
})

test.each([
  ['public_url: ftp://acme.example', 'public_url'],
  ['public_url: https://acme.example/portal', 'public_url'],
  ['public_url: https://user:secret@acme.example', 'public_url'],
  ['public_url: https://acme.example?x=1', 'public_url'],
  ['public_url: http://0.0.0.0:4180', 'public_url'],
  ...['a;b.example', 'a{b}.example', 'a"b.example', '$host', '*.acme.example', 'a_b.example'].map(
    (host) => [`public_url: 'https://${host}'`, 'public_url'],
  ),
  ...['-a.example', 'a-.example', 'a..example', 'acme.example.', `${'a'.repeat(64)}.example`].map(
    (host) => [`public_url: 'https://${host}'`, 'public_url'],
  ),
  ['business: {locale: not_a_locale}', 'business.locale'],
  ['business: {currency: usd}', 'business.currency'],
  ['business: {country: usa}', 'business.country'],
  ['business: {name: 12}', 'business.name'],
  ['business: {name: "a\\nb"}', 'business.name'],
  ['business: {website: "javascript:alert(1)"}', 'business.website'],
  ['business: {address: 1 Main Street}', 'business.address'],
  ['branding: {theme: ../../etc}', 'branding.theme'],
  ['branding: {color: "#12345"}', 'branding.color'],
  ['branding: {accent: "red;}"}', 'branding.accent'],
  ['branding: {footer: "a\\0b"}', 'branding.footer'],
  ['numbering: {invoice: INV}', 'numbering.invoice'],
  ['numbering: {invoice: "{sequence}"}', 'numbering.invoice'],
  ['numbering: {estimate: "INV-{seq:3}"}', 'numbering.estimate'],
  ['documents: {due_in_days: -1}', 'documents.due_in_days'],
  ['documents: {due_in_days: 1.5}', 'documents.due_in_days'],
  ['documents: {deposit: {percent: 101}}', 'documents.deposit.percent'],
  ['documents: {deposit: {fixed: "1.001"}}', 'documents.deposit.fixed'],
  ['documents: {deposit: 50%}', 'documents.deposit'],
  [
    'documents: {taxes: [{id: T, name: A, rate: 1}, {id: T, name: B, rate: 2}]}',
    'documents.taxes[1].id',
  ],
  ['payments: {card_provider: square}', 'payments.card_provider'],
  ['payments: {stripe: {api_base: "http://stripe.example"}}', 'payments.stripe.api_base'],
  [
    'payments: {sandbox: {enabled: true}}\npublic_url: https://a.example',
    'payments.sandbox.enabled',
  ],
  ['mail: {bcc: ["a@b.example, c@d.example"]}', 'mail.bcc[0]'],
  ['mail: {dir: ""}', 'mail.dir'],
  ['notify: {on: [payed]}', 'notify.on[0]'],
  ['signature: {methods: []}', 'signature.methods'],
  ['server: {port: 65536}', 'server.port'],
  ['server: {trust_proxy: everyone}', 'server.trust_proxy'],
  ['pdf: {page: a4}', 'pdf.page'],
])('is refused: %s', async (yaml, field) => {
  expect((await problemsOf(workspace(yaml))).map(([name]) => name)).toEqual([field])
})

test.each([
  'public_url: http://[::1]:4180',
  'public_url: https://[2001:db8::7]',
  'public_url: https://192.0.2.7:8443',
  'public_url: http://localhost:4180',
  'public_url: https://büro.acme-2.example',
  'public_url: https://nas',
  'business: {website: acme.example, locale: ar-EG, currency: KWD}\npayments: {partial: {minimum: "0.125"}}',
  'branding: {color: "#ABC", footer: "Line 1\\nLine 2"}',
  'server: {trust_proxy: "loopback, 10.0.0.0/8, fd00::/8"}',
  'server: {trust_proxy: 1}',
  'reminders: {days_after_due: [-3, 1]}',
  'documents: {auto_invoice: off}',
  'payments: {stripe: {api_base: "http://127.0.0.1:12111/stripe"}}',
])('is accepted: %s', async (yaml) => {
  expect(await problemsOf(workspace(yaml))).toEqual([])
})

test('someone who can go on gets defaults in place of what is wrong', async () => {
  const dir = workspace(
    'x: 1\nbusiness: {name: Acme, currency: dollars}\ndocuments: {taxes: [{id: 1}]}',
  )
  const { config, problems } = await readConfig(dir, {})
  expect(problems.length).toBeGreaterThan(2)
  expect(config.business).toMatchObject({ name: 'Acme', currency: 'USD' })
  expect(config.documents.taxes).toEqual([])
})

test('a config.yml that cannot be read is a problem like others', async () => {
  const dir = tempDir()
  expect(await problemsOf(dir)).toEqual([['config.yml', expect.stringContaining('cannot be read')]])
})

function workspace(yaml: string): string {
  const dir = tempDir()
  writeFileSync(join(dir, 'config.yml'), yaml)
  chmodSync(join(dir, 'config.yml'), 0o600)
  return dir
}

async function problemsOf(dir: string): Promise<[string, string][]> {
  const { problems } = await readConfig(dir, {})
  return problems.map(({ field, message }) => [field, message])
}
