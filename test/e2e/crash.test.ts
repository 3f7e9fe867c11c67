/** `kill -9` at any moment while mails are sent and pages are built: nothing is lost, and nothing is half. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killAt, type Life, lifeOf } from '../support/killing.ts'
import { expireLeases, leaseMs } from '../support/leases.ts'
import { type Acme, changeConfig, enter, openAcme } from './acme.ts'

/** PORTAL_KILLS=100 is the whole examination, which also waits for what the killed held on to. */
const isWhole = process.env.PORTAL_KILLS !== undefined
const kills = Number(process.env.PORTAL_KILLS ?? 12)
const buildKills = Math.floor(kills / 2)
const sendKills = kills - buildKills
const roundMs = 20_000

let acme: Acme
/** Where commands put what is not for the workspace, such as the profile of a browser. */
let temporary: string

beforeAll(async () => {
  // A kill may well come after the mail server has taken the mail and before we know it.
  acme = await openAcme({ mailLatencyMs: 40 })
  temporary = join(acme.folder, 'tmp')
  await mkdir(temporary)
})
afterAll(() => acme?.close())

type Finding = { check: string; number: string | null; message: string }
type Message = { message_id: string; state: string }

const verified = async (): Promise<Finding[]> => {
  const answer = await acme.portal.run(['verify', '--all', '--json'])
  return (answer.json as { problems: Finding[] }).problems
}

const outbox = async () => (await acme.portal.json<{ items: Message[] }>(['outbox', 'list'])).items

/** Moments of a life, from 0 to 1: one chosen at random from each equal part of it, in random order. */
function moments(count: number): number[] {
  const spread = Array.from({ length: count }, (_, i) => (i + Math.random()) / count)
  return spread.sort(() => Math.random() - 0.5)
}

/** Starts a command and ends it without warning. Tells whether it was ended before it was done. */
async function killed(args: string[], part: number, life: Life): Promise<boolean> {
  const started = acme.portal.start(args, { env: { TMPDIR: temporary } })
  const isKilled = await killAt(part, life, started)
  expect((await started.ended).code).toBe(isKilled ? null : 0)
  return isKilled
}

/** Books, timelines and mails are never in doubt; pages and PDFs may have to be caught up with. */
async function expectSoundness(): Promise<void> {
  const late = ['page', 'site', 'pdf']
  expect((await verified()).filter(({ check }) => !late.includes(check))).toEqual([])
  for (const path of await workspaceFiles()) {
    const whole = path.endsWith('.html') ? '</html>' : path.endsWith('.pdf') ? '%%EOF' : undefined
    if (whole === undefined) continue
    const text = (await readFile(join(acme.portal.dir, path), 'latin1')).trimEnd()
    expect({ path, end: text.slice(-whole.length) }).toEqual({ path, end: whole })
  }
}

async function workspaceFiles(): Promise<string[]> {
  return (await readdir(acme.portal.dir, { recursive: true })).sort()
}

const isTemporary = (path: string) => /\.tmp|\.new$|\.before-/.test(path)

/** For those who ask for the whole examination, and so want to know how it went. */
function report(line: string): void {
  if (isWhole) console.info(line)
}

describe(`${kills} times`, () => {
  let lastClaim = 0

  test(`${sendKills} sends are killed and no row is lost or half`, {
    timeout: sendKills * roundMs,
  }, async () => {
    const numbers: string[] = []
    for (let i = 0; i <= sendKills; i++) numbers.push((await enter(acme.portal, 'invoice')).number)
    const [first = '', ...rest] = numbers
    const life = await lifeOf(acme.portal.start(['send', first]))
    let deaths = 0
    for (const [i, part] of moments(sendKills).entries()) {
      if (await killed(['send', rest[i] ?? ''], part, life)) deaths += 1
      await expectSoundness()
    }
    lastClaim = Date.now()
    report(`${deaths} of ${sendKills} sends were killed before their end`)
    expect(deaths).toBeGreaterThan(0)
  })

  test(`${buildKills} builds are killed and no page or PDF is half`, {
    timeout: buildKills * roundMs + 60_000,
  }, async () => {
    // What the killed sends did not get to.
    const { items } = await acme.portal.json<{ items: { number: string }[] }>([
      ...['invoice', 'list', '--state', 'draft', '--limit', '8'],
    ])
    for (const { number } of items) await acme.portal.json(['send', number, '--queue'])
    const repaint = (color: string) => changeConfig(acme.portal.dir, { branding: { color } })
    await acme.portal.json(['build'])
    await repaint('#113355')
    const life = await lifeOf(acme.portal.start(['build']))
    let deaths = 0
    for (const [i, part] of moments(buildKills).entries()) {
      // All pages and PDFs change with it.
      await repaint(`#${(0x20_40_60 + i * 0x0b_0d).toString(16)}`)
      if (await killed(['build'], part, life)) deaths += 1
      await expectSoundness()
    }
    report(`${deaths} of ${buildKills} builds were killed before their end`)
    expect(deaths).toBeGreaterThan(0)
  })

  test('what they left is caught up with: every mail arrives, and all is well', {
    timeout: leaseMs + 120_000,
  }, async () => {
    if (!isWhole) await expireLeases(acme.portal.dir)
    const waitingMs = Math.max(0, lastClaim + leaseMs - Date.now())
    const isDelivered = async () => {
      await acme.portal.json(['cron', 'outbox'])
      return (await outbox()).filter(({ state }) => state !== 'sent').length
    }
    await expect.poll(isDelivered, { timeout: waitingMs + 30_000, interval: 2000 }).toBe(0)

    const queued = (await outbox()).map(({ message_id }) => message_id)
    const copies = new Map<string, number>()
    for (const { mail } of acme.inbox.received) {
      const id = mail.messageId ?? ''
      copies.set(id, (copies.get(id) ?? 0) + 1)
    }
    const doubled = [...copies.values()].filter((count) => count > 1).length
    report(`${copies.size} mails arrived, ${doubled} of them twice`)
    expect([...copies.keys()].sort()).toEqual([...queued].sort())
    expect(Math.max(...copies.values())).toBeLessThanOrEqual(2)

    const build = () => acme.portal.json(['build'], { env: { TMPDIR: temporary } })
    await build()
    expect(await verified()).toEqual([])
    expect((await workspaceFiles()).filter(isTemporary)).toEqual([])
    expect(await readdir(temporary)).toEqual([])
    await expectSoundness()
    expect(await build()).toMatchObject({ pages: { written: 0, removed: 0 }, pdfs: { written: 0 } })
  })
})
