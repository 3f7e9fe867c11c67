import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PortalError } from '../../src/domain/errors.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let path: string
let version: string
/** What writing to the database meets instead of a disk with room. */
let fault: Error | undefined

beforeEach(async () => {
  fault = undefined
  portal = await openTestPortal({}, {}, (app) => {
    const { write } = app.db
    app.db = { ...app.db, write: (work) => (fault ? Promise.reject(fault) : write(work)) }
  })
  path = await portal.link('EST-001')
  version = await portal.version('EST-001')
})
afterEach(() => portal.close())

const approve = () =>
  post(portal, `${path}/approve`, {
    version,
    signer_name: 'John Smith',
    signature_kind: 'typed',
    consent: 'yes',
  })

test('while another program holds the lock nothing is signed, which the page says, with all that was typed', async () => {
  const lock = await chooseDriver()(join(portal.dir, 'portal.db'), { readonly: false })
  await lock.exec('BEGIN IMMEDIATE')
  const answer = await approve()
  await lock.exec('ROLLBACK')
  await lock.close()
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('10')
  expect(answer.text).toContain('id="unsaved"')
  expect(answer.text).toContain('Nothing was approved or declined.')
  expect(answer.text).toContain('value="John Smith"')
  expect((await portal.show('EST-001')).state).toBe('sent')
  expect((await approve()).status).toBe(303)
})

test.each([
  ['approve', approve],
  ['decline', () => post(portal, `${path}/decline`, { version, reason: 'Too dear for us' })],
])(
  'a full disk keeps a customer from nothing but to %s, and they may try again',
  async (_, act) => {
    fault = new PortalError(
      'conflict',
      'The disk is full; nothing was written.',
      'Free some space.',
    )
    const answer = await act()
    expect(answer.status).toBe(503)
    expect(answer.text).toMatch(/John Smith|Too dear for us/)
    const reference = /<p>[^<]*\b([0-9A-Z]{8})\b[^<]*<\/p>/.exec(answer.text)?.[1]
    expect(portal.logged.at(-1)).toMatchObject({ level: 'error', reference, url: /\/e\/\[token\]/ })
    expect((await portal.ask(path)).status).toBe(200)
    expect(await portal.show('EST-001')).toMatchObject({ state: 'sent', approval: null })
    fault = undefined
    expect((await act()).status).toBe(303)
  },
)

test('what went wrong after somebody had approved is no reason to say that nobody did', async () => {
  expect((await approve()).status).toBe(303)
  fault = new PortalError('busy', 'Another portal process kept the database busy.', 'Try again.')
  const answer = await approve()
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('data-closed="approved"')
})

test('a bug of ours is a calm page with a reference', async () => {
  fault = new Error('no luck')
  const answer = await approve()
  expect(answer.status).toBe(500)
  expect(answer.text).toContain('data-state="error"')
  expect(answer.text).not.toContain('no luck')
})
