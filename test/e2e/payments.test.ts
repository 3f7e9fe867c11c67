/** Customers pay on their phones: each way, each outcome, and what everybody is told about it. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfText } from '../support/pdf-text.ts'
import { show } from './acme.ts'
import { phone, seenOn } from './browsing.ts'
import {
  findings,
  goAndPay,
  isHosted,
  openShop,
  outcomeOn,
  press,
  type SentInvoice,
  type Shop,
  sendInvoices,
  toldAbout,
} from './shop.ts'
import { type Come, welcomeVisitors } from './visitors.ts'

let shop: Shop
/** Unpaid ones, each for one test. */
let invoices: SentInvoice[]

beforeAll(async () => {
  shop = await openShop({
    payments: { sandbox: { enabled: true }, partial: { enabled: true, minimum: '100.00' } },
  })
  invoices = await sendInvoices(shop, 25)
  await shop.serve()
})
afterAll(async () => {
  await shop?.close()
})

const welcome = welcomeVisitors()
const come = async (...options: Parameters<Come>) => (await welcome(...options)).page

function nextInvoice(): SentInvoice {
  const invoice = invoices.shift()
  if (!invoice) throw new Error('All invoices are used up.')
  return invoice
}

async function download(page: Page, link: string): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).tap()
  const file = await downloading
  return { name: file.suggestedFilename(), text: await pdfText(await readFile(await file.path())) }
}

/** Page, paper, mail and books name the same amount, and the owner was told once. */
async function expectPaid(page: Page, number: string, amount = '$9,828.00'): Promise<void> {
  expect(await outcomeOn(page)).toBe('paid')
  const told = await seenOn(page)
  const document = await show(shop.acme.portal, number)
  expect(document).toMatchObject({ state: 'paid', balance_due_minor: 0, pending_minor: 0 })
  expect(document.paid_minor).toBe(document.total_minor)
  const payments = document.payments.filter(({ kind }) => kind === 'payment')
  const last = payments.at(-1)
  const receipt = last?.receipt?.number ?? ''
  const paper = await download(page, 'Download Receipt')
  expect(paper.name).toBe(`${receipt}.pdf`)
  const { receipts, news } = await toldAbout(shop, number)
  expect(receipts).toHaveLength(payments.length)
  const mail = receipts.at(-1)?.mail
  await page.goto(/http:\S+\/r\/\w+/.exec(mail?.text ?? '')?.[0] ?? '')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Receipt #${receipt}`)
  expect((await download(page, 'Download PDF')).text).toBe(paper.text)
  const amounts = { told, page: await seenOn(page), paper: paper.text, mail: mail?.text }
  for (const [where, text] of Object.entries(amounts)) expect(text, where).toContain(amount)
  expect(paper.text).toContain(receipt)
  expect(news.filter((event) => event === 'paid')).toHaveLength(payments.length)
}

/** Nothing was booked, and what is due is still due. */
async function expectNothing(number: string): Promise<void> {
  const document = await show(shop.acme.portal, number)
  expect(document).toMatchObject({ balance_due_minor: 982_800, payments: [] })
}

const lastSession = () => [...shop.stripe.account.sessions.keys()].at(-1) ?? ''

test('a card is paid: the first receipt is RCT-0001', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'stripe_card')
  await press(page, 'paid')
  await expectPaid(page, number)
  const { payments } = await show(shop.acme.portal, number)
  expect(payments[0]).toMatchObject({ amount_minor: 982_800, receipt: { number: 'RCT-0001' } })
})

test('a card is declined, then another is paid', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'stripe_card')
  await press(page, 'declined')
  await page.getByRole('heading', { name: /declined/ }).waitFor()
  await press(page, 'paid')
  await expectPaid(page, number)
})

test('who goes back without paying is told that no money was taken, and can pay again', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'stripe_card')
  await press(page, 'canceled')
  expect(await outcomeOn(page)).toBe('not_finished')
  expect(await seenOn(page)).toContain('No money was taken.')
  await expectNothing(number)
  await page.getByRole('link', { name: 'Try again' }).tap()
  await page.locator('#pay button[value=stripe_card]').tap()
  await page.waitForURL(isHosted)
  await press(page, 'paid')
  await expectPaid(page, number)
})

test('a bank transfer is on its way, and then settles', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'stripe_ach')
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('processing')
  const back = page.url()
  expect(await show(shop.acme.portal, number)).toMatchObject({
    pending_minor: 982_800,
    balance_due_minor: 982_800,
    amount_due_now_minor: 0,
    payments: [],
  })
  await page.goto(link)
  expect(await page.getByRole('link', { name: 'Pay Now' }).count()).toBe(0)
  shop.stripe.account.settle(lastSession(), 'succeeded')
  await expect.poll(() => show(shop.acme.portal, number)).toMatchObject({ state: 'paid' })
  await page.goto(back)
  await expectPaid(page, number)
})

test('a bank transfer is on its way, and then fails', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'stripe_ach')
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('processing')
  const back = page.url()
  shop.stripe.account.settle(lastSession(), 'failed')
  await expect.poll(() => show(shop.acme.portal, number)).toMatchObject({ pending_minor: 0 })
  await page.goto(back)
  expect(await outcomeOn(page)).toBe('declined')
  expect(await seenOn(page)).toContain('Nothing was collected.')
  await expectNothing(number)
  expect((await toldAbout(shop, number)).news).toContain('payment_failed')
})

test('PayPal is paid', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'paypal')
  await press(page, 'paid')
  await expectPaid(page, number)
})

