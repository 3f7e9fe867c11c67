/**
 * Numbers of payment cards, which people type where they do not belong: none is shown again, logged or kept
 * (PCI DSS 3.4). Known by their length, their brand's first digits and their check digit (ISO/IEC 7812).
 */

/** A text with `instead` for each number of a card; groups may be parted as in print or in a URL. */
export function hideCardNumbers(text: string, instead = '[card]'): string {
  return text.replace(candidates, (number) => {
    const digits = number.replaceAll(/%20|\D/g, '')
    return hasCheckDigit(digits) ? instead : number
  })
}

/** 14 to 19 digits: no brand has issued shorter ones for decades. */
const candidates = /(?<!\d)(?:4|5[1-5]|2[2-7]|3[4-7]|6)(?:(?:%20|[ +-])?\d){12,17}\d(?!\d)/g

/** Luhn's formula. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (const [i, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
