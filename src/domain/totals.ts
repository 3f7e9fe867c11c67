/**
 * The one function that computes totals (design §4); everything that shows an amount prints its
 * result.
 */
import { currencyDigits } from './currency.ts'
import { decimalOf, multiply, roundToInteger, shift } from './decimal.ts'
import type { Content, LineItem, Totals } from './document.ts'
import { invalidInput, type Problem } from './errors.ts'
import { exceeds, portionMinor } from './portion.ts'
import { type TaxGroup, taxGroups } from './tax-groups.ts'
import { exclusiveTaxes, inclusiveTaxes, type TaxAmount } from './taxes.ts'

/**
 * Totals in minor units of content whose decimals were checked by `composeContent`. The taxable
 * amount of a tax is without tax, also when prices include it.
 * @throws PortalError invalid_input with all problems: a discount or deposit above its base, an
 *   amount beyond the safe integers.
 */
export function totals(content: Content): Totals {
  const { result, problems } = computeTotals(content)
  if (problems.length > 0) throw invalidInput(problems)
  return result
}

/**
 * Totals together with what is wrong with them; where something is, the result must not be used.
 */
export function computeTotals(content: Content): { result: Totals; problems: Problem[] } {
  const amounts = exactAmounts(content)
  const result = inMinor(amounts)
  return { result, problems: [...excesses(amounts), ...unsafe(result, amounts)] }
}

type Line = { gross: bigint; discount: bigint; amount: bigint }
type Amounts = {
  lines: Line[]
  groups: TaxGroup[]
  subtotal: bigint
  discount: bigint
  taxes: TaxAmount[]
  tax: bigint
  total: bigint
  deposit: bigint | null
}

function exactAmounts(content: Content): Amounts {
  const { currency, prices_include_tax } = content
  const lines = content.items.map((item) => lineAmounts(item, currency))
  const lineSums = lines.map((line) => line.amount)
  const subtotal = sum(lineSums)
  const discount = portionMinor(content.discount, subtotal, currency)
  const groups = taxGroups(content, lineSums, discount)
  const taxes = (prices_include_tax ? inclusiveTaxes : exclusiveTaxes)(content.taxes, groups)
  const tax = sum(taxes.map((one) => one.amount))
  const total = subtotal - discount + (prices_include_tax ? 0n : tax)
  const deposit = content.deposit && portionMinor(content.deposit, total, currency)
  return { lines, groups, subtotal, discount, taxes, tax, total, deposit }
}

function lineAmounts(item: LineItem, currency: string): Line {
  const exact = multiply(decimalOf(item.quantity), decimalOf(item.unit_price))
  const gross = roundToInteger(shift(exact, currencyDigits(currency)))
  const discount = portionMinor(item.discount, gross, currency)
  return { gross, discount, amount: gross - discount }
}

function inMinor({ lines, subtotal, discount, taxes, tax, total, deposit }: Amounts): Totals {
  return {
    items: lines.map((line) => ({
      gross_minor: Number(line.gross),
      discount_minor: Number(line.discount),
      amount_minor: Number(line.amount),
    })),
    subtotal_minor: Number(subtotal),
    discount_minor: Number(discount),
    taxes: taxes.map(({ id, name, rate, taxable, amount }) => ({
      id,
      name,
      rate,
      taxable_minor: Number(taxable),
      amount_minor: Number(amount),
    })),
    tax_minor: Number(tax),
    total_minor: Number(total),
    deposit_minor: deposit === null ? null : Number(deposit),
  }
}

function excesses({ lines, subtotal, discount, total, deposit }: Amounts): Problem[] {
  const problems: Problem[] = []
  for (const [index, line] of lines.entries()) {
    if (!exceeds(line.discount, line.gross)) continue
    problems.push({
      field: `items[${index}].discount`,
      message: 'must not be above the line itself',
    })
  }
  if (exceeds(discount, subtotal)) {
    problems.push({ field: 'discount', message: 'must not be above the subtotal' })
  }
  if (deposit !== null && (total < 0n || exceeds(deposit, total))) {
    problems.push({ field: 'deposit', message: 'must not be above the total' })
  }
  return problems
}

/** Amounts that JavaScript would round. */
function unsafe(result: Totals, { groups, total, tax }: Amounts): Problem[] {
  const fields: [string, number][] = [
    ...result.items.map((item, index): [string, number] => [`items[${index}]`, item.gross_minor]),
    ['subtotal', result.subtotal_minor],
    ...result.taxes.flatMap((tax, index): [string, number][] => [
      [`taxes[${index}]`, tax.taxable_minor],
      [`taxes[${index}]`, tax.amount_minor],
    ]),
    ['taxes', result.tax_minor],
    ['total', result.total_minor],
  ]
  /* What reports derive: lines without tax, and sales without tax. */
  const derived = [...groups.map(({ amount }) => amount), total - tax].map(Number)
  if (fields.every(([, amount]) => Number.isSafeInteger(amount))) {
    fields.push(...derived.map((amount): [string, number] => ['items', amount]))
  }
  return fields
    .filter(([, amount]) => !Number.isSafeInteger(amount))
    .map(([field]) => ({ field, message: 'comes to an amount that is too large' }))
}

function sum(amounts: bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n)
}