test('PayPal declines the instrument, and then another is paid', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'paypal')
  await press(page, 'declined')
  expect(await outcomeOn(page)).toBe('declined')
  await expectNothing(number)
  await page.getByRole('link', { name: 'Try again' }).tap()
  await page.locator('#pay button[value=paypal]').tap()
  await page.waitForURL(isHosted)
  await press(page, 'paid')
  await expectPaid(page, number)
})

test('PayPal leaves the money pending until the eCheck clears', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'paypal')
  await press(page, 'pending')
  expect(await outcomeOn(page)).toBe('processing')
  const back = page.url()
  expect(await show(shop.acme.portal, number)).toMatchObject({ pending_minor: 982_800 })
  const order = [...shop.paypal.account.orders.keys()].at(-1) ?? ''
  shop.paypal.account.settle(order, 'COMPLETED')
  await expect.poll(() => show(shop.acme.portal, number)).toMatchObject({ state: 'paid' })
  await page.goto(back)
  await expectPaid(page, number)
})

test.each([
  ['paid', 'paid'],
  ['declined', 'declined'],
  ['canceled', 'not_finished'],
  ['pending', 'processing'],
])('the sandbox plays %s', async (button, outcome) => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'sandbox')
  expect(await page.locator('body').textContent()).toContain('TEST MODE')
  await press(page, button)
  if (outcome === 'paid') return expectPaid(page, number)
  expect(await outcomeOn(page)).toBe(outcome)
  expect(await show(shop.acme.portal, number)).toMatchObject({
    payments: [],
    pending_minor: outcome === 'processing' ? 982_800 : 0,
  })
})

test('a part is paid, then the rest, to zero', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await page.goto(`${link}/pay`)
  await page.getByRole('radio', { name: /other amount|another amount/i }).tap()
  await page.getByLabel(/^amount/i).fill('3000.01')
  await page.locator('#pay button[value=stripe_card]').tap()
  await page.waitForURL(isHosted)
  expect(await page.locator('body').textContent()).toContain('300001 usd')
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('paid')
  expect(await seenOn(page)).toContain('$6,827.99 is left to pay.')
  expect(await show(shop.acme.portal, number)).toMatchObject({
    state: 'partially_paid',
    paid_minor: 300_001,
    balance_due_minor: 682_799,
  })
  await page.getByRole('link', { name: /Pay/ }).tap()
  await page.locator('#pay button[value=paypal]').tap()
  await page.waitForURL(isHosted)
  expect(await page.locator('body').textContent()).toContain('6827.99 USD')
  await press(page, 'paid')
  await expectPaid(page, number, '$6,827.99')
  const { payments } = await show(shop.acme.portal, number)
  expect(payments.map(({ amount_minor }) => amount_minor)).toEqual([300_001, 682_799])
})

test('without script a card is paid all the same', async () => {
  const { number, link } = nextInvoice()
  const page = await come({ ...phone, javaScriptEnabled: false })
  await goAndPay(page, link, 'stripe_card')
  await press(page, 'paid')
  await expectPaid(page, number)
})

test('an invoice that was voided meanwhile says so, and takes no money', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'paypal')
  await shop.acme.portal.json(['invoice', 'void', number, '--yes'])
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('void')
  await expectNoMoney(number)
})

test('an invoice that was changed meanwhile says so, and takes no money', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'paypal')
  const item = ['--item', 'Kitchen remodel|1|4000']
  await shop.acme.portal.json(['invoice', 'edit', number, ...item])
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('changed')
  await expectNoMoney(number)
})

test('an invoice that was paid by check meanwhile says so, and takes no money', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'paypal')
  const check = ['--amount', '9828.00', '--method', 'check']
  await shop.acme.portal.json(['payment', 'record', number, ...check])
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('already_paid')
  const order = [...shop.paypal.account.orders.values()].at(-1)
  expect(order?.captures).toEqual([])
})

async function expectNoMoney(number: string): Promise<void> {
  const order = [...shop.paypal.account.orders.values()].at(-1)
  expect(order?.captures).toEqual([])
  expect(await show(shop.acme.portal, number)).toMatchObject({ payments: [], paid_minor: 0 })
}

test('while the provider cannot be reached, nobody is told that nothing was paid', async () => {
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'stripe_card')
  // No webhook comes either: only the page and reconcile are left.
  const { double } = shop.stripe
  const { webhook_url } = double
  double.webhook_url = ''
  for (let i = 0; i < 2; i++) double.fault('500', /^GET/)
  await press(page, 'paid')
  expect(await outcomeOn(page)).toBe('unreachable')
  expect(await seenOn(page)).toContain('your payment is not lost')
  double.webhook_url = webhook_url
  await page.reload()
  await expectPaid(page, number)
})

test('Square takes cards where that is chosen, declined ones too', async () => {
  await shop.offer({ card_provider: 'square' })
  await shop.serve()
  const { number, link } = nextInvoice()
  const page = await come()
  await goAndPay(page, link, 'square_card')
  await press(page, 'declined')
  await page.getByRole('heading', { name: /declined/ }).waitFor()
  await press(page, 'paid')
  await expectPaid(page, number)
})

test('after all that the books are sound, and asking again changes nothing', async () => {
  const { portal } = shop.acme
  for (const double of shop.doubles) await double.idle()
  await portal.json(['reconcile'])
  expect(await portal.json(['reconcile'])).toMatchObject({ changed: 0, items: [], unreachable: 0 })
  expect(await findings(shop)).toEqual([])
})
