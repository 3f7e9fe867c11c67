import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { reportError } from '../../src/cli/report-error.ts'
import { PortalError } from '../../src/domain/errors.ts'

async function report(error: unknown, argv: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const streams = { stdin: process.stdin, stdout: new PassThrough(), stderr: new PassThrough() }
  const around = { ...streams, env, cwd: '/' } as unknown as Parameters<typeof reportError>[1]
  const code = await reportError(error, around, argv)
  const text = (stream: PassThrough) => String(stream.read() ?? '')
  return { code, stdout: text(streams.stdout), stderr: text(streams.stderr) }
}

test('a fault of our own is a calm sentence with a reference that repeats', async () => {
  const bug = new TypeError('cannot read properties of undefined')
  const { code, stdout, stderr } = await report(bug)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^Error: Something went wrong inside portal.* Reference: [0-9a-f]{8}\.\n/)
  expect(stderr).not.toContain('TypeError')
  expect((await report(bug)).stderr).toBe(stderr)
})

test('its stack is for who asks for it, and never spoils the JSON', async () => {
  const { stdout, stderr } = await report(new TypeError('x'), ['--json'], { PORTAL_DEBUG: '1' })
  expect(JSON.parse(stdout).error).toMatchObject({ code: 'internal', details: [] })
  expect(stderr).toContain('TypeError: x')
})

test('several problems stand below each other, then what to do', async () => {
  const problems = [
    { field: 'email', message: 'must be one address' },
    { field: 'name', message: 'must not be empty' },
  ]
  const { stderr } = await report(new PortalError('invalid_input', 'x', 'Try again.', problems))
  expect(stderr).toBe(
    [
      'Error: 2 things are not right:',
      '  email: must be one address',
      '  name: must not be empty',
      'Try again.\n',
    ].join('\n'),
  )
})

test('on a narrow terminal it wraps between words, and what is wrong hangs below its name', async () => {
  const written: string[] = []
  const stderr = { isTTY: true, columns: 30, write: (text: string) => written.push(text) }
  const around = { stderr, env: { NO_COLOR: '1' } } as never
  const problems = [
    { field: 'email', message: 'must be one address, and not several of them' },
    { field: 'name', message: 'must not be empty' },
  ]
  await reportError(new PortalError('invalid_input', 'x', '', problems), around, [])
  await reportError(
    new PortalError('usage', 'due_on: must be a date such as 2025-01-31'),
    around,
    [],
  )
  expect(written.join('').split('\n')).toEqual([
    'Error: 2 things are not right:',
    '  email: must be one',
    '    address, and not several',
    '    of them',
    '  name: must not be empty',
    'Error: due_on: must be a date',
    'such as 2025-01-31.',
    '',
  ])
})

test('who answered no made no error', async () => {
  const { stderr } = await report(new PortalError('needs_confirmation', 'Nothing was changed.'))
  expect(stderr).toBe('Nothing was changed.\n')
})

test('every code ends as the contract says', () => {
  expect(exitCodes).toEqual({
    ...{ usage: 2, invalid_input: 2, config_invalid: 2, not_found: 3 },
    ...{ conflict: 1, wrong_state: 1, nothing_due: 1, needs_confirmation: 1 },
    ...{ provider_error: 1, mail_failed: 1, busy: 1, internal: 1 },
  })
})

test('what is repeated from a file or a command line steers no terminal', async () => {
  const typed = '\u001b]0;Paid\u0007\u202e'
  const error = new PortalError('not_found', `There is no "${typed}"`, typed, [
    { field: typed, message: typed },
    { field: 'name', message: '\0' },
  ])
  const { stderr } = await report(error)
  const spelled = '\\u001b]0;Paid\\u0007\\u202e'
  expect(stderr.split('\n').slice(1)).toEqual([
    `  ${spelled}: ${spelled}`,
    '  name: \\u0000',
    spelled,
    '',
  ])
  const { stdout } = await report(error, ['--json'])
  expect(stdout).not.toContain('\u202e')
  expect(JSON.parse(stdout).error).toMatchObject({ hint: typed, details: error.details })
})

test('a person is shown the first fifty problems, a machine all', async () => {
  const problems = Array.from({ length: 60 }, (_, i) => ({ field: `line ${i}`, message: 'no' }))
  const error = new PortalError('invalid_input', 'x', 'Try again.', problems)
  const lines = (await report(error)).stderr.split('\n')
  expect(lines.slice(50)).toEqual([
    '  line 49: no',
    '  and 10 more; --json names all',
    'Try again.',
    '',
  ])
  expect(JSON.parse((await report(error, ['--json'])).stdout).error.details).toHaveLength(60)
})

test.each<[string, number, RegExp, string?]>([
  ['ENOSPC', 1, /^Error: The disk is full; nothing was written\.\nFree some space/],
  ['EACCES', 1, /^Error: This user may not do that with \/srv\/themes \(EACCES\)\.\nRun portal as/],
  ['EROFS', 1, /^Error: \/srv\/themes lies where nothing can be written\.\nName a folder/],
  ['EINVAL', 1, /^Error: Something went wrong inside portal/],
  ['ENOENT', 1, /^Error: Something went wrong inside portal/],
  ['ENOENT', 1, /^Error: The folder \/srv\/themes cannot be made \(ENOENT\)\.\nA file/, 'mkdir'],
])('a file system that says %s is no fault of ours', async (code, exit, said, syscall = 'open') => {
  const error = Object.assign(new Error(`${code}: no`), { code, path: '/srv/themes', syscall })
  const reported = await report(error)
  expect(reported.code).toBe(exit)
  expect(reported.stderr).toMatch(said)
})
