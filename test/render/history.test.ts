import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { historyOf } from '../../src/domain/history.ts'
import { invoice } from './documents.ts'
import { documents, historyInput, john, statementInput } from './history.ts'
import { pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer()
const { page, statement } = made.history
const today = '2025-02-03'

describe('the page of a history', () => {
  const html = page(historyInput())
  const text = textOf(html)

  test.each([
    'Your History For John Smith $17,656.00 outstanding on 2 invoices',
    'This page closes on February 4, 2025 at 10:00 AM EST.',
    'Invoice INV-002 Due January 30, 2025 Overdue · left of $9,828.00 $7,828.00 Send Me the Link',
    'Invoice INV-003 Due March 1, 2025 Open $9,828.00 Send Me the Link',
    'Estimate EST-001 January 15, 2025 Valid until February 28, 2025 $9,828.00',
    'Estimate EST-002 January 15, 2025 Approved, deposit of $4,914.00 due $9,828.00',
    'Estimate EST-004 January 15, 2025 Declined $9,828.00',
    'Estimate EST-005 January 15, 2025 Became invoice INV-003 $9,828.00',
    'Invoice INV-001 December 1, 2024 Paid $9,828.00',
    'Invoice INV-004 January 15, 2025 Cancelled $9,828.00',
    'Credit Note CN-001 January 15, 2025 Credit $9,828.00',
    'Invoice INV-001 January 20, 2025 Payment by check $9,828.00 Receipt RCT-0001',
  ])('says "%s"', (line) => {
    expect(text).toContain(line)
  })

  test('carries the hooks that scripts and tests use, and no number', () => {
    expect(html).toMatch(
      /<main [^>]*data-kind="history" data-number="" data-state="active" data-balance-due-minor="1765600" data-amount-due-now-minor="1765600"/,
    )
  })

  test('leads to receipts and to itself, and to no document', () => {
    const leads = [...html.matchAll(/(?:href|action)="(\/[^"#]*)"/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => !path.startsWith('/assets/') && !path.includes('?lang='))
    const open = documents.filter(({ number }) => number !== 'INV-004')
    expect(leads.toSorted()).toEqual(
      [
        '/h/token/statement',
        '/h/token/receipts/RCT-0001/pdf',
        ...open.map(({ number }) => `/h/token/documents/${number}`),
      ].toSorted(),
    )
    expect(html.match(/<form (?:id="statement" )?method="(\w+)"/g)).toHaveLength(open.length + 1)
  })

  test('runs no script, and its card says only who it is from', () => {
    expect(html).not.toContain('<script')
    expect(html).toContain('property="og:title" content="Your history with Acme Remodeling"')
  })

  test('says what became of a form', () => {
    const asked = (is_open: boolean) =>
      textOf(page(historyInput({ asked: { number: 'INV-002', is_open } })))
    expect(asked(true)).toContain('A link to Invoice INV-002 is on its way')
    expect(asked(false)).toContain('Invoice INV-002 cannot be opened any more.')
    const strangers = historyInput({ asked: { number: 'INV-999', is_open: true } })
    expect(textOf(page(strangers))).not.toContain('INV-999')
  })

  test('keeps the days of a statement and says what is wrong with them', () => {
    const wrong = page(
      historyInput({
        form: { from: '2025-02-01', until: '"><b>' },
        problems: [{ field: 'until', kind: 'no_date' }],
      }),
    )
    expect(wrong).toContain('id="errors"')
    expect(wrong).toContain('<a href="#until">Enter a date, such as 2025-01-31.</a>')
    expect(wrong).toContain('name="from" value="2025-02-01"')
    expect(wrong).toContain('aria-describedby="until-problem"')
    expect(wrong).not.toContain('<b>')
  })

  test('says so where there is nothing, or nothing is outstanding, or no link can be mailed', () => {
    const nothing = textOf(page(historyInput({ history: historyOf([], today) })))
    expect(nothing).toContain('There is nothing here yet.')
    const paid = historyOf(documents.slice(0, 1), today)
    expect(textOf(page(historyInput({ history: paid })))).toContain(
      'Nothing is outstanding. Thank you.',
    )
    const unknown = { ...john, email: '' }
    const silent = page(historyInput({ customer: unknown, openable: new Set() }))
    expect(silent).not.toContain('method="post"')
    expect(textOf(silent)).toContain('please ask us for a link')
  })

  test('adds up each currency by itself', () => {
    const euros = { ...invoice({ content: { currency: 'EUR' } }), id: 'doc_e', number: 'INV-010' }
    const history = historyOf([...documents, euros], today)
    const mixed = textOf(page(historyInput({ history })))
    expect(mixed).toContain('€9,828.00 outstanding on 3 invoices and $17,656.00')
  })
})

describe('a long history', () => {
  const many = Array.from({ length: 1000 }, (_, i) => {
    const one = documents[i % documents.length]
    return { ...(one ?? invoice()), id: `doc_${i}`, number: `INV-${1000 + i}` }
  })
  const input = historyInput({
    history: historyOf(many, today),
    openable: new Set(many.map(({ id }) => id)),
  })
  const rows = (html: string) => html.match(/<tr role="row">\n<th role="rowheader"/g)?.length ?? 0

  test('is turned over page by page, each list by itself', () => {
    const first = page(input)
    expect(rows(first)).toBe(100)
    expect(first).toContain('href="/h/token?outstanding=2#outstanding"')
    const pages = { ...input.pages, outstanding: 2, payments: 999_999 }
    const second = page({ ...input, pages })
    expect(second).toContain('href="/h/token?outstanding=1#outstanding"')
    expect(second).toContain('href="/h/token?outstanding=3#outstanding"')
    expect(second).toContain('href="/h/token?payments=7#payments"')
    expect(rows(second)).toBe(100)
  })

  test('calls the rows that follow later where what is due first stands in front, else earlier', () => {
    const html = page({ ...input, pages: { ...input.pages, outstanding: 2, settled: 2 } })
    const turns = [...html.matchAll(/\?(\w+)=(\d)#\w+" rel="\w+" [^>]*>(\w+)</g)]
    expect(turns.map(([, ...turn]) => turn.join(' '))).toEqual([
      ...['outstanding 1 Earlier', 'outstanding 3 Later'],
      ...['estimates 2 Earlier', 'settled 1 Later', 'settled 3 Earlier', 'payments 2 Earlier'],
    ])
  })

  test('weighs no more than a first view may', () => {
    const sheets = made.assets().filter(({ name }) => /^(theme|brand|print)-.*css$/.test(name))
    const all = [Buffer.from(page(input)), ...sheets.map(({ bytes }) => bytes)]
    const packed = all.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0)
    expect(packed).toBeLessThan(10 * 1024)
  })
})

describe('a statement on paper', () => {
  const text = textOf(statement(statementInput()).replace(/<style>[\s\S]*?<\/style>/, ''))

  test.each([
    'Statement of Account',
    'For: John Smith 742 Evergreen Terrace Springfield, IL 62704 john.smith@example.com',
    'Begins: January 1, 2025 Ends: February 3, 2025',
    'January 1, 2025Opening balance$9,828.00',
    'January 18, 2025Invoice INV-004 cancelled−$9,828.00$29,484.00',
    'January 20, 2025Payment by check, INV-001 · 1042−$9,828.00$19,656.00',
    'Closing Balance $17,656.00',
  ])('says "%s"', (line) => {
    expect(text).toContain(line)
  })

  test('has an account for each currency, and names them where there are several', () => {
    const [one] = statementInput().statements
    if (!one) throw new Error('There is no statement.')
    const owing = { ...one, currency: 'EUR', closing_minor: -5000 }
    const both = textOf(statement(statementInput({ statements: [one, owing] })))
    expect(both).toContain('Currency: EUR')
    expect(both).toContain('Closing Balance −€50.00 In your favor €50.00')
    expect(text).not.toContain('Currency:')
  })

  test('says so where nothing happened', () => {
    expect(textOf(statement(statementInput({ statements: [] })))).toContain(
      'There were no invoices and no payments until then.',
    )
  })
})

describe('on the page of a document', () => {
  const form = '<form id="history" method="post" action="/i/token/history"'

  test('a form asks for the history, also on a link for reading', () => {
    expect(pageOf(made, invoice())).toContain(form)
    expect(pageOf(made, invoice(), { scope: 'view' })).toContain(form)
  })

  test.each(['read_only', 'preview'] as const)('there is none in the mode %s', (mode) => {
    expect(pageOf(made, invoice(), { mode })).not.toContain('id="history"')
  })
})
