/** Invoices that the clock makes: their dates over two years, and each of them once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { addDays, startOfDay } from '../../src/domain/dates.ts'
import { openApp } from '../../src/open-app.ts'
import { changeRecurring } from '../../src/usecases/change-recurring.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { createRecurring, type RecurringInput } from '../../src/usecases/create-recurring.ts'
import { deleteDocument } from '../../src/usecases/delete-document.ts'
import { deleteRecurring } from '../../src/usecases/delete-recurring.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { editRecurring } from '../../src/usecases/edit-recurring.ts'
import { listDocuments } from '../../src/usecases/list-documents.ts'
import { showRecurring } from '../../src/usecases/list-recurring.ts'
import { makeRecurring } from '../../src/usecases/make-recurring.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { Crash, crashingApp } from '../support/crashing.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const items = [{ description: 'Hosting', unit_price: '40' }]
const monthly = { unit: 'month', every: 1 } as const

let t: TestApp

beforeEach(async () => {
  t = await openTestApp({
    business: { name: 'Acme', email: 'owner@acme.example', time_zone: 'America/New_York' },
    mail: { transport: 'file' },
  })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
})
afterEach(() => t.close())

function begin(input: Partial<RecurringInput> = {}) {
  return createRecurring(t.app, {
    changes: { customer: 'John Smith', items, due_in_days: 14 },
    rhythm: monthly,
    send: false,
    catch_up: false,
    ...input,
  })
}

async function invoices(app: App = t.app) {
  const { items: rows } = await listDocuments(app, {
    kind: 'invoice',
    limit: 1000,
    offset: 0,
    sort: 'issued_on',
  })
  return rows.map(({ issued_on, ends_on }) => [issued_on, ends_on])
}

describe('over two years', () => {
  test('the 31st is the last day of each month, whenever the clock comes by', async () => {
    await begin({ starts_on: '2025-01-31' })
    for (let day = '2025-01-15'; day <= '2027-01-31'; day = addDays(day, 5)) {
      t.setNow(startOfDay(day, 'America/New_York').toISOString())
      await makeRecurring(t.app)
    }
    const dates = (await invoices()).map(([issued]) => issued)
    expect(dates.slice(0, 5)).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
      '2025-05-31',
    ])
    expect(dates).toHaveLength(24)
    expect(new Set(dates).size).toBe(24)
  })

  test('what was missed is made at once, each with its own dates', async () => {
    await begin({ starts_on: '2025-01-31', rhythm: { unit: 'week', every: 2 } })
    t.setNow('2027-01-31T12:00:00Z')
    expect((await makeRecurring(t.app)).made).toBe(53)
    expect((await makeRecurring(t.app)).made).toBe(0)
    const all = await invoices()
    expect(all[0]).toEqual(['2025-01-31', '2025-02-14'])
    expect(all.at(-1)).toEqual(['2027-01-29', '2027-02-12'])
  })
})

describe('a day begins at midnight where the business is', () => {
  test.each([
    ['when the clock goes forward', '2025-03-09', '2025-03-09T04:59:59Z', '2025-03-09T05:00:00Z'],
    ['when it goes back', '2025-11-02', '2025-11-02T03:59:59Z', '2025-11-02T04:00:00Z'],
    ['the day after', '2025-03-10', '2025-03-10T03:59:59Z', '2025-03-10T04:00:00Z'],
  ])('%s', async (_, starts_on, before, from) => {
    await begin({ starts_on })
    t.setNow(before)
    expect((await makeRecurring(t.app)).made).toBe(0)
    t.setNow(from)
    expect((await makeRecurring(t.app)).made).toBe(1)
    /* The hour that comes twice makes nothing twice. */
    t.setNow(new Date(Date.parse(from) + 3_600_000).toISOString())
    expect((await makeRecurring(t.app)).made).toBe(0)
    expect(await invoices()).toEqual([[starts_on, addDays(starts_on, 14)]])
  })
})

test('it ends after so many, or on its last day', async () => {
  const { recurring: counted } = await begin({ times: 3 })
  const { recurring: dated } = await begin({ ends_on: '2025-02-15' })
  t.setNow('2026-01-15T15:00:00Z')
  expect((await makeRecurring(t.app)).made).toBe(5)
  expect((await showRecurring(t.app, counted.id)).recurring).toMatchObject({
    state: 'ended',
    made: 3,
    next_on: null,
  })
  expect((await showRecurring(t.app, dated.id)).recurring).toMatchObject({
    state: 'ended',
    made: 2,
  })
})

