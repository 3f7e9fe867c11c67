/** Numbers as lists write them. Point and comma change places from country to country, but not within a list. */

export type DecimalMark = '.' | ','

/**
 * A plain decimal of "$1,234.50", "1.234,50 €", "(12.00)" or "8%"; undefined where it is none. Without `mark` the
 * number itself has to tell: 1,234 has a thousand in it, and 1.234 has not.
 */
export function readNumber(text: string, mark?: DecimalMark): string | undefined {
  const isNegative = /^\(.*\)$/.test(text) || /^-|-$/.test(text)
  const digits = digitsOf(text)
  const unsigned = digits.replace(/^-/, '')
  const plain = mark
    ? withPoint(unsigned, mark)
    : (withPoint(unsigned, '.') ?? withPoint(unsigned, ','))
  if (plain === undefined) return undefined
  const [whole = '', fraction = ''] = plain.split('.')
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction.replace(/0+$/, '') ? `.${fraction.replace(/0+$/, '')}` : ''}`
  return (isNegative || digits.startsWith('-')) && number !== '0' ? `-${number}` : number
}

/** What all numbers of a list have before their fractions; `usual` where none tells, or where they differ. */
export function decimalMark(
  texts: readonly string[],
  usual: DecimalMark | undefined,
): DecimalMark | undefined {
  const told = new Set<DecimalMark>()
  for (const text of texts) {
    const mark = markOf(digitsOf(text).replace(/^-/, ''))
    if (mark) told.add(mark)
    if (told.size > 1) return undefined
  }
  const [only = usual] = told
  return only
}

/** Names of money that are no signs, and signs before which letters stand: "kr 10", "R$ 10". */
const moneyWords = /^(?:[A-Z]{1,2}(?=\p{Sc})|kr\.?|z\u0142|[A-Z]{3})|(?:kr\.?|z\u0142|[A-Z]{3})$/gu

function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[(-]+|[)-]+$/g, '')
    .replace(/[\s'\u2019%]/g, '')
    .replace(moneyWords, '')
    .replace(/\p{Sc}/gu, '')
    .replace(/^\+/, '')
}

/** The mark that a number can only be read with; undefined where both will do, or none. */
function markOf(digits: string): DecimalMark | undefined {
  const [withDot, withComma] = [withPoint(digits, '.'), withPoint(digits, ',')]
  if (withDot === withComma) return undefined
  if (withDot === undefined) return ','
  return withComma === undefined ? '.' : undefined
}

/** Thousands, as in 1,234,567, or 12,34,567 as in India. */
const grouped = { '.': /^\d{1,3}(?:,\d{2,3})*,\d{3}$/, ',': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/ }

/** Digits with a point before the fraction; undefined where the marks are not in their places. */
function withPoint(digits: string, mark: DecimalMark): string | undefined {
  const at = digits.lastIndexOf(mark)
  const [whole, fraction] = at < 0 ? [digits, ''] : [digits.slice(0, at), digits.slice(at + 1)]
  const isWhole = /^\d*$/.test(whole) || (grouped[mark].test(whole) && !whole.startsWith('0'))
  if (!isWhole || !/^\d*$/.test(fraction) || `${whole}${fraction}` === '') return undefined
  return `${whole.replace(/[.,]/g, '')}.${fraction}`
}
