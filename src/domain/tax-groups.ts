/** Lines that bear the same taxes form a group: over groups a document's discount is spread. */
import { roundRatio } from './decimal.ts'
import type { Content } from './document.ts'

export type TaxGroup = {
  /** In the order of the document; empty for exempt lines. */
  tax_ids: string[]
  /** Sum of the lines less their share of the document's discount. */
  amount: bigint
}

/**
 * The groups in the order of their first lines; `amounts` are those of the lines, in minor units.
 */
export function taxGroups(content: Content, amounts: bigint[], discount: bigint): TaxGroup[] {
  const groups = new Map<string, TaxGroup>()
  for (const [index, item] of content.items.entries()) {
    const taxIds = content.taxes.map((tax) => tax.id).filter((id) => item.taxes.includes(id))
    const key = JSON.stringify(taxIds)
    const group = groups.get(key) ?? { tax_ids: taxIds, amount: 0n }
    group.amount += amounts[index] ?? 0n
    groups.set(key, group)
  }
  const found = [...groups.values()]
  const shares = spread(
    discount,
    found.map((group) => group.amount),
  )
  return found.map((group, index) => ({ ...group, amount: group.amount - (shares[index] ?? 0n) }))
}

/**
 * Shares of `total` in proportion to `parts`, each rounded half up; what rounding leaves goes to
 * the largest part, the first of equals. Where the parts add up to less than zero the largest is
 * the lowest, so that a document and its mirror image with all signs changed stay mirror images.
 */
export function spread(total: bigint, parts: bigint[]): bigint[] {
  const sum = parts.reduce((all, part) => all + part, 0n)
  if (sum === 0n) return parts.map(() => 0n)
  const shares = parts.map((part) => roundRatio(total * part, sum))
  const left = total - shares.reduce((all, share) => all + share, 0n)
  const largest = indexOfLargest(sum > 0n ? parts : parts.map((part) => -part))
  return shares.map((share, index) => (index === largest ? share + left : share))
}

/** The index of the largest number, the first of equals. */
export function indexOfLargest(numbers: bigint[]): number {
  let best = 0
  for (const [index, number] of numbers.entries()) {
    if (number > (numbers[best] ?? number)) best = index
  }
  return best
}
