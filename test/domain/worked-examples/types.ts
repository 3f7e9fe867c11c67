import type { Tax } from '../../../src/domain/document.ts'
import type { ContentDraft, ItemDraft } from '../../../src/domain/draft.ts'

/** All figures in minor units. */
export type WorkedExample = {
  name: string
  draft: ContentDraft
  /** The customer pays no taxes. */
  tax_exempt?: boolean
  expected: {
    /** By line, after its discount. */
    amounts: number[]
    subtotal: number
    discount: number
    /** By tax: what it is computed on, and what it comes to. */
    taxes: [taxable: number, amount: number][]
    total: number
    deposit: number | null
  }
}

/** A line from "what", quantity and unit price. */
export function line(
  description: string,
  quantity: string,
  unit_price: string,
  more: Partial<ItemDraft> = {},
): ItemDraft {
  return { description, quantity, unit_price, ...more }
}

export function invoice(items: ItemDraft[], more: Partial<ContentDraft> = {}): ContentDraft {
  const dates = { issued_on: '2025-01-15', due_on: '2025-01-30' }
  return { kind: 'invoice', currency: 'USD', ...dates, taxes: [], items, ...more }
}

export function estimate(items: ItemDraft[], more: Partial<ContentDraft> = {}): ContentDraft {
  const dates = { issued_on: '2025-01-15', valid_until_on: '2025-01-29' }
  return { kind: 'estimate', currency: 'USD', ...dates, taxes: [], items, ...more }
}

export function tax(id: string, rate: string): Tax {
  return { id, name: id, rate }
}
