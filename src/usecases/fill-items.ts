import type { Books } from '../app.ts'
import { type CodedItem, itemOf } from '../domain/catalogue.ts'
import type { ItemDraft } from '../domain/draft.ts'
import { PortalError, type Problem } from '../domain/errors.ts'
import { getItem } from '../store/items.ts'

/**
 * Puts what the catalogue says in the place of each line that names an item by its code.
 * @param currency of the document; a price in another one is no price of it
 * @returns the lines, and what is wrong with them; fields as in `items[0]`
 */
export async function fillItems(
  books: Books,
  lines: readonly (ItemDraft | CodedItem)[],
  currency = books.config.business.currency,
): Promise<{ items: ItemDraft[]; problems: Problem[] }> {
  const problems: Problem[] = []
  const items: ItemDraft[] = []
  for (const [i, line] of lines.entries()) {
    if (!('code' in line)) items.push(line)
    else items.push(await fill(books, line, currency, `items[${i}]`, problems))
  }
  return { items, problems }
}

async function fill(
  books: Books,
  line: CodedItem,
  currency: string,
  field: string,
  problems: Problem[],
): Promise<ItemDraft> {
  const stand = { description: line.code, unit_price: '0' }
  try {
    const item = await getItem(books.db.read, line.code)
    if (item.currency === currency.toUpperCase() || line.unit_price) return itemOf(line, item)
    const message = `${item.code} has a price in ${item.currency}, and the document is in ${currency}`
    problems.push({ field, message })
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'not_found') throw error
    problems.push({ field, message: `${error.message} ${error.hint}`.trim() })
  }
  return stand
}
