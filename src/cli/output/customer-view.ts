import type { Customer } from '../../domain/document.ts'
import { facts } from './facts.ts'
import type { Paper } from './paper.ts'
import { type Column, table } from './table.ts'

/** One customer; what is empty is left out. */
export function customerView(customer: Customer, paper: Paper): string {
  const { id, name, email, cc, phone, address, country, locale, tax_id } = customer
  const remarks = [
    customer.tax_exempt ? 'tax exempt' : '',
    customer.reminders ? '' : 'no reminders',
    customer.archived_at ? 'archived' : '',
  ].filter((remark) => remark !== '')
  const rows = facts(
    [
      ['Id', id],
      ['E-mail', email],
      ['Cc', cc.join(', ')],
      ['Phone', phone],
      ['Address', address.join(', ')],
      ['Country', country],
      ['Language', locale],
      ['Tax id', tax_id],
      ['Remarks', remarks.join(', ')],
    ],
    paper,
  )
  return `${paper.paint.bold(name)}\n${rows}`
}

const phones: Column<Customer> = { title: 'Phone', value: ({ phone }) => phone, spare: 2 }

/** A page of customers as a table. */
export function customerList(
  { items, total }: { items: Customer[]; total: number },
  paper: Paper,
): string {
  const { paint } = paper
  if (total === 0) return paint.dim('No customers found.')
  const columns: Column<Customer>[] = [
    { title: 'Name', value: ({ name }) => name, least: 12, yields: 20 },
    { title: 'E-mail', value: ({ email }) => email, least: 12 },
    ...(items.some(({ phone }) => phone !== '') ? [phones] : []),
    { title: 'Id', value: ({ id }) => id, spare: 1, paint: paint.dim },
  ]
  const lines = [table(columns, items, paper)]
  if (items.length < total) lines.push(paint.dim(`${items.length} of ${total}`))
  return lines.join('\n')
}
