/** `kill -9` of the server while a customer signs: all of it happened or nothing, and trying again ends well. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataUrl, png } from '../ink/drawings.ts'
import { type HttpAnswer, httpAsk } from '../support/http-request.ts'
import { type Acme, openAcme, show, story } from './acme.ts'
import { headerOf } from './shop.ts'
import { type SentEstimate, sendEstimates } from './signing.ts'

/** PORTAL_KILLS=100 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 6)
const roundMs = 15_000

let acme: Acme
let estimates: SentEstimate[]
/** From the click to the answer, and from there until the sealed copy is made. */
let answerMs = 0
let sealMs = 0

type Server = { kill(): void; ended: Promise<unknown> }

beforeAll(async () => {
  acme = await openAcme()
  estimates = await sendEstimates(acme, kills)
})
afterAll(() => acme?.close())

async function serve(): Promise<Server> {
  const { process: child, ended } = acme.portal.start(['serve', '--json'])
  const isUp = new Promise((resolve) => child.stdout?.once('data', resolve))
  await Promise.race([isUp, ended.then(({ stderr }) => Promise.reject(new Error(stderr)))])
  return { kill: () => child.kill('SIGKILL'), ended }
}

/** How long it takes where nobody is in the way. */
async function measure(): Promise<void> {
  const server = await serve()
  const [estimate = { number: '', link: '' }] = await sendEstimates(acme, 1)
  const form = await formOf(estimate, 0)
  const begun = performance.now()
  expect((await approve(estimate, form))?.status).toBe(303)
  answerMs = performance.now() - begun
  await expect.poll(() => story(acme.portal, estimate.number)).toContain('sealed')
  sealMs = performance.now() - begun - answerMs
  server.kill()
  await server.ended
  report(`an answer takes ${Math.round(answerMs)} ms, the sealed copy ${Math.round(sealMs)} ms`)
}

/** What the page shows and the customer fills in; every second one draws. */
async function formOf({ link }: SentEstimate, round: number): Promise<URLSearchParams> {
  const { text } = await httpAsk(acme.url, `${new URL(link).pathname}/approve`)
  const isDrawn = round % 2 === 1
  return new URLSearchParams({
    version: /name="version" value="([^"]+)"/.exec(text)?.[1] ?? '',
    signer_name: 'John Smith',
    consent: 'yes',
    signature_kind: isDrawn ? 'drawn' : 'typed',
    signature: isDrawn ? dataUrl(png()) : '',
  })
}

/** Undefined where the server was gone before it had answered. */
function approve({ link }: SentEstimate, form: URLSearchParams): Promise<HttpAnswer | undefined> {
  return httpAsk(acme.url, `${new URL(link).pathname}/approve`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }).catch(() => undefined)
}

/** What there is of an approval: events in the timeline, and mails that were queued. */
async function traces(number: string): Promise<Record<string, number>> {
  const types = await story(acme.portal, number)
  const { items } = await acme.portal.json<{ items: { kind: string; number: string }[] }>([
    ...['outbox', 'list'],
  ])
  const mails = items.filter((mail) => mail.number === number).map(({ kind }) => kind)
  const count = (list: string[], wanted: string) => list.filter((one) => one === wanted).length
  return {
    viewed: count(types, 'viewed'),
    consented: count(types, 'consented'),
    approved: count(types, 'approved'),
    confirmations: count(mails, 'approved_confirmation'),
    notices: count(mails, 'owner_notice'),
  }
}

const nothing = { viewed: 0, consented: 0, approved: 0, confirmations: 0, notices: 0 }
const everything = { viewed: 1, consented: 1, approved: 1, confirmations: 1, notices: 1 }

/** For those who ask for the whole examination, and so want to know how it went. */
function report(text: string): void {
  if (process.env.PORTAL_KILLS) console.info(text)
}

describe(`${kills} times`, () => {
  test('the server is killed while a customer signs: all or nothing, and a retry makes one approval', {
    timeout: kills * roundMs,
  }, async () => {
    const counts = { before: 0, after: 0, unanswered: 0 }
    await measure()
    let server = await serve()
    for (const [round, estimate] of estimates.entries()) {
      const form = await formOf(estimate, round)
      const spanMs = round % 3 === 2 ? answerMs + sealMs : 2 * answerMs
      const timer = setTimeout(() => server.kill(), Math.random() * spanMs)
      const answer = await approve(estimate, form)
      await server.ended
      clearTimeout(timer)

      const { state, approval } = await show(acme.portal, estimate.number)
      const isApproved = state === 'approved'
      expect(approval !== null, `round ${round}`).toBe(isApproved)
      expect(await traces(estimate.number)).toEqual(isApproved ? everything : nothing)
      if (answer) expect([answer.status, isApproved]).toEqual([303, true])
      counts[isApproved ? 'after' : 'before'] += 1
      if (!answer) counts.unanswered += 1

      server = await serve()
      const again = await approve(estimate, form)
      expect(again?.status).toBe(isApproved ? 409 : 303)
      expect(again?.text.includes('data-closed="approved"')).toBe(isApproved)
      expect(await traces(estimate.number)).toEqual(everything)
    }
    server.kill()
    await server.ended
    report(`${counts.before} died before it was written, ${counts.after} after`)
    report(`${counts.unanswered} customers got no answer`)
    expect(counts.before + counts.after).toBe(kills)
  })

  test('each has one sealed copy, in one mail, and all is well', {
    timeout: 60_000 + kills * roundMs,
  }, async () => {
    await acme.portal.json(['cron'])
    await acme.portal.json(['build'])
    const confirmations = acme.inbox.received.filter(
      (mail) => headerOf(mail, 'x-portal-kind') === 'approved_confirmation',
    )
    const numbers = confirmations.map((mail) => headerOf(mail, 'x-portal-document')).sort()
    expect(numbers).toHaveLength(kills + 1)
    expect(new Set(numbers).size).toBe(kills + 1)
    for (const { mail } of confirmations) expect(mail.attachments).toHaveLength(1)
    for (const { number } of estimates) {
      const types = await story(acme.portal, number)
      expect(types.filter((type) => type === 'sealed')).toHaveLength(1)
    }
    const answer = await acme.portal.run(['verify', '--all', '--json'])
    expect(answer.json).toMatchObject({ ok: true, problems: [] })
  })
})
