import { expect, test } from 'vitest'
import { amountIn, isLong } from '../../src/render/amount.ts'
import { closeOff } from '../../src/render/close-off.ts'
import { plural } from '../../src/render/plural.ts'
import { invoice } from './documents.ts'
import { renderer } from './rendering.ts'

/** Marks made visible: ‹ and › close off from left to right, « and » from right to left. */
const seen = (text: string) =>
  text
    .replaceAll('\u00a0', ' ')
    .replace(/\u2066([^\u2066-\u2069]*)\u2069/g, '‹$1›')
    .replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '[$1]')
    .replace(/\u2067([^\u2066-\u2069]*)\u2069/g, '«$1»')
    .replaceAll('\u200f', '')

test.each([
  ['en-US', -500, 'USD', '−$5.00'],
  ['de-DE', 982_800, 'EUR', '9.828,00 €'],
  ['ar-US', 982_800, 'USD', '‹9,828.00› ‹US$›'],
  ['ar-US', -500, 'USD', '‹−5.00› ‹US$›'],
  ['ar-EG', -500, 'EGP', '«−٥٫٠٠» ج.م.'],
  ['he-IL', -500, 'ILS', '‹−5.00› ‹₪›'],
  // Intl's own marks hold.
  ['fa-IR', 500, 'USD', '\u200e$۵٫۰۰'],
])('%s writes %i of %s in order', (locale, minor, currency, written) => {
  expect(seen(amountIn(locale, minor, currency))).toBe(written)
})

test('marks that are not seen make no amount long', () => {
  expect(isLong(amountIn('ar-US', 1_234_567, 'USD'))).toBe(false)
  expect(isLong(amountIn('ar-US', 12_345_678_900, 'USD'))).toBe(true)
})

test('what is put into words from right to left keeps its own order', () => {
  const words = closeOff({
    one: (number: string) => `رقم ${number}.`,
    deep: { two: (a: string, b: string) => `${a} – ${b}` },
    steps: ['אחד'],
    count: plural('ar', { other: '# يوم' }),
  })
  expect(seen(words.one('2025-001'))).toBe('رقم [2025-001].')
  expect(words.one('INV-001')).toBe('رقم INV-001.')
  expect(seen(words.one('Acme Inc.'))).toBe('رقم [Acme Inc.].')
  expect(words.one('\u2068x\u2069')).toBe('رقم \u2068x\u2069.')
  expect(seen(words.deep.two('', '+1 555'))).toBe(' – [+1 555]')
  expect(seen(words.deep.two('Acme', 'INV-001'))).toBe('[Acme] – [INV-001]')
  // Said by nothing but its own direction, or by what is closed off already.
  expect(words.one('תשלום')).toBe('رقم תשלום.')
  expect(seen(words.one('תשלום \u20685\u2069'))).toBe('رقم «תשלום [5]».')
  expect(closeOff({ one: 'SHA-256 של' }).one).toBe('\u200fSHA-256 של')
  expect(words.steps).toEqual(['אחד'])
  expect(words.count(3)).toBe('3 يوم')
  expect(words.count.forms).toEqual({ other: '# يوم' })
})

test('a sentence that ends with an abbreviation of its own direction ends with one full stop', () => {
  const words = closeOff({
    due: (amount: string) => `قدرها ${amount}. شكرًا`,
    from: (name: string) => `من ${name}. شكرًا`,
  })
  const plain = (said: string) => said.replaceAll(/\p{Cf}/gu, '')
  expect(plain(words.from('شركة $& ش.م.م.'))).toBe('من شركة $& ش.م.م. شكرًا')
  expect(plain(words.due(amountIn('ar-EG', 500, 'EGP')))).toMatch(/\sج\.م\. شكرًا$/)
  expect(plain(words.due(amountIn('ar-EG', 500, 'USD')))).toMatch(/[^.]\. شكرًا$/)
  expect(plain(words.from('Acme Inc.'))).toBe('من Acme Inc.. شكرًا')
})

test('the subject of a mail holds no marks but the two that every mail program knows', async () => {
  const document = invoice({ content: { locale: 'ar-EG' } })
  const made = await renderer()
  const { subject, text } = made.mail({
    kind: 'invoice_sent',
    document,
    customer: null,
    url: null,
    data: {},
    now: new Date('2025-01-15T15:00:00Z'),
  })
  expect(subject).toContain('INV-001')
  expect(subject.replace(/[\u200e\u200f]/g, '')).not.toMatch(/\p{Cf}/u)
  expect(text).toMatch(/\u2069/)
})
