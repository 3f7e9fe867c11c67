import { expect, test } from 'vitest'
import { PortalError } from '../../src/domain/errors.ts'
import { createLog, type LogOptions } from '../../src/server/log.ts'
import { createRedact, secretsOf } from '../../src/server/redact.ts'
import { openTestApp } from '../support/test-app.ts'

const token = '7k3mq9x2abcd7k3mq9x2abcd7k3mq9x2'

function logInto(lines: string[], options: LogOptions = {}) {
  return createLog({ ...options, write: (line) => lines.push(line) })
}

test('a line is one JSON object with time, level and message', () => {
  const lines: string[] = []
  logInto(lines).info('up', { port: 4180, note: 'two\nlines' })
  expect(lines[0]?.endsWith('\n')).toBe(true)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    level: 'info',
    message: 'up',
    port: 4180,
    note: 'two\nlines',
  })
})

test('what is less important than asked for is left out', () => {
  const lines: string[] = []
  const log = logInto(lines)
  log.debug('request')
  expect(lines).toEqual([])
  expect(log.isDebug).toBe(false)
  logInto(lines, { level: 'debug' }).debug('request')
  expect(lines).toHaveLength(1)
})

test('an error is written whole, with its cause, and without what is nobody’s business', () => {
  const lines: string[] = []
  const cause = new PortalError('mail_failed', 'john@example.com is unknown', 'Try again.')
  const error = new Error(`cannot write site/i/${token}.html`, { cause })
  logInto(lines, { secrets: ['sk_test_abcdef'] }).error('failed', { error, key: 'sk_test_abcdef' })
  const line = JSON.parse(lines[0] ?? '')
  expect(line.error).toMatchObject({
    name: 'Error',
    message: 'cannot write site/i/[token]',
    stack: expect.stringContaining('log.test.ts'),
    cause: { code: 'mail_failed', message: '[address] is unknown' },
  })
  expect(line.key).toBe('[secret]')
  expect(lines[0]).not.toContain(token)
})

test('what is no JSON is written all the same', () => {
  const lines: string[] = []
  const error = Object.assign(new Error(`no page for ${token}`), { cause: {} })
  Object.assign(error.cause, { error })
  logInto(lines).error('failed', { error })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    message: 'failed',
    facts: expect.stringContaining('no page for [token]'),
  })
})

test.each([
  [`GET /i/${token}/pdf?inline=1`, 'GET /i/[token]/pdf?inline=1'],
  [`/E/${token.toUpperCase()}.`, '/E/[token]'],
  [`/i/${token.slice(0, 12)}`, '/i/[token]'],
  [`https://portal.acme.example/h/${token}`, 'https://portal.acme.example/h/[token]'],
  [`token ${token}, and more`, 'token [token], and more'],
  ['to "John" <john.smith+x@mail.example.com>', 'to "John" <[address]>'],
  ['a database /srv/portal/portal.db', 'a database /srv/portal/portal.db'],
])('%s is logged as %s', (text, logged) => {
  expect(createRedact([])(text)).toBe(logged)
})

test('every secret of the configuration is known to the log', async () => {
  const t = await openTestApp({
    payments: { stripe: { secret_key: 'sk_test_1234567', webhook_secret: 'whsec_1234567' } },
    mail: { smtp: { password: 'correct horse' } },
  })
  const redact = createRedact(secretsOf(t.app.config))
  await t.close()
  expect(redact('sk_test_1234567 whsec_1234567 correct horse')).toBe('[secret] [secret] [secret]')
})
