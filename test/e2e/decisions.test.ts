/** Customers decline, ask, come too late, or find that the estimate has changed. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ServedPortal } from '../support/portal-cli.ts'
import { type Acme, openAcme, show, story } from './acme.ts'
import { phone, seenOn } from './browsing.ts'
import { chooseDrawing, drawByTouch, flourish, mailsAbout, sendEstimates } from './signing.ts'
import { welcomeVisitors } from './visitors.ts'

let acme: Acme
let served: ServedPortal
const come = welcomeVisitors()

const start = '2025-01-15T15:00:00Z'

beforeAll(async () => {
  acme = await openAcme({ config: { business: { phone: '+1 555 0100' } } })
  served = await acme.portal.serve()
})
afterEach(async () => {
  await acme.setNow(start)
})
afterAll(async () => {
  expect(await served?.stop()).toBe(0)
  await acme?.close()
})

async function sendEstimate() {
  const [estimate] = await sendEstimates(acme, 1)
  if (!estimate) throw new Error('No estimate was sent.')
  return estimate
}

const stateOf = (page: Page) => page.locator('main').getAttribute('data-state')

test.each([
  ['with script', phone],
  ['without script', { ...phone, javaScriptEnabled: false }],
])('%s an estimate is declined with a reason, and everybody is told', async (_how, screen) => {
  const { number, link } = await sendEstimate()
  const { page } = await come(screen)
  await page.goto(link)
  await page.getByRole('link', { name: 'Decline', exact: true }).tap()
  await page.waitForURL(`${link}/decline`)
  expect((await show(acme.portal, number)).state).toBe('sent')
  await page.getByLabel('Reason (optional)').fill('Too dear for us.\nMaybe next year?')
  await page.getByRole('button', { name: 'Decline' }).tap()
  await page.waitForURL(link)
  for (const _look of ['first', 'again']) {
    expect(await stateOf(page)).toBe('declined')
    expect(await seenOn(page)).toContain('Changed your mind? Contact us.')
    expect(await page.getByRole('link', { name: 'Approve', exact: true }).count()).toBe(0)
    await page.reload()
  }
  const reason = 'Too dear for us.\nMaybe next year?'
  expect(await show(acme.portal, number)).toMatchObject({
    state: 'declined',
    decline_reason: reason,
  })
  const { customer, owner } = await mailsAbout(acme, number)
  expect(customer.get('declined_confirmation')?.mail.subject).toContain(number)
  expect(owner.get('declined')?.mail.text).toContain('Maybe next year?')
  expect(await story(acme.portal, number)).toContain('declined')
})

test('a reason that was typed is still there after going on and coming back', async () => {
  const { link } = await sendEstimate()
  const { page } = await come()
  await page.goto(`${link}/decline`)
  await page.getByLabel('Reason (optional)').fill('Too dear for us.')
  await page.getByRole('link', { name: 'Back to the Estimate' }).tap()
  await page.waitForURL(link)
  await page.goBack()
  await page.waitForURL(`${link}/decline`)
  expect(await page.getByLabel('Reason (optional)').inputValue()).toBe('Too dear for us.')
})

test('a question goes to the business with the estimate named, and its address and phone can be read', async () => {
  const { number, link } = await sendEstimate()
  const { page } = await come()
  for (const below of ['', '/approve', '/decline']) {
    await page.goto(link + below)
    const href = await page.getByRole('link', { name: 'Ask a Question' }).getAttribute('href')
    const { protocol, pathname, searchParams } = new URL(href ?? '')
    expect([protocol, decodeURIComponent(pathname)]).toEqual(['mailto:', 'office@acme.example'])
    expect(searchParams.get('subject')).toContain(number)
    const seen = await seenOn(page)
    for (const way of ['office@acme.example', '+1 555 0100']) expect(seen).toContain(way)
  }
})

test('an estimate that was changed while it was reviewed is shown anew, the name kept, nothing signed', async () => {
  const { number, link } = await sendEstimate()
  const { page, complaints } = await come()
  await page.goto(`${link}/approve`)
  await page.getByRole('checkbox').check()
  await page.getByLabel('Your full name').fill('John Smith')
  await chooseDrawing(page)
  await drawByTouch(page, flourish)
  await acme.portal.json(['estimate', 'edit', number, '--item', 'Kitchen remodel|1|4000'])
  await page.getByRole('button', { name: 'Approve', exact: true }).tap()
  await page.locator('#changed:focus').waitFor()
  expect(complaints.splice(0).join()).toContain('409')
  expect(await seenOn(page)).toContain('$4,320.00')
  expect(await page.getByLabel('Your full name').inputValue()).toBe('John Smith')
  expect(await page.getByRole('checkbox').isChecked()).toBe(false)
  expect((await show(acme.portal, number)).state).toBe('sent')
  await page.getByRole('radio', { name: /^Type my name/ }).check()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Approve', exact: true }).tap()
  await page.waitForURL(link)
  expect(await stateOf(page)).toBe('approved')
  const { total_minor, version, approval } = await show(acme.portal, number)
  expect({ total_minor, version, name: approval?.name }).toEqual({
    total_minor: 432_000,
    version: 2,
    name: 'John Smith',
  })
})

test('an expired estimate cannot be approved; who asks for an update is heard, and it is extended', async () => {
  const { number, link } = await sendEstimate()
  const { page, complaints } = await come()
  await page.goto(`${link}/approve`)
  await page.getByRole('checkbox').check()
  await page.getByLabel('Your full name').fill('John Smith')
  await acme.setNow('2025-01-30T05:00:00Z')
  await page.getByRole('button', { name: 'Approve', exact: true }).tap()
  await page.getByRole('heading', { name: 'This estimate has expired' }).waitFor()
  expect(complaints.splice(0).join()).toContain('409')
  await page.goto(link)
  expect(await stateOf(page)).toBe('expired')
  expect(await seenOn(page)).toContain('This estimate was valid until January 29, 2025.')
  expect(await page.getByRole('link', { name: 'Approve', exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Ask for an Update' }).tap()
  await page.locator('main[data-state=renewed]').waitFor()
  await page.reload()
  const { owner } = await mailsAbout(acme, number)
  expect(owner.get('question')?.mail.subject).toContain(number)
  await acme.portal.json(['estimate', 'edit', number, '--valid-until', '2025-02-28'])
  await page.goto(link)
  expect(await stateOf(page)).not.toBe('expired')
  await page.getByRole('link', { name: 'Approve', exact: true }).tap()
  await page.getByRole('checkbox').check()
  await page.getByLabel('Your full name').fill('John Smith')
  await page.getByRole('button', { name: 'Approve', exact: true }).tap()
  await page.waitForURL(link)
  expect((await show(acme.portal, number)).state).toBe('approved')
})

test('after a decline the owner sends a new version: the old link says so, and leads to a fresh one', async () => {
  const { number, link } = await sendEstimate()
  const { page, complaints } = await come()
  await page.goto(`${link}/decline`)
  await page.getByRole('button', { name: 'Decline' }).tap()
  await page.waitForURL(link)
  await acme.portal.json(['estimate', 'revise', number])
  await acme.portal.json(['estimate', 'edit', number, '--item', 'Kitchen remodel|1|4000'])
  await page.reload()
  expect(await stateOf(page)).toBe('declined')
  await acme.setNow('2025-01-20T15:00:00Z')
  await acme.portal.json(['send', number, '--revoke-old'])
  await page.reload()
  expect(complaints.splice(0).join()).toContain('410')
  expect(await seenOn(page)).toContain('A newer version was sent on January 20, 2025.')
  await page.getByRole('button', { name: 'Send Me a New Link' }).tap()
  await page.locator('main[data-state=renewed]').waitFor()
  const { customer } = await mailsAbout(acme, number)
  const fresh = /http:\S+\/e\/\w+/.exec(customer.get('renewed_link')?.mail.text ?? '')?.[0] ?? ''
  expect(fresh).not.toBe('')
  expect(fresh).not.toBe(link)
  await page.goto(fresh)
  expect(await seenOn(page)).toContain('$4,320.00')
  await page.getByRole('link', { name: 'Approve', exact: true }).tap()
  await page.waitForURL(`${fresh}/approve`)
})

test('two people in one household: who comes second is told what the first did', async () => {
  const { link } = await sendEstimate()
  const [her, him] = [await come(), await come({ viewport: { width: 1280, height: 800 } })]
  for (const { page } of [her, him]) await page.goto(`${link}/approve`)
  await him.page.goto(`${link}/decline`)
  await her.page.getByRole('checkbox').check()
  await her.page.getByLabel('Your full name').fill('Jane Smith')
  await her.page.getByRole('button', { name: 'Approve', exact: true }).tap()
  await her.page.waitForURL(link)
  await him.page.getByRole('button', { name: 'Decline' }).click()
  await him.page.getByRole('heading', { name: 'This estimate is already approved' }).waitFor()
  expect(await seenOn(him.page)).toContain('Jane Smith')
  expect(him.complaints.splice(0).join()).toContain('409')
})
