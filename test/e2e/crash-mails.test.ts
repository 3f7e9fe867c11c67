/** `kill -9` at any moment while a full outbox is delivered: every mail arrives. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { expireLeases, leaseMs } from '../support/leases.ts'
import { type Acme, customer, openAcme } from './acme.ts'

/** PORTAL_MAILS=5000 PORTAL_KILLS=100 is the whole examination, which also waits for what the killed held on to. */
const isWhole = process.env.PORTAL_MAILS !== undefined
const mails = Number(process.env.PORTAL_MAILS ?? 120)
const kills = Number(process.env.PORTAL_KILLS ?? 6)
/** So that kills meet the whole of the outbox, and not only its beginning. */
const spreadMs = Math.max(400, (mails / kills) * 40)
/** Of one transaction that enters documents, and of one command line. */
const batch = 500

let acme: Acme

beforeAll(async () => {
  // A kill may well come after the mail server has taken a mail and before we know it.
  acme = await openAcme({ mailLatencyMs: 10 })
})
afterAll(() => acme?.close())

type Message = { message_id: string; state: string }
const outbox = async () => (await acme.portal.json<{ items: Message[] }>(['outbox', 'list'])).items

async function queue(): Promise<void> {
  const items = [{ description: 'Work', unit_price: '100' }]
  for (let made = 0; made < mails; made += batch) {
    const count = Math.min(batch, mails - made)
    const file = JSON.stringify(Array.from({ length: count }, () => ({ customer, items })))
    const { items: documents } = await acme.portal.json<{ items: { number: string }[] }>(
      ['invoice', 'create', '--from', '-'],
      { stdin: file },
    )
    await acme.portal.json(['send', ...documents.map(({ number }) => number), '--queue'])
  }
}

/** Starts to deliver and ends it without warning, some time after mails have begun to arrive. */
async function killOnce(): Promise<void> {
  const before = acme.inbox.received.length
  const { process: child, ended } = acme.portal.start(['cron', 'outbox'])
  await expect
    .poll(() => acme.inbox.received.length > before || child.exitCode !== null, {
      timeout: 30_000,
      interval: 5,
    })
    .toBe(true)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * spreadMs))
  child.kill('SIGKILL')
  await ended
}

test(`${mails} mails, ${kills} kills: every mail arrives, none more often than it was in hand`, {
  timeout: 120_000 + mails * 100 + kills * 5000,
}, async () => {
  await queue()
  let killed = 0
  while (killed < kills && acme.inbox.received.length < mails) {
    await killOnce()
    killed += 1
  }
  const atKills = acme.inbox.received.length
  if (!isWhole) await expireLeases(acme.portal.dir)
  const begun = performance.now()
  const left = async () => {
    await acme.portal.json(['cron', 'outbox'])
    return (await outbox()).filter(({ state }) => state !== 'sent').length
  }
  await expect.poll(left, { timeout: leaseMs + 60_000 + mails * 50, interval: 2000 }).toBe(0)
  const copies = new Map<string, number>()
  for (const { mail } of acme.inbox.received) {
    copies.set(mail.messageId ?? '', (copies.get(mail.messageId ?? '') ?? 0) + 1)
  }
  expect([...copies.keys()].sort()).toEqual((await outbox()).map((one) => one.message_id).sort())
  const doubled = [...copies.values()].filter((count) => count > 1)
  // Five are in hand at a time; each of them may have arrived.
  expect(doubled.length).toBeLessThanOrEqual(5 * killed)
  expect(await acme.portal.json(['verify', '--all'])).toMatchObject({ ok: true })
  if (isWhole) {
    const s = ((performance.now() - begun) / 1000).toFixed(0)
    console.info(
      `${copies.size} of ${mails} mails arrived, ${atKills} of them during ${killed} kills, ` +
        `${doubled.length} twice; the rest took ${s} s with the leases of the killed`,
    )
  }
})
