import type { Books } from '../../app.ts'
import { troubleWords } from '../../domain/mail-trouble.ts'
import type { DocumentRow } from '../../store/list-documents.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { paintState, stateWord } from './state-words.ts'
import { type Column, oneLine, table } from './table.ts'

type Page = { items: DocumentRow[]; total: number; command: string; noun: string }

/** A page of estimates or invoices as a table, with how many there are when it is not all of them. */
export function documentList(
  books: Books,
  { items, total, command, noun }: Page,
  paper: Paper,
): string {
  if (total === 0) return paper.paint.dim(`No ${noun}s found.`)
  if (items.length === 0) return paper.paint.dim(`Nothing so far down; there are ${total} in all.`)
  const lines = [table(columns(books, command, paper), items, paper), ...troubles(items, paper)]
  if (items.length < total) lines.push(paper.paint.dim(`${items.length} of ${total}`))
  return lines.join('\n')
}

/** Below the table, where there is room for a mail server's words. */
function troubles(items: DocumentRow[], { paint }: Paper): string[] {
  return items
    .filter(({ delivery_error }) => delivery_error !== '')
    .map(({ number, delivery_error }) =>
      paint.bad(oneLine(`${number}: mail ${troubleWords(delivery_error)}`)),
    )
}

function columns(books: Books, command: string, { paint }: Paper): Column<DocumentRow>[] {
  const money = moneyWriter(books)
  const balance: Column<DocumentRow> = {
    title: 'Balance',
    align: 'right',
    value: ({ balance_due_minor, currency }) => money(balance_due_minor, currency),
  }
  return [
    { title: 'Number', value: ({ number }) => number },
    { title: 'Customer', value: ({ customer_name }) => customer_name, least: 4, yields: 16 },
    { title: 'Issued', value: ({ issued_on }) => issued_on, spare: 3, paint: paint.dim },
    {
      title: command === 'estimate' ? 'Valid until' : 'Due',
      value: ({ ends_on }) => ends_on ?? '',
      spare: 1,
    },
    {
      title: 'Total',
      align: 'right',
      value: ({ total_minor, currency }) => money(total_minor, currency),
      ...(command === 'estimate' ? {} : { spare: 2 }),
    },
    ...(command === 'estimate' ? [] : [balance]),
    {
      title: 'State',
      value: ({ state, delivery }) =>
        stateWord(state) + (delivery === 'failed' ? ', mail failed' : ''),
      paint: (text, { state }) => paintState(text, state, paint),
    },
  ]
}
