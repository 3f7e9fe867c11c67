import type { CodedItem } from '../../domain/catalogue.ts'
import type { ItemDraft } from '../../domain/draft.ts'
import type { Problem } from '../../domain/errors.ts'

/** How `--item` is written, as help and complaints show it. */
export const itemForm = 'description|quantity|price[|unit]'

/** A line as it is typed: all of it, or what differs from the catalogue. */
export type TypedItem = ItemDraft | CodedItem

/**
 * Reads the `--item` options in their order; a `|` in the text is written `\|`. One that begins with @ names
 * an item of the catalogue: `@code`, `@code|qty` or `@code|qty|price`.
 */
export function readItems(items: readonly string[], problems: Problem[]): TypedItem[] {
  return items.map((text, i) => {
    const parts = splitParts(text)
    const coded = codedItem(parts)
    if (coded) return coded
    const [description = '', quantity = '', unit_price = '', unit] = parts
    if (parts.length === 3 || parts.length === 4) {
      return {
        description: withoutBackslash(description),
        quantity,
        unit_price,
        ...(unit ? { unit } : {}),
      }
    }
    problems.push({
      field: `items[${i}]`,
      message: `must be written "${itemForm}" or "@code|quantity", and not in ${count(parts.length)}; a | in the text is written \\|`,
    })
    return { description, unit_price: '0' }
  })
}

function codedItem([code = '', quantity, unit_price, ...more]: string[]): CodedItem | undefined {
  if (!/^@[^\s@]+$/.test(code) || more.length > 0) return undefined
  return {
    code: code.slice(1),
    ...(quantity ? { quantity } : {}),
    ...(unit_price ? { unit_price } : {}),
  }
}

/** A description that begins with an @ is written \@. */
function withoutBackslash(text: string): string {
  return text.replace(/^\\@/, '@')
}

function splitParts(text: string): string[] {
  return text.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|').trim())
}

function count(parts: number): string {
  return parts === 1 ? 'one part' : `${parts} parts`
}
