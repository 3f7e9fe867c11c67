import type { App } from '../../app.ts'
import { meantNumber } from '../../domain/meant-amount.ts'
import { listItems } from '../../usecases/list-items.ts'
import { askLine, askSearch } from '../ask.ts'
import { itemWords } from '../output/item-view.ts'

const done = 'done'
const typed = 'typed:'

/**
 * Asks for items one by one, of the catalogue or typed, as `--item` takes them.
 * @param total says what it all comes to so far, or what is wrong with the last one
 */
export async function askItems(
  app: App,
  total: (items: readonly string[]) => Promise<{ says: string; ok: boolean }>,
  write: (line: string) => void,
): Promise<string[]> {
  const items: string[] = []
  for (;;) {
    const item = await askItem(app, items.length)
    if (item === undefined) return items
    const { says, ok } = await total([...items, item])
    if (ok) items.push(item)
    write(says)
  }
}

/** Undefined when that was all. */
async function askItem(app: App, before: number): Promise<string | undefined> {
  const question = before === 0 ? 'What for (type it)' : `Item ${before + 1}, or Enter when done`
  const chosen = await askSearch(question, (term) => choices(app, term, before > 0))
  if (chosen === done) return undefined
  if (!chosen.startsWith(typed)) {
    return `${chosen}|${await askNumber(app, 'Quantity', '1')}`
  }
  const description = chosen.slice(typed.length)
  const quantity = await askNumber(app, 'Quantity', '1')
  const price = await askNumber(app, 'Price of one', '')
  const unit = await askLine('Unit, such as hrs (may be empty)')
  const parts = [description.replace(/^@/, '\\@'), quantity, price, ...(unit ? [unit] : [])]
  return parts.map((part) => part.replaceAll('|', '\\|')).join('|')
}

async function choices(app: App, term: string, mayEnd: boolean) {
  /* As it is shown, and as --item takes it: with an @ in front. */
  const catalogue = await listItems(app, { search: term.replace(/^@/, '') })
  const end = mayEnd && term === '' ? [{ name: 'That is all', value: done }] : []
  const own = term === '' ? [] : [{ name: `"${term}"`, value: typed + term }]
  const known = catalogue.map((item) => ({
    name: `@${item.code}  ${itemWords(app, item)}`,
    value: `@${item.code}`,
  }))
  return [...end, ...known, ...own]
}

/** Takes "$1,000" too where it can mean only one thing. */
async function askNumber(
  { config: { business } }: App,
  question: string,
  preset: string,
): Promise<string> {
  const read = (text: string) => meantNumber(text, business.currency, business.locale)
  const answer = await askLine(question, {
    preset,
    check: (text) => (read(text) ? undefined : 'A plain number, as in 1000 or 65.00.'),
  })
  return read(answer) ?? answer
}
