/** Longest run of digits that still sorts by value. */
const digits = 15

/** A text that sorts numbers the way people count: INV-999 before INV-1000, whatever the case. */
export function numberKey(number: string): string {
  return number.toUpperCase().replaceAll(/\d+/g, (run) => run.padStart(digits, '0'))
}
