/** A portal that takes payments, with the other side of each provider in the test's hands. */
import type { Page } from 'playwright-core'
import { parse, stringify } from 'yaml'
import type { MethodName } from '../../src/domain/checkout.ts'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import { type PaypalDouble, paypalSecrets, startPaypal } from '../doubles/paypal.ts'
import type { ProviderDouble } from '../doubles/provider-double.ts'
import { type SquareDouble, squareSecrets, startSquare } from '../doubles/square.ts'
import { type StripeDouble, startStripe, stripeSecrets } from '../doubles/stripe.ts'
import type { CliOptions, ServedPortal } from '../support/portal-cli.ts'
import type { ReceivedMail } from '../support/smtp-inbox.ts'
import { type Acme, changeConfig, customer, invoiceFile, openAcme } from './acme.ts'

export type Shop = {
  acme: Acme
  stripe: StripeDouble
  paypal: PaypalDouble
  square: SquareDouble
  doubles: ProviderDouble[]
  /** What the customer is offered; serve it again for it to count. */
  offer(payments: Record<string, unknown>): Promise<void>
  /** Starts the portal, or starts it anew. */
  serve(options?: CliOptions): Promise<ServedPortal>
  /** Ends it in good order. */
  stop(): Promise<void>
  close(): Promise<void>
}

export type ShopOptions = {
  /** Merged over `payments` in config.yml. */
  payments?: Record<string, unknown>
  /** Whether providers send webhooks as things happen. */
  webhooks?: boolean
}

const owner = 'office@acme.example'

/** A business whose customers pay by card, bank transfer, PayPal and, where asked for, Square. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const acme = await openAcme()
  const stripe = await startStripe()
  const paypal = await startPaypal()
  const square = await startSquare(`${acme.url}/webhooks/square`)
  const offer = (payments: Record<string, unknown>) => changeConfig(acme.portal.dir, { payments })
  await offer({
    online: true,
    instructions: 'Or send a check to 200 Mill Road.',
    stripe: { enabled: true, ...stripeSecrets, card: true, ach: true, api_base: stripe.double.url },
    paypal: { enabled: true, ...paypalSecrets, api_base: paypal.double.url },
    square: { enabled: true, ...squareSecrets, webhook_url: null, api_base: square.double.url },
    ...options.payments,
  })
  const named = { stripe, paypal, square }
  if (options.webhooks !== false) {
    for (const [name, { double }] of Object.entries(named)) {
      double.webhook_url = `${acme.url}/webhooks/${name}`
    }
  }
  let served: ServedPortal | undefined
  const stop = async () => {
    await served?.stop()
    served = undefined
  }
  return {
    acme,
    ...named,
    doubles: Object.values(named).map(({ double }) => double),
    offer,
    serve: async (options) => {
      await stop()
      served = await acme.portal.serve([], options)
      return served
    },
    stop,
    close: async () => {
      for (const { double } of Object.values(named)) await double.close()
      await stop()
      await acme.close()
    },
  }
}

export type SentInvoice = { number: string; link: string }

/** Invoices of $9,828.00 whose links their customer has, with mails that wait to be sent. */
export async function sendInvoices({ acme }: Shop, count: number): Promise<SentInvoice[]> {
  const stdin = stringify(Array.from({ length: count }, () => parse(invoiceFile)))
  const { items } = await acme.portal.json<{ items: DocumentJson[] }>(
    ['invoice', 'create', '--from', '-'],
    { stdin },
  )
  const numbers = items.map(({ number }) => number)
  const { results } = await acme.portal.json<{ results: { number: string; url: string }[] }>([
    ...['send', '--queue'],
    ...numbers,
  ])
  return results.map(({ number, url }) => ({ number, link: url }))
}

/** From the document's page to the provider's, by the buttons a customer uses. */
export async function goAndPay(page: Page, link: string, method: MethodName): Promise<void> {
  await page.goto(link)
  await page.getByRole('link', { name: 'Pay Now' }).tap()
  await page.locator(`#pay button[value=${method}]`).tap()
  await page.waitForURL(isHosted)
}

/** Presses a button of the provider's page and waits for the page to which that leads. */
export async function press(page: Page, outcome: string): Promise<void> {
  await page.locator(`button[value=${outcome}]`).tap()
}

/** Any provider's page, the sandbox's own included. */
export function isHosted({ pathname }: URL): boolean {
  return /^\/(c\/pay|checkoutnow|u|sandbox)(\/|$)/.test(pathname)
}

/** What the return page says, once the visitor is there. */
export async function outcomeOn(page: Page): Promise<string | null> {
  await page.waitForURL(/\/go\/[^/]+\/return/)
  return page.locator('main[data-kind=return]').getAttribute('data-outcome')
}

/** Where a browser would be sent; empty where the server or the way to it is gone. */
export async function follow(url: string, form?: Record<string, string>): Promise<string> {
  try {
    const body = form ? new URLSearchParams(form) : null
    const answer = await fetch(url, { method: form ? 'POST' : 'GET', body, redirect: 'manual' })
    const location = answer.headers.get('location')
    const refresh = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await answer.text())?.[1]
    const to = location ?? refresh?.replaceAll('&amp;', '&')
    return to ? new URL(to, url).href : ''
  } catch {
    return ''
  }
}

export type Told = {
  /** Mails to the customer about payments that came in. */
  receipts: ReceivedMail[]
  /** What the owner was told, in the order in which it was. */
  news: string[]
}

/** What was mailed about a document, once all that is due has been sent. */
export async function toldAbout({ acme }: Shop, number: string): Promise<Told> {
  await acme.portal.json(['cron', 'outbox'])
  const about = acme.inbox.received.filter((mail) => headerOf(mail, 'x-portal-document') === number)
  const to = (address: string) => about.filter(({ recipients }) => recipients.includes(address))
  return {
    receipts: to(customer).filter((mail) => headerOf(mail, 'x-portal-kind') === 'receipt'),
    news: to(owner).map((mail) => headerOf(mail, 'x-portal-event')),
  }
}

/** A header of a mail, by its name in lower case; empty when it has none. */
export function headerOf({ mail }: ReceivedMail, name: string): string {
  return mail.headers.find(({ key }) => key === name)?.value ?? ''
}

/** What is wrong with the books, the pages being caught up with. */
export async function findings({ acme }: Shop): Promise<unknown[]> {
  await acme.portal.json(['cron', 'pages'])
  const answer = await acme.portal.run(['verify', '--all', '--json'])
  return (answer.json as { problems: unknown[] }).problems
}
