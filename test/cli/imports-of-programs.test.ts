/** Exports of invoices as other programs really write them: names of columns, marks, dates, amounts, frames. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Json, portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const workspace = portalWorkspaces({ here: true })
let w: Workspace

beforeAll(async () => {
  w = await workspace()
})

const freshBooks = `\ufeffClient Name,Invoice #,Date Issued,Date Due,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency\r
X-Men,F-1,01/28/2025,02/27/2025,auto-paid,02/03/2025,Car Repair,"Bumper,\r
""paint"" touch up",65.00,10.00000000,0.0000,650.00,HST,84.50,,0.00,734.50,USD\r
X-Men,F-1,01/28/2025,02/27/2025,auto-paid,02/03/2025,Painting,25 hours,"1,098.10",0.50000000,0.0000,549.05,HST,71.38,,0.00,620.43,USD\r
`
const quickBooksReport = `Acme Remodeling
Invoice List by Date
"January 1 - March 31, 2025"

Date,Transaction type,Num,Name,Memo/Description,Due date,Amount,Open balance
01/15/2025,Invoice,Q-1,"Smith, John",Kitchen,02/14/2025,"1,234.50",0.00
02/13/2025,Invoice,Q-2,Jane Roe,Deck,03/15/2025,$500.00,"125.00"
,,,,,,"$1,734.50",$125.00
TOTAL,,,,,,"$1,734.50",$125.00

"Thursday, Apr 03, 2025 10:11 AM GMT-07:00"
`
const quickBooksPage = `Date,Type,No.,Customer,Memo,Amount,Status
01/15/2025,Invoice,P-1,John Smith,,"$1,234.50",Paid (Deposited)
02/02/2025,Invoice,P-2,Jane Roe,,$980.00,Overdue 12 days
02/02/2025,Invoice,P-3,Jane Roe,,$80.00,Voided
`
const waveBookings = `Transaction ID,Transaction Date,Account Name,Transaction Line Description,Amount (One column), ,Customer,Invoice Number,Amount Before Sales Tax,Sales Tax Amount,Sales Tax Name,Account Group,Account Type
11,2025-01-28,Sales,Mark W - 12 - Car Repair,294.00,,Mark W,12,294.00,38.22,HST,Income,Income
11,2025-01-28,Services,Mark W - 12 - Lawn Service,160.00,,Mark W,12,160.00,20.80,HST,Income,Income
11,2025-01-28,HST,Mark W - 12,59.02,,Mark W,12,59.02,,,Liability,Sales Tax on Sales and Purchases
11,2025-01-28,Accounts Receivable,Mark W - 12,513.02,,Mark W,12,513.02,,,Asset,System Receivable Invoice
12,2025-02-03,Accounts Receivable,Invoice Payment,-500.00,,Mark W,12,-500.00,,,Asset,System Receivable Invoice
13,2025-02-04,Office,Paper,20.00,,,,20.00,,,Expense,Expense
`
const waveInvoices = `Customer Name;Invoice Number;Invoice Date;Due Date;Invoice Status;Invoice Total;Invoice Tax Total;Invoice Paid;Last Payment Date;Currency
Zoë Kahn;77;2025-01-10;2025-02-09;Partial;1.190,00 €;190,00 €;500,00 €;2025-01-20;EUR
Zoë Kahn;78;2025-01-11;2025-02-09;Sent;(50,00);;;;EUR
`
const invoiceNinja = `Amount,Balance,Client,Date,Due Date,Number,Public Notes,Status,Total Taxes,Currency,Quantity,Unit Cost,Product,Cost,Notes,Tax Name 1,Tax Rate 1,Line Total
214.00,114.00,Bob Brown,2025-01-10,2025-02-10,0042,"Thanks,
Bob",Partial,14.00,USD,2,50,Hours,,Consulting,VAT,7,100
214.00,114.00,Bob Brown,2025-01-10,2025-02-10,0042,,Partial,14.00,USD,1,100,Travel,,Car,VAT,7,100
`
const square = `Invoice Number,Invoice Title,Customer Name,Customer Email,Status,Invoice Date,Due Date,Requested Amount,Amount Paid,Last Payment Date
000123,Garden,Ann Lee,ann@example.com,Partially Paid,1/13/25,1/28/25,"$1,000.00",$250.00,1/20/25
000125,Tree,Ann Lee,ann@example.com,Scheduled,1/13/25,1/28/25,$10.00,$0.00,
`

/** Number, state, total, paid, taxes, and how many lines there are. */
type Told = [string, string, number, number, string, number]

