/** Customers approve and sign on their phones and desks, then pay the deposit, and hold a sealed copy. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfText } from '../support/pdf-text.ts'
import type { ServedPortal } from '../support/portal-cli.ts'
import { type Acme, openAcme, show, story } from './acme.ts'
import { phone, seenOn } from './browsing.ts'
import { press } from './shop.ts'
import {
  chooseDrawing,
  drawByMouse,
  drawByTouch,
  flourish,
  mailsAbout,
  type SentEstimate,
  sendEstimates,
  tabTo,
} from './signing.ts'
import { welcomeVisitors } from './visitors.ts'

let acme: Acme
let served: ServedPortal
const come = welcomeVisitors()
let estimates: SentEstimate[]

beforeAll(async () => {
  acme = await openAcme({ config: { payments: { sandbox: { enabled: true } } } })
  estimates = await sendEstimates(acme, 12)
  served = await acme.portal.serve()
})
afterAll(async () => {
  expect(await served?.stop()).toBe(0)
  await acme?.close()
})

const desk = { viewport: { width: 1280, height: 800 } }

function nextEstimate(): SentEstimate {
  const estimate = estimates.shift()
  if (!estimate) throw new Error('All estimates are used up.')
  return estimate
}

/** From the link to the review page, then consent and name. */
async function reviewAndName(page: Page, { link }: SentEstimate): Promise<void> {
  await page.goto(link)
  await page.getByRole('link', { name: 'Approve', exact: true }).click()
  await page.waitForURL(`${link}/approve`)
  await page.getByRole('checkbox', { name: /I agree to sign/ }).check()
  await page.getByLabel('Your full name').fill('John Smith')
}

async function submit(page: Page, { link }: SentEstimate): Promise<void> {
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.waitForURL(link)
}

