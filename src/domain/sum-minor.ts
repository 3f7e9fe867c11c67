/** Sums over many documents. Each amount is exact; together they may have more digits than a number holds. */
import { PortalError } from './errors.ts'

/** The sum in minor units, exact, in whatever order. @throws PortalError wrong_state where it cannot be told */
export function sumMinor(amounts: readonly number[]): number {
  let sum = 0
  for (const amount of amounts) {
    sum += amount
    if (!Number.isSafeInteger(sum)) return exactMinor(Number(exactSum(amounts)))
  }
  return sum
}

/** The same of two. */
export function addMinor(one: number, other: number): number {
  return exactMinor(one + other)
}

/** A sum that was made elsewhere, as by the database; beyond the safe integers it has lost digits. */
export function exactMinor(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum
  throw new PortalError(
    'wrong_state',
    'These amounts add up to more than can be counted exactly.',
    'One of them is most likely a slip: portal invoice list, portal estimate list',
  )
}

/** What is given back may bring a sum down again that was too large on the way. */
function exactSum(amounts: readonly number[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
}
