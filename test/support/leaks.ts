/** Looks for what must not be written down, in whatever way it was written. */

/** What is looked for, by a name that says what it is. */
export type Secrets = Record<string, string>

/** The names of the secrets that a text or a file holds: plain, as a URL or header has them, in any case. */
export function secretsIn(content: string | Buffer, secrets: Secrets): string[] {
  const text = content.toString('latin1').toLowerCase()
  return Object.entries(secrets)
    .filter(([, secret]) => spellings(secret).some((one) => text.includes(one.toLowerCase())))
    .map(([name]) => name)
}

/** Base64 also of what stands behind a user's name, as in `Basic` and `AUTH PLAIN`. */
function spellings(secret: string): string[] {
  const inBase64 = Buffer.from(secret).toString('base64').replace(/=+$/, '')
  return [secret, encodeURIComponent(secret), inBase64, JSON.stringify(secret).slice(1, -1)]
}

/** Numbers as cards have them: by length, by the brand's first digits, and by their check digit. */
export function cardNumbersIn(text: string): string[] {
  const found = text.match(/(?<![\w.])\d(?:[ -]?\d){13,18}(?![\w.])/g) ?? []
  return found.filter((one) => {
    const digits = one.replaceAll(/\D/g, '')
    return /^(4|5[1-5]|2[2-7]|3[4-7]|6)/.test(digits) && hasCheckDigit(digits)
  })
}

/** Luhn's formula. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Whatever of a page would be loaded from elsewhere, or run without being a file of ours. */
export function strangersOn(html: string): string[] {
  const scripts = html.match(/<script\b[^>]*>/gi) ?? []
  const frames = html.match(/<(?:iframe|object|embed|frame)\b[^>]*>/gi) ?? []
  const loaded = html.match(/<(?:img|link|source|video|audio)\b[^>]*(?:src|href)="https?:[^>]*>/gi)
  const handlers = html.match(/<[^>]+\son[a-z]+\s*=[^>]*>/gi) ?? []
  const own = /^<script (?:type="module" )?src="\/assets\/[\w.-]+"[^>]*>$/
  return [...scripts.filter((tag) => !own.test(tag)), ...frames, ...(loaded ?? []), ...handlers]
}

/** Where providers keep their scripts. */
export const providerScripts =
  /js\.stripe\.com|paypal\.com\/sdk|paypalobjects\.com|squarecdn\.com|squareup\.com\/.*\.js/i