test.each<[string, string, string, Told[]]>([
  ['FreshBooks', 'lines', freshBooks, [['F-1', 'paid', 135_493, 135_493, 'HST 13', 2]]],
  [
    'QuickBooks',
    'report with its frame',
    quickBooksReport,
    [
      ['Q-1', 'paid', 123_450, 123_450, '', 1],
      ['Q-2', 'partially_paid', 50_000, 37_500, '', 1],
    ],
  ],
  [
    'QuickBooks',
    'page of invoices',
    quickBooksPage,
    [
      ['P-1', 'paid', 123_450, 123_450, '', 1],
      ['P-2', 'sent', 98_000, 0, '', 1],
      ['P-3', 'void', 8_000, 0, '', 1],
    ],
  ],
  ['Wave', 'bookings', waveBookings, [['12', 'partially_paid', 51_302, 50_000, 'HST 13', 2]]],
  [
    'Wave',
    'invoices',
    waveInvoices,
    [
      ['77', 'partially_paid', 119_000, 50_000, 'Tax 19', 1],
      ['78', 'paid', -5_000, 0, '', 1],
    ],
  ],
  [
    'Invoice Ninja',
    'items',
    invoiceNinja,
    [['0042', 'partially_paid', 21_400, 10_000, 'VAT 7', 2]],
  ],
  [
    'Square',
    'invoices',
    square,
    [
      ['000123', 'partially_paid', 100_000, 25_000, '', 1],
      ['000125', 'draft', 1_000, 0, '', 1],
    ],
  ],
])('%s: %s are read as they were meant', async (program, _, text, told) => {
  const path = join(w.dir, 'export.csv')
  writeFileSync(path, text)
  const { imported, ...rest } = (await w.json('invoice', 'import', path)).json()
  expect([imported, rest.program]).toEqual([told.length, program])
  const found: Json[] = []
  for (const [number] of told) found.push((await w.json('invoice', 'show', number)).json())
  expect(
    found.map(({ number, state, total_minor, paid_minor, taxes, items }) => [
      number,
      state === 'overdue' ? 'sent' : state,
      total_minor,
      paid_minor,
      taxes.map(({ name, rate }: Json) => `${name} ${rate}`).join(),
      items.length,
    ]),
  ).toEqual(told)
})

test('a list of all bookings says which are no invoices', async () => {
  const path = join(w.dir, 'all.csv')
  writeFileSync(path, quickBooksReport.replace('Invoice,Q-2', 'Payment,Q-9').replace('Q-1', 'Q-8'))
  const { code, json } = await w.json('invoice', 'import', path)
  expect([code, json().error.details]).toMatchObject([
    2,
    [{ field: 'line 7, Transaction type', message: expect.stringContaining('"Payment"') }],
  ])
})

test('a report of customers is read without its frame', async () => {
  const path = join(w.dir, 'customers.csv')
  const report = `Acme Remodeling
Customer Contact List

Customer full name,Phone numbers,Email,Full name,Bill address
"Smith, John",Phone: (555) 123-4567 Mobile: (555) 999-0000,john@smith.example,John Smith,"12 Main St
Springfield IL 62701"

"Thursday, Apr 03, 2025 10:11 AM GMT-07:00"
`
  writeFileSync(path, report)
  expect((await w.json('customer', 'import', path)).json()).toMatchObject({ imported: 1 })
  expect((await w.json('customer', 'show', 'john@smith.example')).json()).toMatchObject({
    name: 'Smith, John',
    phone: '(555) 123-4567',
    address: ['12 Main St', 'Springfield IL 62701'],
  })
})
