/** Many decide about one estimate at the same moment: one of them does, and all others are told so. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { openApp } from '../../src/open-app.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { type Deciding, decisions, openDeciding } from '../support/deciding.ts'
import {
  buildDecidingChild,
  type DecidingProcess,
  startDeciding,
} from '../support/deciding-processes.ts'

const number = 'EST-001'
const others = 3
const each = 10

let t: Deciding
let child: Awaited<ReturnType<typeof buildDecidingChild>>
let apps: App[]
let processes: DecidingProcess[]

beforeAll(async () => {
  child = await buildDecidingChild()
})
afterAll(() => child.remove())
beforeEach(async () => {
  t = await openDeciding()
  const overrides = { clock: t.app.clock }
  apps = await Promise.all(
    Array.from({ length: others }, () => openApp({ dir: t.dir, env: {}, overrides })),
  )
  processes = await Promise.all([1, 2].map(() => startDeciding(child.script, t.dir)))
})
afterEach(async () => {
  await Promise.all(processes.map((one) => one.end()))
  await Promise.all(apps.map((one) => one.close()))
  await t.close()
})

/** One decision, all that belongs to it once, and nothing of any other. */
async function expectOneDecision(outcomes: string[]): Promise<void> {
  const decided = outcomes.filter((status) => status === 'approved' || status === 'declined')
  expect(decided).toHaveLength(1)
  expect(new Set(outcomes)).toEqual(new Set([...decided, 'closed']))
  const { state, approval, decline_reason } = await t.document()
  expect(state).toBe(decided[0])
  const isApproved = state === 'approved'
  expect([approval === null, decline_reason === null]).toEqual([!isApproved, isApproved])
  const story = (await t.story()).filter((type) => type !== 'shared')
  expect(story.slice(3)).toEqual([
    'viewed',
    ...(isApproved ? ['consented', 'approved'] : ['declined']),
    'mail_queued',
  ])
  expect(await t.mails()).toEqual(['estimate_sent', `${state}_confirmation`, state])
  await refreshStalePages(t.app)
  expect(await t.problems()).toEqual([])
}

describe('fifty who decide at once, over five connections of three processes', () => {
  test.each([1, 2, 3])('make one decision (%i)', async () => {
    const token = await t.send()
    const here = apps.flatMap((app) => {
      const { approve, decline } = decisions(app)
      return Array.from({ length: each }, (_, i) =>
        i % 2 === 0
          ? decline(token, { reason: `${i}` })
          : approve(token, { signer_name: `Number ${i}` }),
      )
    })
    const there = processes.map((one) => one.decide({ number, token, times: each }))
    const outcomes = [
      ...(await Promise.all(here)).map(({ status }) => status),
      ...(await Promise.all(there)).flatMap((done) => done?.outcomes ?? []),
    ]
    expect(outcomes).toHaveLength(50)
    await expectOneDecision(outcomes)
  })
})

describe('two people with a link each', () => {
  test('who sign at once: the first is the signer, and the second reads who it was', async () => {
    const [mine, yours] = [await t.send(), await t.share({ label: 'for Jane' })]
    const [app] = apps
    const answers = await Promise.all([
      t.approve(mine, { signer_name: 'John Smith' }),
      decisions(app as App).approve(yours, { signer_name: 'Jane Smith' }),
    ])
    const { approval } = await t.document()
    expect(answers.map(({ status }) => status).sort()).toEqual(['approved', 'closed'])
    expect(answers.find(({ status }) => status === 'closed')).toMatchObject({
      closed: 'approved',
      document: { approval: { signer_name: approval?.signer_name } },
    })
    await expectOneDecision(answers.map(({ status }) => status))
  })
})
