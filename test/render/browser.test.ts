/** Pages in a real browser, behind the headers of the real server. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colorsOnly, type Violation, violations } from '../support/axe.ts'
import { approved, approveInput, declineInput } from './decisions.ts'
import { creditNote, entry, estimate, invoice, line } from './documents.ts'
import { historyInput, john } from './history.ts'
import {
  handOverInput,
  paidInput,
  partsInput,
  payInput,
  receiptInput,
  receiptLink,
  returnInput,
  sandboxInput,
} from './payments.ts'
import { pageOf, renderer } from './rendering.ts'
import { servePages } from './serving.ts'

const made = await renderer({
  payments: { instructions: 'Bank transfer to First Bank\nAccount 123456789' },
  branding: { footer: 'Licensed and insured.' },
})
const { pay, handOver, returned, receipt, sandbox } = made.payments
const { approve, decline } = made.approvals

const longWord = 'unbreakable'.repeat(20)
const arabic = { locale: 'ar-EG', items: [line('أعمال النجارة', '40', 'ساعة', '85')] }
const documents = {
  sent: invoice(),
  partly: invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] }),
  processing: invoice({ pending_minor: 982_800 }),
  void: invoice({ state: 'void' }),
  estimate: estimate(),
  credit: creditNote(),
  arabic: invoice({ content: arabic }),
  long: invoice({
    content: {
      bill_to: { ...invoice().content.bill_to, name: longWord },
      items: [line(`${longWord}\n${longWord}`, '1234567.123456', 'square feet', '1234.567891')],
      terms: longWord,
    },
  }),
  huge: invoice({
    content: { currency: 'IDR', locale: 'id-ID', items: [line('Gedung', '1', '', '123456789012')] },
  }),
  sixty: invoice({
    content: { items: Array.from({ length: 60 }, (_, i) => line(`Item ${i}`, '1', '', '9.5')) },
  }),
}
const problem = { code: 'too_much' as const, message: 'Enter at most $9,828.00.' }
const arabicInvoice = invoice({ content: arabic })
const around = {
  pay: pay(payInput()),
  parts: pay(partsInput({ path: '/parts' })),
  problems: pay(
    partsInput({
      form: { amount_choice: 'custom', amount: longWord, method: 'paypal' },
      problems: [
        { ...problem, field: 'amount' },
        { ...problem, field: 'method' },
      ],
    }),
  ),
  arabicPay: pay(partsInput({ document: arabicInvoice, form: { amount_choice: 'custom' } })),
  unreachable: pay(payInput({ unreachable: true, reference: '7KQ2-M9XA' })),
  settled: pay(payInput({ offer: 'already_paid', receipts: [receiptLink] })),
  // Held still, to be looked at.
  go: handOver(handOverInput()).replace(/<meta http-equiv="refresh"[^>]*>/, ''),
  confirming: returned(returnInput('confirming')),
  returned: returned(paidInput()),
  failed: returned(returnInput('unreachable', { reference: '7KQ2-M9XA' })),
  receipt: receipt(receiptInput()),
  linked: pageOf(made, paidInput().document, { receipts: [receiptLink] }),
  sandbox: sandbox(sandboxInput()),
  arabicHistory: made.history.page(historyInput({ customer: { ...john, locale: 'ar-EG' } })),
}
const refused = {
  form: { signer_name: longWord, signature_kind: 'drawn' },
  problems: [
    { field: 'consent', code: 'missing', message: 'Tick the box to agree.' },
    { field: 'signer_name', code: 'too_long', message: 'Shorten the name.' },
    { field: 'signature', code: 'empty', message: 'The drawing is empty.' },
  ],
} satisfies Parameters<typeof approveInput>[0]
const deciding = {
  approve: approve(approveInput({ path: '/approve' })),
  approveTyped: approve(approveInput({ methods: ['typed'] })),
  refusedApproval: approve(approveInput(refused)),
  changed: approve(approveInput({ changed: true })),
  arabicApprove: approve(approveInput({ document: estimate({ content: arabic }) })),
  decline: decline(declineInput({ path: '/decline' })),
  refusedDecline: decline(
    declineInput({
      form: { reason: longWord },
      problems: [{ field: 'reason', code: 'too_long', message: 'Shorten the reason.' }],
    }),
  ),
  closed: approve(approveInput({ document: approved(), closed: 'approved' })),
  approved: pageOf(made, approved(), { path: '/approved' }),
  declined: pageOf(made, estimate({ state: 'declined', declined_at: '2025-01-18T15:00:00Z' })),
  expired: pageOf(made, estimate(), { on: '2025-03-01' }),
  invoiced: pageOf(made, approved({ state: 'invoiced', invoice_number: 'INV-002' })),
  revoked: made.notice({ kind: 'revoked', reference: '', renew_path: '/e/token/renew' }),
  renewed: made.notice({ kind: 'renewed', reference: '' }),
}
const pages: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [
      name,
      pageOf(made, document, { path: `/${name}` }),
    ]),
  ),
  ...around,
  ...deciding,
}
const names = Object.keys(pages)
/** Those where something is to be done, or looked at, at once. */
const buttoned = [
  ...Object.keys(documents),
  'pay',
  'parts',
  'returned',
  'failed',
  'receipt',
  'approved',
  'declined',
  'expired',
]

