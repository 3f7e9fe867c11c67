import { directionOf, rightToLeftLetters } from './direction.ts'

/**
 * The words of a language that runs from right to left, so that whatever is put into a sentence keeps its own
 * order: "2025-001" would be read as "001-2025" there, a hash or a telephone number likewise.
 */
export function closeOff<Words extends object>(words: Words): Words {
  const made = Object.entries(words).map(([name, said]) => [name, closeOffOne(said)])
  return (Array.isArray(words) ? made.map(([, said]) => said) : Object.fromEntries(made)) as Words
}

/** "Payment by check · 1042": facts side by side, in the order in which the language is read. */
export function besides(language: string, ...facts: string[]): string {
  const said = facts.filter((fact) => fact !== '')
  const isRead = directionOf(language) === 'rtl' && said.length > 1
  return isRead ? begin(said.map(closeOffText).join(' · ')) : said.join(' · ')
}

type Say = (...facts: unknown[]) => unknown

function closeOffOne(said: unknown): unknown {
  if (typeof said === 'function') {
    const say: Say = (...facts) => {
      const closed = closeOffFacts(facts)
      return begin(endOnce((said as Say)(...closed), closed))
    }
    /* Plural forms stay with what counts. */
    return Object.assign(say, said)
  }
  return typeof said === 'object' && said !== null ? closeOff(said) : begin(said)
}

/** Most Arab currencies end in a full stop ("9.00 ج.م."), which is also that of a sentence that ends with one. */
function endOnce(said: unknown, facts: unknown[]): unknown {
  if (typeof said !== 'string') return said
  const stopped = facts.filter((fact) => typeof fact === 'string' && endsWithStop.test(fact))
  return stopped.reduce<string>((text, fact) => text.replaceAll(`${fact}.`, () => `${fact}`), said)
}

/** One Latin word alone stays in order by itself, and can be copied clean; two side by side would change places. */
function closeOffFacts(facts: unknown[]): unknown[] {
  const [fact] = facts
  if (facts.length === 1 && typeof fact === 'string' && isLatin.test(fact)) return facts
  return facts.map((one) => (typeof one === 'string' ? closeOffText(one) : one))
}

/** Its direction is said, not left to be found: within may be nothing but what is closed off already. */
function closeOffText(fact: string): string {
  if (fact === '' || isOwn.test(fact) || isClosed.test(fact)) return fact
  const [first = ''] = strong.exec(fact) ?? []
  return `${isFromRight(first) ? '\u2067' : '\u2068'}${fact}\u2069`
}

/**
 * What is read from right to left begins so: mail programs, titles and `dir="auto"` look at the first letter that
 * is not closed off, and "SHA-256 של…" would be turned around.
 */
function begin<Said>(said: Said): Said | string {
  if (typeof said !== 'string' || !isFromRight(said)) return said
  const [first = ''] = strong.exec(withoutClosed(said)) ?? []
  return isFromRight(first) ? said : `\u200f${said}`
}

function withoutClosed(text: string): string {
  const left = text.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '')
  return left === text ? text : withoutClosed(left)
}

function isFromRight(text: string): boolean {
  return text.includes('\u200f') || rightToLeftLetters.test(text)
}

/** Letters, and the marks that count as one. */
const strong = /[\p{L}\u200e\u200f\u061c]/u
const isLatin = /^\p{Script=Latin}(?:[\p{Script=Latin}\d ._/:-]*[\p{Script=Latin}\d])?$/u
/** Nothing but words of the text's own direction. */
const isOwn = /^(?!.*\p{N})[\p{Script=Arabic}\p{Script=Hebrew}\p{M} ,:،-]*$/u
/** In a Latin fact the stop would stand on its other side. */
const endsWithStop = /^\u2067.*\.\u2069$/su
const isClosed = /^[\u2066-\u2068][^\u2066-\u2069]*\u2069$/
