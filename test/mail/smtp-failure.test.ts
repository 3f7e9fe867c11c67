import { expect, test } from 'vitest'
import { explainFailure } from '../../src/mail/smtp-failure.ts'

const smtp = {
  ...{ host: 'mail.example', port: 587, security: 'starttls' as const },
  ...{ user: 'portal', password: 'hunter2 and more' },
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  ['plainly', smtp.password],
  ['as it went over the wire', base64(smtp.password)],
  ['together with the user', base64(`\0portal\0${smtp.password}`)],
])('a server that repeats the password %s does not get it written down', (_, secret) => {
  const response = `535 5.7.8 ${'x'.repeat(270)} not known: ${secret}`
  const error = Object.assign(new Error('Invalid login'), { response, responseCode: 535 })
  const { message } = explainFailure(error, smtp)
  expect(message).toContain('refused the login: 535 5.7.8')
  for (const part of [secret, secret.slice(0, 7)]) expect(message).not.toContain(part)
})

test('a login without a password changes nothing about the reply', () => {
  const error = Object.assign(new Error('no'), { response: '550 no such user', code: 'EENVELOPE' })
  expect(explainFailure(error, { ...smtp, password: '' }).message).toContain('550 no such user')
})