const widths = [320, 360, 479, 480, 768, 1280] as const
type Width = (typeof widths)[number]

type Measured = { sideways: number; button: number; small: string[] }

/** Runs in the page. */
const measure = `({
  sideways: document.documentElement.scrollWidth - innerWidth,
  button: document.querySelector('.button')?.getBoundingClientRect().bottom ?? 0,
  small: [...document.querySelectorAll('a, button, label.option, input[type=text], textarea')]
    .filter((link) => link.offsetHeight > 0 && link.offsetHeight < 44)
    .map((link) => link.textContent),
})`

const serving = servePages(made, pages)
const { inBrowser, posted } = serving
let base: string
beforeAll(async () => {
  base = await serving.start()
})
afterAll(() => serving.stop())

describe('a page on a screen', () => {
  /** By name and width. */
  const measured: Record<string, Record<number, Measured>> = {}
  const found: Record<'light' | 'dark', Record<string, Violation[]>> = { light: {}, dark: {} }

  beforeAll(async () => {
    await inBrowser({}, async (page) => {
      const turnTo = (width: Width) => page.setViewportSize({ width, height: 640 })
      for (const name of names) {
        await turnTo(360)
        await page.goto(`${base}/${name}`)
        found.light[name] = await violations(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        found.dark[name] = await violations(page, colorsOnly)
        await page.emulateMedia({ colorScheme: 'light' })
        const at: Record<number, Measured> = {}
        for (const width of widths) {
          await turnTo(width)
          at[width] = await page.evaluate<Measured>(measure)
        }
        measured[name] = at
      }
    })
  })

  test.each(widths)(
    'of %i pixels has no sideways scroll, its button in sight and large targets',
    (width) => {
      for (const name of names) {
        const seen = measured[name]?.[width]
        expect({ name, ...seen }).toMatchObject({ sideways: 0, small: [] })
        if (buttoned.includes(name)) expect(seen?.button).toBeLessThanOrEqual(640)
      }
    },
  )

  test.each(['light', 'dark'] as const)('passes axe in the %s scheme', (colorScheme) => {
    expect(found[colorScheme]).toEqual(Object.fromEntries(names.map((name) => [name, []])))
  })

  test('stacks items below 480 pixels and keeps them a table for screen readers', async () => {
    await inBrowser({ viewport: { width: 360, height: 640 } }, async (page) => {
      await page.goto(`${base}/sent`)
      await page.getByRole('row', { name: /Carpentry labor/ }).waitFor()
      const [what, amount] = await Promise.all(
        [0, 3].map((index) =>
          page.getByRole('row').nth(2).locator('th, td').nth(index).boundingBox(),
        ),
      )
      expect(amount?.y).toBeGreaterThan(what?.y ?? 0)
      expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
        'Description',
        'Qty',
        'Rate',
        'Amount',
      ])
    })
  })

  test('runs from right to left where the locale does', async () => {
    await inBrowser({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(`${base}/arabic`)
      const heading = await page.locator('h1').boundingBox()
      const button = await page.locator('.button').boundingBox()
      expect(button?.x).toBeLessThan(heading?.x ?? 0)
    })
    await inBrowser({ viewport: { width: 360, height: 640 } }, async (page) => {
      await page.goto(`${base}/arabicHistory`)
      const form = await page.locator('.rows form').first().boundingBox()
      const button = await page.locator('.rows button').first().boundingBox()
      expect((button?.x ?? 0) + (button?.width ?? 0)).toBe((form?.x ?? 0) + (form?.width ?? 1))
    })
  })

  test('works without script', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/sent`)
      expect(await page.getByRole('link', { name: 'Print' }).getAttribute('href')).toBe(
        '/sent/pdf?inline=1',
      )
    })
  })

  test('prints the sheet and none of what is for screens', async () => {
    await inBrowser({ colorScheme: 'dark' }, async (page) => {
      await page.goto(`${base}/sent`)
      await page.emulateMedia({ media: 'print' })
      // biome-ignore lint/performance/useDomNodeTextContent: what is not shown must not count
      const text = await page.locator('main').innerText()
      expect(text).toContain('From:')
      expect(text).not.toContain('Download PDF')
      const ink = await page.evaluate('getComputedStyle(document.documentElement).color')
      expect(ink).toBe('rgb(28, 27, 25)')
    })
  })

  test('opens the print dialogue instead of the PDF where script runs', async () => {
    await inBrowser({}, async (page) => {
      await page.addInitScript(
        "window.print = () => { document.documentElement.dataset.printed = 'yes' }",
      )
      await page.goto(`${base}/sent`)
      await page.getByRole('link', { name: 'Print' }).click()
      await page.locator('html[data-printed=yes]').waitFor()
      expect(page.url()).toBe(`${base}/sent`)
    })
  })
})

describe('the way of a payment', () => {
  test('a refused form takes the focus to what is wrong, without script', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/problems`)
      await page.locator('#errors:focus').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.locator('#amount:focus').waitFor()
    })
  })

  test('the field for another amount appears when that is chosen, without script', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/parts`)
      expect(await page.locator('#amount').isVisible()).toBe(false)
      await page.getByLabel('Another amount').check()
      await page.getByLabel('Amount in USD').fill('2000')
      const sent = page.waitForRequest((request) => request.method() === 'POST')
      await page.getByRole('button', { name: 'PayPal' }).click()
      expect((await sent).postData()).toBe('amount_choice=custom&amount=2000&method=paypal')
      expect(posted.at(-1)).toBe('/parts/pay')
    })
  })

  test('the hand-over goes on by itself and leaves no trace to go back to', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      pages.leaving = handOver(handOverInput({ url: '/sandbox' }))
      await page.goto(`${base}/pay`)
      await page.goto(`${base}/leaving`)
      await page.getByRole('button', { name: 'Decline' }).waitFor()
      await page.goBack()
      await page.locator('#pay').waitFor()
    })
  })
})

describe('the beacon', () => {
  /** Waits inside the page, by its own clock, until it has been loaded for so long. */
  const loadedFor = (page: Page, ms: number) =>
    page.evaluate(`new Promise((resolve) => {
      const look = () => {
        const [load] = performance.getEntriesByType('navigation')
        const isOver = load.loadEventEnd > 0 && performance.now() - load.loadEventEnd > ${ms}
        if (isOver) resolve(true)
        else setTimeout(look, 20)
      }
      look()
    })`)

  test('reports once, after real input a second after loading', async () => {
    posted.length = 0
    await inBrowser({}, async (page) => {
      await page.goto(`${base}/sent`)
      await page.mouse.wheel(0, 50)
      await page.evaluate(`scrollTo(0, 400)
        document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))`)
      await loadedFor(page, 1100)
      await page.evaluate(`scrollTo(0, 0)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))`)
      expect(posted).toEqual([])
      const told = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.keyboard.press('ArrowDown')
      await told
      await page.mouse.click(5, 5)
      await page.keyboard.press('ArrowDown')
      await page.evaluate(`fetch('/sent').then(() => true)`)
      expect(posted).toEqual(['/sent/viewed'])
    })
  })

  test('tries once more when the server could not take it', async () => {
    posted.length = 0
    serving.failPosts(1)
    await inBrowser({ hasTouch: true }, async (page) => {
      await page.goto(`${base}/partly`)
      await loadedFor(page, 1100)
      const told = page.waitForResponse((response) => response.status() === 204)
      await page.touchscreen.tap(100, 300)
      await told
      expect(posted).toEqual(['/partly/viewed', '/partly/viewed'])
    })
  })
})
