import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let path: string
let version: string

beforeEach(async () => {
  portal = await openTestPortal()
  path = await portal.link('EST-001')
  version = await portal.version('EST-001')
})
afterEach(() => portal.close())

const decline = (reason = '', headers: Record<string, string> = {}) =>
  post(portal, `${path}/decline`, { version, reason }, headers)

async function expectNothing(): Promise<void> {
  expect(await portal.show('EST-001')).toMatchObject({ state: 'sent', decline_reason: null })
  expect(await portal.story('EST-001')).not.toContain('declined')
}

test('asks once more, and changes nothing by being asked for', async () => {
  const page = await portal.ask(`${path}/decline`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('id="decline"')
  await expectNothing()
})

test('declines without a reason', async () => {
  const answer = await decline()
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe(path)
  expect(await portal.show('EST-001')).toMatchObject({ state: 'declined', decline_reason: null })
  expect((await portal.ask(path)).text).toContain('data-state="declined"')
})

test('declines with a reason of a thousand characters of any script and several lines', async () => {
  const reason = `${'価'.repeat(498)}\n${'\u{1f642}'.repeat(250)}x`
  expect(reason.length).toBe(1000)
  expect((await decline(reason.replaceAll('\n', '\r\n'))).status).toBe(303)
  const declined = await portal.show('EST-001')
  expect(declined.decline_reason).toBe(reason)
  expect(declined.viewed_at).not.toBeNull()
})

test.each([
  ['too long a reason', 'x'.repeat(1001)],
  ['a long reason in a large script', '価'.repeat(3000)],
  ['a reason with a bell in it', 'No \u0007 thanks'],
])('%s is shown again with what was typed', async (_what, reason) => {
  const answer = await decline(reason)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="errors"')
  expect(answer.text).toContain('href="#reason"')
  expect(answer.text).toContain(reason.slice(0, 3))
  await expectNothing()
})

test('keeps the reason when the estimate has changed meanwhile', async () => {
  const changes = { terms: 'Half in advance.' }
  await editDocument(portal.app, { number: 'EST-001', changes })
  const answer = await decline('Too dear for us')
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Too dear for us')
  expect(answer.text).toContain('id="changed"')
  await expectNothing()
})

test('sent twice is answered with the truth the second time', async () => {
  expect((await decline('No')).status).toBe(303)
  const again = await decline('No')
  expect(again.status).toBe(409)
  expect(again.text).toContain('data-closed="declined"')
  expect(again.text).not.toContain('id="decline"')
})

test('is refused when the estimate was cancelled meanwhile', async () => {
  await decideDocument(portal.app, { number: 'EST-001', decision: 'void' })
  expect((await decline()).status).toBe(409)
  expect((await portal.show('EST-001')).state).toBe('void')
})

test.each([
  [403, 'another site', { 'sec-fetch-site': 'cross-site' }],
  [415, 'a program', { 'content-type': 'text/plain' }],
])('is refused with %i from %s', async (status, _from, headers) => {
  expect((await decline('', headers)).status).toBe(status)
  await expectNothing()
})

test('more than a reason can be is refused', async () => {
  expect((await decline('x'.repeat(40_000))).status).toBe(413)
  await expectNothing()
})

test('does not exist for an invoice, nor for a token that nobody was given', async () => {
  const invoice = await portal.link('INV-001')
  for (const where of [invoice, `/e/${invoice.slice(3)}`, `/e/${'0'.repeat(32)}`]) {
    expect((await portal.ask(`${where}/decline`)).status).toBe(404)
    expect((await post(portal, `${where}/decline`, { version, reason: '' })).status).toBe(404)
  }
})
