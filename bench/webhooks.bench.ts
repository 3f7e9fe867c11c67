/** How fast webhooks are taken and stored for good, and what fifty clicks at once lead to. */

import { type ChildProcess, fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { startStripe, stripeSecrets } from '../test/doubles/stripe.ts'
import { httpAsk } from '../test/support/http-request.ts'
import { openTestPortal } from '../test/support/test-portal.ts'
import type { Row } from './row.ts'

const connections = 16
const webhooks = 3000
const warmUp = 200
const clicks = 50
const budgetPerSecond = 300
const budgetP99Ms = 100

/** The portal in a process of its own, this one being Stripe and the customers. */
export async function bench(): Promise<Row[]> {
  const { double, account } = await startStripe()
  const { child, url, path } = await start(double.url)
  try {
    await send(url, warmUp, 'warm')
    const { perSecond, p99Ms } = await send(url, webhooks, 'event')
    const stored = await tell(child, 'count')
    if (stored !== warmUp + webhooks) throw new Error(`${stored} webhooks were stored`)
    const form = 'amount_choice=due&method=stripe_card'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const click = () => httpAsk(url, `${path}/pay`, { method: 'POST', headers, body: form })
    const answers = await Promise.all(Array.from({ length: clicks }, click))
    const led = new Set(answers.map(({ headers: { location } }) => location))
    const pages = account.sessions.size
    return [
      {
        what: `webhooks taken and stored, ${connections} connections`,
        ours: `${Math.round(perSecond)}/s`,
        peer: '–',
        ratio: (perSecond / budgetPerSecond).toFixed(1),
        budget: `≥ ${budgetPerSecond}/s`,
        met: perSecond >= budgetPerSecond,
      },
      {
        what: 'the slowest hundredth of them',
        ours: `${p99Ms.toFixed(1)} ms`,
        peer: '–',
        ratio: (p99Ms / budgetP99Ms).toFixed(2),
        budget: `< ${budgetP99Ms} ms`,
        met: p99Ms < budgetP99Ms,
      },
      {
        what: `hosted pages after ${clicks} clicks at once`,
        ours: String(pages),
        peer: '–',
        ratio: '–',
        budget: '1',
        met: pages === 1 && led.size === 1,
      },
    ]
  } finally {
    child.disconnect()
    await new Promise((resolve) => child.once('exit', resolve))
    await double.close()
  }
}

/** Different events about nothing of ours, each signed as Stripe does, over several connections. */
async function send(
  url: string,
  count: number,
  name: string,
): Promise<{ perSecond: number; p99Ms: number }> {
  const times: number[] = []
  const waiting = Array.from({ length: count }, (_, i) => `evt_${name}_${i}`)
  const sendAll = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      const { headers, body } = signed(id)
      const begun = performance.now()
      const answer = await fetch(`${url}/webhooks/stripe`, { method: 'POST', headers, body })
      await answer.text()
      if (answer.status !== 200) throw new Error(`A webhook was answered with ${answer.status}`)
      times.push(performance.now() - begun)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: connections }, sendAll))
  const seconds = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: count / seconds, p99Ms: times[Math.floor(count * 0.99)] ?? 0 }
}

function signed(id: string): { headers: Record<string, string>; body: string } {
  const object = { id: `cs_${id}`, object: 'checkout.session', client_reference_id: `co_${id}` }
  const type = 'checkout.session.completed'
  const body = JSON.stringify({ id, object: 'event', type, data: { object }, filler })
  const time = Math.floor(Date.now() / 1000)
  const hmac = createHmac('sha256', stripeSecrets.webhook_secret).update(`${time}.${body}`)
  const signature = `t=${time},v1=${hmac.digest('hex')}`
  return { headers: { 'content-type': 'application/json', 'stripe-signature': signature }, body }
}

/** Real ones are that large. */
const filler = 'x'.repeat(3000)

type Started = { child: ChildProcess; url: string; path: string }

async function start(api_base: string): Promise<Started> {
  const child = fork(fileURLToPath(import.meta.url), [api_base])
  const ready = (await answerOf(child)) as { url: string; path: string }
  return { child, ...ready }
}

function tell(child: ChildProcess, question: string): Promise<unknown> {
  const answer = answerOf(child)
  child.send(question)
  return answer
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/** In the child: a portal that takes cards, with one invoice. */
async function serve(api_base: string): Promise<void> {
  const stripe = { enabled: true, ...stripeSecrets, card: true, api_base }
  const portal = await openTestPortal({ payments: { stripe } })
  process.on('message', async () => {
    const { total } = await portal.app.db.read
      .selectFrom('webhook_events')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    process.send?.(total)
  })
  process.once('disconnect', () => portal.close().then(() => process.exit()))
  process.send?.({ url: portal.server.url, path: await portal.link('INV-001') })
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(process.argv[2] ?? '')
}
