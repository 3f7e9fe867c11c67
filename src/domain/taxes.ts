/** Taxes of a document, on top of the prices or inside them (design §4). All in minor units. */
import { commonUnits, decimalOf, roundRatio } from './decimal.ts'
import type { DecimalText, Tax } from './document.ts'
import { percentOf } from './portion.ts'
import { indexOfLargest, type TaxGroup } from './tax-groups.ts'

export type TaxAmount = Tax & { taxable: bigint; amount: bigint }

/** On top: each tax once, on the sum of all it applies to, never line by line. */
export function exclusiveTaxes(taxes: Tax[], groups: TaxGroup[]): TaxAmount[] {
  return taxes.map((tax) => {
    const taxable = groups
      .filter((group) => group.tax_ids.includes(tax.id))
      .reduce((sum, group) => sum + group.amount, 0n)
    return { ...tax, taxable, amount: percentOf(taxable, tax.rate) }
  })
}

/**
 * Inside: each group holds gross × r / (100 + r) of tax, r being the sum of its rates; this is
 * split by rate, what rounding leaves goes to the largest rate, the first of equals. The taxable
 * amount is what remains of the gross, as a tax return asks for it.
 */
export function inclusiveTaxes(taxes: Tax[], groups: TaxGroup[]): TaxAmount[] {
  const amounts = taxes.map((tax) => ({ ...tax, taxable: 0n, amount: 0n }))
  for (const group of groups) {
    const borne = amounts.filter((tax) => group.tax_ids.includes(tax.id))
    const parts = taxesInside(
      group.amount,
      borne.map((tax) => tax.rate),
    )
    const net = group.amount - parts.reduce((sum, part) => sum + part, 0n)
    for (const [index, tax] of borne.entries()) {
      tax.taxable += net
      tax.amount += parts[index] ?? 0n
    }
  }
  return amounts
}

function taxesInside(gross: bigint, rates: DecimalText[]): bigint[] {
  const { units, scale } = commonUnits(rates.map(decimalOf))
  const all = units.reduce((sum, rate) => sum + rate, 0n)
  if (all === 0n) return units.map(() => 0n)
  const tax = roundRatio(gross * all, 100n * 10n ** BigInt(scale) + all)
  const parts = units.map((rate) => roundRatio(tax * rate, all))
  const left = tax - parts.reduce((sum, part) => sum + part, 0n)
  const largest = indexOfLargest(units)
  return parts.map((part, index) => (index === largest ? part + left : part))
}
