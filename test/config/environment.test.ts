/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the config's own syntax */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { readConfig } from '../../src/config/read.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
const stripe = 'payments: {stripe: {enabled: true}}'

test('names are taken from .env, and those of the process win', async () => {
  const dir = workspace(
    stripe,
    'STRIPE_SECRET_KEY=sk_test_file\nSTRIPE_WEBHOOK_SECRET="whsec_file"\n',
  )
  const { config } = await loadConfig(dir, { STRIPE_SECRET_KEY: 'sk_test_process' })
  expect(config.payments.stripe).toMatchObject({
    secret_key: 'sk_test_process',
    webhook_secret: 'whsec_file',
  })
})

test('a name may stand anywhere in any text, and numbers may come from the environment', async () => {
  const dir = workspace('business: {name: "${FIRST} & ${SECOND}"}\nserver: {port: "${PORT}"}')
  const { config } = await loadConfig(dir, { FIRST: 'Smith', SECOND: 'Sons', PORT: '8080' })
  expect(config.business.name).toBe('Smith & Sons')
  expect(config.server.port).toBe(8080)
})

test('every name that is missing is listed, with the option that needs it', async () => {
  const dir = workspace(
    'payments: {stripe: {enabled: true}, paypal: {enabled: true}}\nmail: {transport: smtp, from: a@b.example, smtp: {host: mail.b.example, user: me}}\nsignature: {certificate: seal.pem}',
  )
  const { problems } = await readConfig(dir, {})
  expect(problems.map(({ field }) => field)).toEqual([
    'payments.stripe.secret_key',
    'payments.stripe.webhook_secret',
    'payments.paypal.client_id',
    'payments.paypal.client_secret',
    'payments.paypal.webhook_id',
    'mail.smtp.password',
    'signature.passphrase',
  ])
  expect(problems[0]?.message).toContain('STRIPE_SECRET_KEY=…')
})

test('no name is needed for what is switched off, and no text passes for a secret', async () => {
  const { config } = await loadConfig(workspace('mail: {transport: file}'), {})
  expect(config.payments.stripe.webhook_secret).toBe('')
  expect(config.payments.square.access_token).toBe('')
  expect(config.mail.smtp.password).toBe('')
  expect(config.signature.passphrase).toBe('')
})

test('without a login no password is needed', async () => {
  const dir = workspace('mail: {transport: smtp, from: a@b.example, smtp: {host: 127.0.0.1}}')
  const { config } = await loadConfig(dir, {})
  expect(config.mail.smtp.password).toBe('')
})

test('a name that is set to nothing is an empty value', async () => {
  const { config } = await loadConfig(workspace(stripe), {
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_SECRET: '',
  })
  expect(config.payments.stripe.webhook_secret).toBe('')
  const { problems } = await readConfig(workspace(stripe), {
    STRIPE_SECRET_KEY: '',
    STRIPE_WEBHOOK_SECRET: '',
  })
  expect(problems).toEqual([
    { field: 'payments.stripe.secret_key', message: expect.stringContaining('must not be empty') },
  ])
})

test('what comes from the environment is not looked through for names again', async () => {
  const { config } = await loadConfig(workspace('business: {name: "${A}"}'), { A: '${B}', B: 'no' })
  expect(config.business.name).toBe('${B}')
})

test('an .env that cannot be read is a problem like others', async () => {
  const dir = workspace('')
  mkdirSync(join(dir, '.env'))
  const { problems } = await readConfig(dir, {})
  expect(problems).toEqual([{ field: '.env', message: expect.stringContaining('cannot be read') }])
})

function workspace(yaml: string, env?: string): string {
  const dir = tempDir()
  writeFileSync(join(dir, 'config.yml'), yaml)
  if (env) writeFileSync(join(dir, '.env'), env)
  return dir
}
