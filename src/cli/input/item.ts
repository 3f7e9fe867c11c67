import type { ItemDraft } from '../../domain/draft.ts'
import type { Problem } from '../../domain/errors.ts'

/** How `--item` is written, as help and complaints show it. */
export const itemForm = 'description|quantity|price[|unit]'

/** Reads the `--item` options in their order; a `|` in the text is written `\|`. */
export function readItems(items: readonly string[], problems: Problem[]): ItemDraft[] {
  return items.map((text, i) => {
    const parts = splitParts(text)
    const [description = '', quantity = '', unit_price = '', unit] = parts
    if (parts.length === 3 || parts.length === 4) {
      return { description, quantity, unit_price, ...(unit ? { unit } : {}) }
    }
    problems.push({
      field: `items[${i}]`,
      message: `must be written "${itemForm}", and not in ${count(parts.length)}; a | in the text is written \\|`,
    })
    return { description, unit_price: '0' }
  })
}

function splitParts(text: string): string[] {
  return text.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|').trim())
}

function count(parts: number): string {
  return parts === 1 ? 'one part' : `${parts} parts`
}