/** Page, books and timeline agree, and a reload tells the same. */
async function expectApproved(page: Page, number: string, kind: string): Promise<void> {
  for (const _look of ['first', 'again']) {
    expect(await page.locator('main').getAttribute('data-state')).toBe('approved')
    expect(await seenOn(page)).toContain('Approved by John Smith on January 15, 2025.')
    await page.reload()
  }
  expect(await page.locator('#approve').count()).toBe(0)
  const document = await show(acme.portal, number)
  expect(document).toMatchObject({
    state: 'approved',
    approval: { name: 'John Smith', kind, content_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    amount_due_now_minor: 491_400,
  })
  const told = (await story(acme.portal, number)).filter((type) =>
    ['viewed', 'consented', 'approved'].includes(type),
  )
  expect(told).toEqual(['viewed', 'consented', 'approved'])
}

test('by keyboard alone, with a typed name', async () => {
  const estimate = nextEstimate()
  const { page } = await come(desk)
  await page.goto(estimate.link)
  await tabTo(page, page.getByRole('link', { name: 'Approve', exact: true }))
  await page.keyboard.press('Enter')
  await page.waitForURL(`${estimate.link}/approve`)
  await tabTo(page, page.getByRole('checkbox', { name: /I agree to sign/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('Your full name'))
  await page.keyboard.type('John Smith')
  await tabTo(page, page.getByRole('radio', { name: /^Type my name/ }))
  expect(await page.getByRole('radio', { name: /^Type my name/ }).isChecked()).toBe(true)
  await tabTo(page, page.getByRole('button', { name: 'Approve', exact: true }))
  await page.keyboard.press('Enter')
  await page.waitForURL(estimate.link)
  await expectApproved(page, estimate.number, 'typed')
})

test.each([
  ['a phone', phone],
  ['a desk', desk],
])('without script, with a typed name, at %s', async (_where, screen) => {
  const estimate = nextEstimate()
  const { page } = await come({ ...screen, javaScriptEnabled: false })
  await reviewAndName(page, estimate)
  await submit(page, estimate)
  await expectApproved(page, estimate.number, 'typed')
})

test('without script a drawing is asked for in vain: the page says so and keeps the name', async () => {
  const estimate = nextEstimate()
  const { page, complaints } = await come({ ...phone, javaScriptEnabled: false })
  await reviewAndName(page, estimate)
  await page.getByRole('radio', { name: /^Draw my signature/ }).check()
  expect(await seenOn(page)).toContain('The drawing area needs JavaScript.')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.locator('#errors:focus').waitFor()
  expect(complaints.splice(0).join()).toContain('422')
  expect(await page.locator('#errors').textContent()).toContain(
    'Draw your signature, or choose to type it.',
  )
  expect(await page.getByLabel('Your full name').inputValue()).toBe('John Smith')
  expect((await show(acme.portal, estimate.number)).state).toBe('sent')
  await page.getByRole('radio', { name: /^Type my name/ }).check()
  await page.getByRole('checkbox').check()
  await submit(page, estimate)
  await expectApproved(page, estimate.number, 'typed')
})

test('with a finger on a phone; then the deposit is paid, and a sealed copy is in the mail', async () => {
  const estimate = nextEstimate()
  const { number } = estimate
  const { page } = await come(phone)
  await reviewAndName(page, estimate)
  await chooseDrawing(page)
  await drawByTouch(page, flourish)
  await submit(page, estimate)
  await expectApproved(page, number, 'drawn')

  await page.getByRole('link', { name: /^Pay Deposit/i }).tap()
  await page.locator('#pay button[value=sandbox]').tap()
  await page.waitForURL(/\/sandbox\//)
  await press(page, 'paid')
  await page.locator('main[data-kind=return][data-outcome=paid]').waitFor()
  expect(await show(acme.portal, number)).toMatchObject({
    state: 'approved',
    deposit: { amount_minor: 491_400, paid_minor: 491_400 },
    amount_due_now_minor: 0,
  })

  const { customer, owner } = await mailsAbout(acme, number)
  const mail = customer.get('approved_confirmation')?.mail
  expect(mail?.subject).toContain(number)
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([`${number}.pdf`])
  expect(owner.get('approved')?.mail.text).toContain('John Smith')
  const mailed = Buffer.from(mail?.attachments[0]?.content as ArrayBuffer)

  await page.goto(estimate.link)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download Signed Copy' }).tap()
  const file = await downloading
  expect(file.suggestedFilename()).toBe(`${number}.pdf`)
  const copy = await readFile(await file.path())
  expect(copy.equals(mailed)).toBe(true)
  const text = await pdfText(copy)
  for (const fact of ['$9,828.00', '$4,914.00', 'John Smith']) expect(text).toContain(fact)
  expect(await acme.portal.json(['verify', number])).toMatchObject({ ok: true, problems: [] })
})

test('with a mouse', async () => {
  const estimate = nextEstimate()
  const { page } = await come(desk)
  await reviewAndName(page, estimate)
  await chooseDrawing(page)
  await drawByMouse(page, flourish)
  await submit(page, estimate)
  await expectApproved(page, estimate.number, 'drawn')
})

describe('whoever submits twice', () => {
  test('by an impatient second press approves once, and is told so', async () => {
    const estimate = nextEstimate()
    const { page } = await come(phone)
    await reviewAndName(page, estimate)
    await page.getByRole('button', { name: 'Approve', exact: true }).dblclick()
    await page.waitForFunction(`!document.querySelector('#approve')`)
    await page.goto(estimate.link)
    await expectApproved(page, estimate.number, 'typed')
  })

  test('by going back and pressing again is told that it is approved', async () => {
    const estimate = nextEstimate()
    const { page, complaints } = await come(phone)
    await reviewAndName(page, estimate)
    await submit(page, estimate)
    await page.goBack()
    await page.waitForURL(`${estimate.link}/approve`)
    if (await page.locator('#approve').count()) {
      await page.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Approve', exact: true }).click()
    }
    await page.getByRole('heading', { name: 'This estimate is already approved' }).waitFor()
    expect(complaints.splice(0).filter((text) => !text.includes('409'))).toEqual([])
    await page
      .getByRole('link', { name: /estimate/i })
      .first()
      .click()
    await expectApproved(page, estimate.number, 'typed')
  })
})

test('what a scanner does with the links approves nothing', async () => {
  const estimate = nextEstimate()
  const { page } = await come(desk)
  for (const below of ['', '/approve', '/decline', '/pdf?inline=1', '/approve?consent=yes']) {
    await page.goto(`${estimate.link}${below}`).catch(() => {})
  }
  await page.goto(`${estimate.link}/approve`)
  await page.evaluate(`document.querySelectorAll('a, input').forEach((one) => one.focus())`)
  expect(await show(acme.portal, estimate.number)).toMatchObject({ state: 'sent', viewed_at: null })
})
