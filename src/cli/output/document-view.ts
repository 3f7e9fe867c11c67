import type { Books } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { formatDate, formatQuantity, formatUnitPrice } from '../../domain/format.ts'
import { troubleWords } from '../../domain/mail-trouble.ts'
import { kindNoun } from '../../domain/nouns.ts'
import { documentSums } from './document-sums.ts'
import { shortInstant } from './instant.ts'
import { moneyWriter } from './money.ts'
import { plain } from './paint.ts'
import type { Paper } from './paper.ts'
import { paintState, stateWord } from './state-words.ts'
import { type Column, oneLine, table } from './table.ts'
import { textWidth, wrapText } from './text-width.ts'

/** A whole document for the owner: who, when, items, sums, and what happened to it. */
export function documentView(books: Books, document: DocumentJson, paper: Paper): string {
  const items = (on: Paper) => table(itemColumns(books, document), document.items, on)
  const rightEdge = Math.max(
    ...items({ ...paper, paint: plain })
      .split('\n')
      .map(textWidth),
  )
  return [
    heading(document, paper),
    items(paper),
    documentSums(books, document, rightEdge, paper),
    history(books, document, paper),
    ...blocks(document, paper),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function heading(document: DocumentJson, { paint, width }: Paper): string {
  const { kind, number, state, flags, customer, locale } = document
  const noun = kindNoun(kind)
  const title = `${noun[0]?.toUpperCase()}${noun.slice(1)} ${number}`
  const also = flags.filter((flag) => flag !== 'sent').map(stateWord)
  const dates = [`issued ${formatDate(document.issued_on, locale)}`]
  if (document.due_on) dates.push(`due ${formatDate(document.due_on, locale)}`)
  if (document.valid_until_on)
    dates.push(`valid until ${formatDate(document.valid_until_on, locale)}`)
  return [
    `${paint.bold(title)}  ${paintState(stateWord(state), state, paint)}${paint.dim(also.map((word) => `, ${word}`).join(''))}`,
    customerLine(customer, width, paint),
    ...wrapText(dates.join(', '), width).map(paint.dim),
  ].join('\n')
}

/** Name and address on one line where they fit. */
function customerLine(
  { name, email }: DocumentJson['customer'],
  width: number,
  paint: Paper['paint'],
): string {
  const isShort = textWidth(name) + textWidth(email) + 2 <= width
  const names = isShort ? [name] : wrapText(name, width)
  return [...names, ...(email ? [paint.dim(email)] : [])].join(isShort ? '  ' : '\n')
}

type Item = DocumentJson['items'][number]

function itemColumns(books: Books, { currency, locale, items }: DocumentJson): Column<Item>[] {
  const money = moneyWriter(books)
  const discount: Column<Item> = {
    title: 'Discount',
    align: 'right',
    value: ({ discount_minor }) => (discount_minor ? money(-discount_minor, currency) : ''),
    spare: 2,
  }
  return [
    { title: 'Description', value: ({ description }) => description, least: 16, wraps: true },
    {
      title: 'Qty',
      align: 'right',
      value: ({ quantity, unit }) => formatQuantity(quantity, unit, locale),
    },
    {
      title: 'Rate',
      align: 'right',
      value: ({ unit_price }) =>
        formatUnitPrice(unit_price, currency, books.config.business.locale),
      spare: 1,
    },
    ...(items.some(({ discount_minor }) => discount_minor !== 0) ? [discount] : []),
    {
      title: 'Amount',
      align: 'right',
      value: ({ amount_minor }) => money(amount_minor, currency),
    },
  ]
}

function history(books: Books, document: DocumentJson, { paint, width }: Paper): string {
  const { time_zone } = books.config.business
  const happened = [
    ['sent', document.sent_at],
    ['opened', document.opened_at],
    ['viewed', document.viewed_at],
    ['approved', document.approved_at],
    ['declined', document.declined_at],
    ['paid', document.paid_at],
  ] as const
  const said = happened.flatMap(([what, at]) =>
    at ? `${what} ${shortInstant(at, time_zone)}` : [],
  )
  if (['sent', 'pending'].includes(document.delivery)) said.push(`mail ${document.delivery}`)
  if (document.version > 1) said.push(`version ${document.version}`)
  if (document.relates_to) said.push(`credits ${document.relates_to}`)
  if (document.estimate_number) said.push(`from estimate ${document.estimate_number}`)
  if (document.invoice_number) said.push(`became invoice ${document.invoice_number}`)
  const reason = document.decline_reason
  const lines = [
    ...(said.length > 0 ? wrapText(said.join(', '), width).map(paint.dim) : []),
    mailTrouble(document, paint),
    reason ? `Reason: ${oneLine(reason)}` : '',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** `Mail refused: No such mailbox`, so that nobody waits for an answer to what never arrived. */
function mailTrouble({ delivery, delivery_error }: DocumentJson, { bad }: Paper['paint']): string {
  return delivery === 'failed' ? bad(oneLine(`Mail ${troubleWords(delivery_error)}`)) : ''
}

function blocks({ terms, notes }: DocumentJson, { paint }: Paper): string[] {
  const block = (title: string, text: string) => (text ? [`${paint.dim(title)}\n${text}`] : [])
  return [...block('Notes', notes), ...block('Terms', terms)]
}
