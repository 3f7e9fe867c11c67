/** `kill -9` while an estimate is approved: all of it happened, or nothing, and trying again approves it once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { createEstimate, type Deciding, decisions, openDeciding } from '../support/deciding.ts'
import { buildDecidingChild, startDeciding } from '../support/deciding-processes.ts'

/** PORTAL_KILLS=100 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 8)
const roundMs = 20_000

let t: Deciding
let child: Awaited<ReturnType<typeof buildDecidingChild>>
/** How many statements an approval takes that nobody disturbs, and how long. */
let whole: { statements: number; lastsMs: number }

beforeAll(async () => {
  child = await buildDecidingChild()
  t = await openDeciding()
  const process = await startDeciding(child.script, t.dir)
  const begun = performance.now()
  const done = await process.decide({ number: 'EST-001', token: await t.send() })
  whole = { statements: done?.statements ?? 0, lastsMs: performance.now() - begun }
  await process.end()
  expect(done).toEqual({ statements: expect.any(Number), outcomes: ['approved'] })
}, roundMs)
afterAll(async () => {
  child.remove()
  await t.close()
})

type Traces = Awaited<ReturnType<typeof traces>>

/** What there is of an approval. */
async function traces(number: string) {
  const { app } = t
  const { id, state, approved_at, viewed_at, approval } = await t.document(number)
  const story = await t.story(number)
  const count = (type: string) => story.filter((one) => one === type).length
  const mails = (await t.messages()).filter(({ document_id }) => document_id === id)
  const { n } = await app.db.read
    .selectFrom('approvals')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    state,
    approvals: n,
    isShown: [approved_at, viewed_at, approval].map((one) => one !== null),
    events: ['viewed', 'consented', 'approved'].map(count),
    mails: mails.map(({ kind }) => kind).slice(1),
  }
}

const nothing: Traces = {
  state: 'sent',
  approvals: 0,
  isShown: [false, false, false],
  events: [0, 0, 0],
  mails: [],
}
const all: Traces = {
  state: 'approved',
  approvals: 1,
  isShown: [true, true, true],
  events: [1, 1, 1],
  mails: ['approved_confirmation', 'owner_notice'],
}

/** Half of the deaths come before each statement in turn, the others at any moment of the approval. */
async function approveUntilDeath(round: number, order: { number: string; token: string }) {
  const process = await startDeciding(child.script, t.dir)
  const part = ((round + Math.random()) % kills) / kills
  const isByStatement = round % 2 === 0
  const fatal = 1 + Math.floor(part * whole.statements)
  const begun = performance.now()
  const timer = isByStatement ? undefined : setTimeout(process.kill, part * whole.lastsMs)
  const done = await process.decide(isByStatement ? { ...order, fatal } : order)
  clearTimeout(timer)
  await process.end()
  if (done) whole.lastsMs = Math.min(whole.lastsMs, performance.now() - begun)
  return done ? 'done' : 'died'
}

/** One estimate, one death, and one more try; what the death left. */
async function examine(round: number): Promise<'nothing' | 'all' | 'done'> {
  const number = await createEstimate(t.app)
  const { send, approve } = decisions(t.app, number)
  const token = await send()
  const how = await approveUntilDeath(round, { number, token })
  const left = await traces(number)
  const isWhole = left.state === 'approved'
  expect(left).toEqual(isWhole ? all : nothing)
  if (how === 'done') expect(isWhole).toBe(true)
  const again = await approve(token)
  expect(again).toMatchObject(
    isWhole ? { status: 'closed', closed: 'approved' } : { status: 'approved' },
  )
  expect(await traces(number)).toEqual(all)
  if (how === 'done') return how
  return isWhole ? 'all' : 'nothing'
}

test(
  'an approval that dies is whole or nothing, and the next try makes it one',
  async () => {
    const found = { nothing: 0, all: 0, done: 0 }
    for (let round = 0; found.nothing + found.all < kills && round < 2 * kills; round++) {
      found[await examine(round)]++
    }
    if (process.env.PORTAL_KILLS) console.info(`approvals that were killed left:`, found, whole)
    expect(found.nothing).toBeGreaterThan(0)
    await refreshStalePages(t.app)
    /* What was being written then lies about until `portal build --full`; e2e tests look at that. */
    expect((await t.problems()).filter((one) => !one.startsWith('site: '))).toEqual([])
  },
  2 * kills * roundMs,
)