test('what falls into a pause is never made; what was due before it is', async () => {
  const { recurring } = await begin()
  t.setNow('2025-03-20T15:00:00Z')
  await changeRecurring(t.app, { id: recurring.id, verb: 'pause' })
  expect((await makeRecurring(t.app)).made).toBe(0)
  t.setNow('2025-06-20T15:00:00Z')
  await changeRecurring(t.app, { id: recurring.id, verb: 'resume' })
  t.setNow('2025-07-20T15:00:00Z')
  await makeRecurring(t.app)
  expect((await invoices()).map(([issued]) => issued)).toEqual([
    '2025-01-15',
    '2025-02-15',
    '2025-03-15',
    '2025-07-15',
  ])
  const { periods } = await showRecurring(t.app, recurring.id)
  expect(periods.map(({ period, outcome }) => `${period} ${outcome}`)).toEqual([
    '2025-07-15 made',
    '2025-06-15 skipped',
    '2025-05-15 skipped',
    '2025-04-15 skipped',
    '2025-03-15 made',
    '2025-02-15 made',
    '2025-01-15 made',
  ])
})

test('it is like a document, and begins the next time after it', async () => {
  await createDocuments(t.app, {
    drafts: [
      {
        kind: 'invoice',
        customer: 'John Smith',
        items,
        issued_on: '2024-12-31',
        due_on: '2025-01-10',
        terms: 'Net 10',
        taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
      },
    ],
  })
  await begin({ like: 'INV-001', changes: {} })
  t.setNow('2025-02-28T15:00:00Z')
  await makeRecurring(t.app)
  expect(await invoices()).toEqual([
    ['2024-12-31', '2025-01-10'],
    ['2025-01-31', '2025-02-10'],
    ['2025-02-28', '2025-03-10'],
  ])
  const { document } = await showDocument(t.app, 'INV-003')
  expect(document.content).toMatchObject({ terms: 'Net 10' })
  expect(document.totals.total_minor).toBe(4320)
})

test('what is changed is for invoices that come; none comes twice, and an ended one stays so', async () => {
  const { recurring } = await begin({ starts_on: '2025-01-15' })
  await makeRecurring(t.app)
  await editRecurring(t.app, {
    id: recurring.id,
    changes: { day: 15, times: 3, draft: { items: [{ description: 'More', unit_price: '45' }] } },
  })
  t.setNow('2025-06-15T15:00:00Z')
  await makeRecurring(t.app)
  expect((await invoices()).map(([issued]) => issued)).toEqual([
    '2025-01-15',
    '2025-02-15',
    '2025-03-15',
  ])
  const totals = ['INV-001', 'INV-002'].map(
    async (number) => (await showDocument(t.app, number)).document.totals.total_minor,
  )
  expect(await Promise.all(totals)).toEqual([4000, 4500])
  const late = editRecurring(t.app, { id: recurring.id, changes: { send: true } })
  await expect(late).rejects.toMatchObject({ code: 'wrong_state' })
})

test('an edit says all that is wrong, and changes nothing then', async () => {
  const { recurring } = await begin()
  const wrong = editRecurring(t.app, {
    id: recurring.id,
    changes: { next_on: '2024-01-01', draft: { items: [], currency: 'XX' } },
  })
  await expect(wrong).rejects.toMatchObject({
    details: ['next_on', 'currency', 'items'].map((field) => expect.objectContaining({ field })),
  })
  expect((await showRecurring(t.app, recurring.id)).recurring).toEqual(
    expect.objectContaining({ ...recurring }),
  )
})

test('only what has made nothing is deleted', async () => {
  const { recurring: used } = await begin()
  await makeRecurring(t.app)
  await expect(deleteRecurring(t.app, used.id)).rejects.toMatchObject({ code: 'wrong_state' })
  const { recurring: fresh } = await begin({ starts_on: '2025-02-01' })
  await deleteRecurring(t.app, fresh.id)
  await expect(showRecurring(t.app, fresh.id)).rejects.toMatchObject({ code: 'not_found' })
})

test('all that is wrong is said at once, and a start in the past needs a word', async () => {
  const wrong = begin({
    changes: { items: [{ description: '', unit_price: 'x' }] },
    starts_on: '2024-01-01',
    ends_on: '2023-01-01',
    rhythm: { unit: 'week', every: 1 },
    day: 3,
  })
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid_input',
    details: expect.arrayContaining(
      ['customer', 'starts_on', 'ends_on', 'day'].map((field) =>
        expect.objectContaining({ field }),
      ),
    ),
  })
  await begin({ starts_on: '2024-11-15', catch_up: true })
  expect((await makeRecurring(t.app)).made).toBe(3)
})

