import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { dataUrl, png } from '../ink/drawings.ts'
import type { HttpAnswer } from '../support/http-request.ts'
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

const people = 50

const approve = (signer_name: string, drawn = false) =>
  post(portal, `${path}/approve`, {
    version,
    signer_name,
    consent: 'yes',
    signature_kind: drawn ? 'drawn' : 'typed',
    signature: drawn ? dataUrl(png()) : '',
  })

const decline = (reason: string) => post(portal, `${path}/decline`, { version, reason })

/** How many got which answer. */
function tally(answers: HttpAnswer[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

test.each([
  ['approve', (i: number) => approve(`Person ${i}`)],
  ['approve by drawing', (i: number) => approve(`Person ${i}`, true)],
  ['decline', (i: number) => decline(`Reason ${i}`)],
  [
    'approve or decline',
    (i: number) => (i % 2 ? approve(`Person ${i}`, i % 4 === 1) : decline('')),
  ],
])('of fifty who %s at once one decides, and the others are told', async (_how, act) => {
  const answers = await Promise.all(Array.from({ length: people }, (_, i) => act(i)))
  expect(tally(answers)).toEqual({ 303: 1, 409: people - 1 })
  const { state, approval } = await portal.show('EST-001')
  const story = await portal.story('EST-001')
  const decisions = story.filter((type) => type === 'approved' || type === 'declined')
  expect(decisions).toEqual([state])
  expect(approval === null).toBe(state === 'declined')
  const told = answers.filter(({ status }) => status === 409)
  for (const { text } of told) expect(text).toContain(`data-closed="${state}"`)
  const kinds = (await listMessages(portal.app.db.read)).map(({ kind }) => kind)
  const confirmations = kinds.filter((kind) => /_confirmation$/.test(kind))
  expect(confirmations).toEqual([
    state === 'approved' ? 'approved_confirmation' : 'declined_confirmation',
  ])
  const { problems } = await verifyWorkspace(portal.app)
  expect(problems.filter(({ check }) => !['page', 'site', 'pdf'].includes(check))).toEqual([])
})
