/** The taxes of a list's invoices: by their rates, or by what they came to. */
import { commonUnits, type Decimal, decimalText, multiply, parseDecimal } from '../decimal.ts'
import type { Tax } from '../document.ts'
import type { ItemDraft } from '../draft.ts'
import { derivedRate, type TaxedLine } from './derived-rate.ts'
import type { InvoiceField } from './fields.ts'
import { type InvoiceRow, isSome, numberOf } from './invoice-row.ts'

export type NamedRate = { name: string; rate: string }

const taxColumns = [
  ['tax_name', 'tax_rate', 'tax_amount'],
  ['tax_name_2', undefined, 'tax_amount_2'],
] as const

/**
 * The taxes of a line, added to those of its invoice; one whose rate nobody tells is a line of its own, so that the
 * sum stays what it was.
 * @param told rates by the names of taxes, of the owner and the configuration
 * @param rates those that the amounts of this invoice tell
 */
export function taxesOf(
  row: InvoiceRow,
  taxes: Tax[],
  { told, rates }: { told: readonly NamedRate[]; rates: ReadonlyMap<string, string> },
): { ids: string[]; extra: ItemDraft[] } {
  const ids: string[] = []
  const extra: ItemDraft[] = []
  for (const [named, rated, summed] of taxColumns) {
    const name = row.text(named)
    const amount = numberOf(row, summed, row.text(summed))
    const rate =
      (rated && numberOf(row, rated, row.text(rated))) ??
      told.find((tax) => tax.name.toLowerCase() === name.toLowerCase())?.rate ??
      row.number(/([\d.,]+)\s*%/.exec(name)?.[1] ?? '') ??
      (isSome(amount) ? rates.get(name) : undefined)
    if (rate !== undefined && rate !== '0') ids.push(taxId(taxes, name || 'Tax', rate))
    else if (amount !== undefined && amount !== '0') {
      extra.push({ description: name || 'Tax', unit_price: amount, taxes: [] })
    } else if (name !== '' && rate === undefined && amount === undefined) {
      row.report(named, `nobody says the rate of "${name}"; add: --tax "${name}:8"`)
    }
  }
  return { ids, extra }
}

function taxId(taxes: Tax[], name: string, rate: string): string {
  const known = taxes.find((tax) => tax.name === name && tax.rate === rate)
  if (known) return known.id
  const id = `t${taxes.length + 1}`
  taxes.push({ id, name, rate })
  return id
}

/** Rates that the amounts of an invoice's lines tell, by the names of the taxes. */
export function ratesOf(rows: readonly InvoiceRow[]): Map<string, string> {
  const lines = new Map<string, TaxedLine[]>()
  for (const row of rows) {
    const net = netOf(row)
    for (const [named, , summed] of taxColumns) {
      const tax = parseDecimal(row.number(row.text(summed)) ?? '')
      if (!net || !tax || tax.units === 0n) continue
      const name = row.text(named)
      lines.set(name, [...(lines.get(name) ?? []), { net, tax }])
    }
  }
  const rates = new Map<string, string>()
  for (const [name, taxed] of lines) {
    const rate = derivedRate(taxed)
    if (rate !== undefined) rates.set(name, rate)
  }
  return rates
}

/** What a line comes to before tax; undefined where the list does not say. */
function netOf(row: InvoiceRow): Decimal | undefined {
  const read = (field: InvoiceField) => parseDecimal(row.number(row.text(field)) ?? '')
  const discount = read('discount_percent')
  const isReduced = discount !== undefined && discount.units !== 0n
  const amount = read('line_amount')
  if (amount && !isReduced) return amount
  const price = read('unit_price')
  if (!price) return parseDecimal(wholeNet(row) ?? '')
  const full = multiply(price, read('quantity') ?? { units: 1n, scale: 0 })
  if (!isReduced) return full
  return multiply(full, minus({ units: 1n, scale: 0 }, { ...discount, scale: discount.scale + 2 }))
}

/** An invoice of one line that tells its total, less the taxes in it. */
export function wholeNet(row: InvoiceRow): string | undefined {
  const whole = parseDecimal(row.number(row.text('total')) ?? '')
  if (!whole) return undefined
  const taxes = taxColumns.map(([, , summed]) => parseDecimal(row.number(row.text(summed)) ?? ''))
  return decimalText(taxes.reduce<Decimal>((sum, tax) => (tax ? minus(sum, tax) : sum), whole))
}

function minus(a: Decimal, b: Decimal): Decimal {
  const { units, scale } = commonUnits([a, b])
  return { units: (units[0] ?? 0n) - (units[1] ?? 0n), scale }
}
