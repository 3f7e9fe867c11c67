/** The pages around a decision, as people use them: by keyboard, without script, in print. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveInput, declineInput } from './decisions.ts'
import { renderer } from './rendering.ts'
import { servePages } from './serving.ts'

const made = await renderer()
const { approve, decline } = made.approvals
const serving = servePages(made, {
  approve: approve(approveInput({ path: '/approve' })),
  refused: approve(
    approveInput({
      form: { signer_name: '' },
      problems: [
        { field: 'signer_name', code: 'missing', message: 'Enter your full name.' },
        { field: 'consent', code: 'missing', message: 'Tick the box to agree.' },
      ],
    }),
  ),
  changed: approve(approveInput({ changed: true })),
  decline: decline(declineInput({ path: '/decline' })),
})
const { inBrowser } = serving
let base: string
beforeAll(async () => {
  base = await serving.start()
})
afterAll(() => serving.stop())

describe('the way of a decision', () => {
  test('an estimate is approved by keyboard only, without script', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/approve`)
      expect(await page.locator('canvas').isVisible()).toBe(false)
      await page.locator('#consent').focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.type('John Smith')
      await page.keyboard.press('Tab')
      const chosen = page.locator('[name=signature_kind]:focus')
      expect(await chosen.getAttribute('value')).toBe('typed')
      await page.keyboard.press('Tab')
      const sent = page.waitForRequest((request) => request.method() === 'POST')
      await page.keyboard.press('Enter')
      const request = await sent
      expect(request.url()).toBe(`${base}/approve/approve`)
      const form = new URLSearchParams(request.postData() ?? '')
      expect(Object.fromEntries(form)).toMatchObject({
        consent: 'yes',
        signer_name: 'John Smith',
        signature_kind: 'typed',
        signature: '',
      })
    })
  })

  test('an impatient second tap sends nothing more', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(`${base}/approve`)
      const button = page.locator('#approve button.button')
      const before = serving.posted.length
      const settled = page.waitForResponse((response) => response.request().method() === 'POST')
      await button.click({ noWaitAfter: true })
      await settled
      await button.click({ noWaitAfter: true })
      await page.evaluate(() => new Promise((done) => setTimeout(done)))
      expect(serving.posted.slice(before)).toEqual(['/approve/approve'])
    })
  })

  test('without script, choosing to draw says what is missing', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/approve`)
      const hint = page.getByText('The drawing area needs JavaScript.')
      expect(await hint.isVisible()).toBe(false)
      await page.getByLabel('Draw my signature').check()
      expect(await hint.isVisible()).toBe(true)
    })
  })

  test('a refused form takes the focus to what is wrong, and leads to its fields', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/refused`)
      await page.locator('#errors:focus').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.locator('#consent:focus').waitFor()
    })
  })

  test('an estimate that was changed takes the focus to saying so', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/changed`)
      await page.locator('#changed:focus').waitFor()
    })
  })

  test('a decline sends its reason', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/decline`)
      await page.getByLabel('Reason').fill('Too expensive')
      const sent = page.waitForRequest((request) => request.method() === 'POST')
      await page.getByRole('button', { name: 'Decline' }).click()
      expect((await sent).postData()).toContain('reason=Too+expensive')
    })
  })

  test('the review prints what is agreed to, and nothing of its form', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(`${base}/approve`)
      await page.emulateMedia({ media: 'print' })
      // biome-ignore lint/performance/useDomNodeTextContent: what is not shown must not count
      const text = await page.locator('main').innerText()
      expect(text).toContain('$4,914.00 (50%)')
      expect(text).not.toMatch(/Your full name|Decline|You sign at the end/)
    })
  })
})