describe('mailed when it is made', () => {
  const story = async (number: string) =>
    (await showTimeline(t.app, number)).events.map(({ type }) => type)

  test('by day, once, and by nobody but the clock', async () => {
    const { recurring } = await begin({ send: true })
    t.setNow('2025-01-16T05:30:00Z')
    expect(await makeRecurring(t.app)).toMatchObject({ made: 1, mailed: 0 })
    t.setNow('2025-01-16T15:00:00Z')
    expect(await makeRecurring(t.app)).toMatchObject({ made: 0, mailed: 1 })
    expect(await makeRecurring(t.app)).toMatchObject({ made: 0, mailed: 0 })
    const { events } = await showTimeline(t.app, 'INV-001')
    expect(events.map(({ type, actor }) => `${type} ${actor}`)).toEqual([
      'created system',
      'sent system',
      'mail_queued system',
      'mail_sent system',
    ])
    const { periods } = await showRecurring(t.app, recurring.id)
    expect(periods).toMatchObject([{ number: 'INV-001', mail: 'queued' }])
  })

  test('what cannot be mailed says why, and goes out when that is mended', async () => {
    await createCustomer(t.app, { name: 'No Mail' })
    const { recurring } = await begin({ send: true, changes: { customer: 'No Mail', items } })
    expect(await makeRecurring(t.app)).toEqual({ made: 1, mailed: 0, unsent: 1 })
    const { periods } = await showRecurring(t.app, recurring.id)
    expect(periods[0]).toMatchObject({ mail: 'waiting', error: expect.stringContaining('e-mail') })
    await editCustomer(t.app, { customer: 'No Mail', changes: { email: 'no@mail.example' } })
    expect(await makeRecurring(t.app)).toEqual({ made: 0, mailed: 1, unsent: 0 })
  })

  test('one that fails by a bug of ours keeps no other back', async () => {
    await begin({ send: true })
    await begin({ send: true })
    let isBroken = true
    const next: App['ids']['next'] = (kind) => {
      if (kind !== 'msg' || !isBroken) return t.app.ids.next(kind)
      isBroken = false
      throw new TypeError('a bug')
    }
    await expect(makeRecurring({ ...t.app, ids: { next } })).rejects.toThrow('a bug')
    expect(await story('INV-001')).not.toContain('mail_queued')
    expect(await story('INV-002')).toContain('mail_sent')
    expect(await makeRecurring(t.app)).toEqual({ made: 0, mailed: 1, unsent: 0 })
  })

  test('not what was deleted in the meantime; that period is not made again', async () => {
    t.setNow('2025-01-15T05:30:00Z')
    await begin({ send: true })
    await makeRecurring(t.app)
    await deleteDocument(t.app, { number: 'INV-001' })
    t.setNow('2025-01-15T15:00:00Z')
    expect(await makeRecurring(t.app)).toEqual({ made: 0, mailed: 0, unsent: 0 })
  })
})

test('several processes at once make each invoice once', async () => {
  await begin({ send: true })
  t.setNow('2026-01-15T15:00:00Z')
  const clock = { now: () => new Date('2026-01-15T15:00:00Z') }
  const others = await Promise.all(
    Array.from({ length: 3 }, () => openApp({ dir: t.dir, env: {}, overrides: { clock } })),
  )
  const counts = await Promise.all([t.app, ...others].map((app) => makeRecurring(app)))
  expect(counts.reduce((sum, { made }) => sum + made, 0)).toBe(13)
  expect(counts.reduce((sum, { mailed }) => sum + mailed, 0)).toBe(13)
  expect(await invoices()).toHaveLength(13)
  for (const app of others) await app.close()
})

test('killed at any step and begun again, it makes and mails the same', async () => {
  await begin({ send: true })
  t.setNow('2025-05-15T15:00:00Z')
  let kills = 0
  for (let fatal = 1; ; fatal++) {
    const { app } = crashingApp(t.app, fatal)
    try {
      await makeRecurring(app)
      break
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      kills++
    }
    if (fatal > 100) throw new Error('it never ends')
  }
  await makeRecurring(t.app)
  expect(kills).toBeGreaterThan(3)
  expect(await invoices()).toHaveLength(5)
  for (const number of ['INV-001', 'INV-003', 'INV-005']) {
    const { events } = await showTimeline(t.app, number)
    expect(events.filter(({ type }) => type === 'mail_queued')).toHaveLength(1)
  }
  expect(await verifyWorkspace(t.app)).toMatchObject({ ok: true })
})
