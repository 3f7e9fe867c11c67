import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Books } from '../../src/app.ts'
import { bar } from '../../src/cli/output/bar.ts'
import { createPaper } from '../../src/cli/output/paper.ts'
import { reportView } from '../../src/cli/output/report-view.ts'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const workspace = portalWorkspaces({ here: true })
let w: Workspace

beforeAll(async () => {
  w = await workspace()
  await w.json('customer', 'create', '--name', '=HYPERLINK("x")', '--email', 'john@example.com')
  const item = ['--item', 'Work|1|100', '--tax', 'Tax:8']
  await w.json('invoice', 'create', '--customer', 'john@example.com', ...item)
  await w.json('share', 'INV-001')
  await w.json('payment', 'record', 'INV-001', '--amount', '50', '--method', 'check')
})

describe('the report', () => {
  test('is a table with bars, without colour in a pipe', async () => {
    const { stdout, code } = await w.run('report')
    expect(code).toBe(0)
    expect(stdout).toContain('2025-01  $100.00  $8.00    $50.00  ████████████████████████')
    expect(stdout).not.toContain('\u001b')
  })

  test('does not count out the months before there was anything', async () => {
    const { stdout } = await w.run('report')
    expect(stdout.split('\n').filter((line) => /^20\d\d-/.test(line))).toHaveLength(1)
    expect(stdout).toContain('\nNothing from 2024-02 to 2024-12.\n')
    expect(stdout).toContain('\nNo estimate was made in this time.\n')
    const later = await w.run('report', '--since', '2024-12-01')
    expect(later.stdout).toContain('\nNothing in 2024-12.\n')
    const { items } = (await w.json('report')).json()
    expect(items[0].months).toHaveLength(12)
  })

  test('fits a narrow terminal: the bars go first', async () => {
    const stream = { isTTY: true, columns: 40 } as never
    const paper = await createPaper(stream, { NO_COLOR: '1' }, {})
    const { items } = (await w.json('report')).json()
    const books = { config: { business: { locale: 'en-US' } } } as Books
    const period = { since: '2025-01-01', until: '2025-01-15' }
    const lines = reportView(books, { reports: items, period }, paper).split('\n')
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(40)
    expect(lines.join('')).not.toContain('█')
  })

  test('is JSON, a table, or a page without script', async () => {
    const { items, since, until } = (await w.json('report')).json()
    expect([since, until]).toEqual(['2024-02-01', '2025-01-15'])
    expect(items[0]).toMatchObject({
      currency: 'USD',
      ageing: [{ amount_minor: 5800 }, {}, {}, {}, {}],
    })
    const { stdout: csv } = await w.run('report', '--csv')
    expect(csv).toContain('revenue,USD,2025-01,sales,100.00\r\n')
    const file = join(w.dir, 'report.html')
    expect((await w.json('report', '--html', file)).json().file).toBe(file)
    const html = readFileSync(file, 'utf8')
    expect(html).toContain('<svg')
    expect(html).toContain('most was sold in Jan 2025: $100.00.')
    expect(html).not.toMatch(/<script|https?:|src=/)
  })

  test('goes to a device as it is, and takes no place of it', async () => {
    const nowhere = join(w.dir, 'nowhere')
    symlinkSync('/dev/null', nowhere)
    expect((await w.json('report', '--csv', nowhere)).json().file).toBe(nowhere)
    expect(lstatSync(nowhere).isSymbolicLink()).toBe(true)
  })

  test('names no best month where nothing was sold', async () => {
    const { stdout } = await w.run('report', '--until', '2024-12-31', '--html')
    expect(stdout).toContain('aria-label="Sales and money received by month. The table')
  })

  test('says in a sentence that there was nothing, and what makes the first invoice', async () => {
    const { stdout } = await (await workspace()).run('report')
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Nothing was invoiced or paid from 2024-02-01 to 2025-01-15,/),
      'Next: portal invoice create',
      '',
    ])
    const before = await w.run('report', '--until', '2024-12-31')
    expect(before.stdout).toContain('Nothing was invoiced or paid in this time.\n')
    expect(before.stdout).toContain('Owed today')
  })

  test('says what is wrong with the question', async () => {
    expect((await w.json('report', '--since', 'May')).code).toBe(2)
    expect((await w.json('report', '--since', '2025-02-01')).code).toBe(2)
    expect((await w.json('report', '--csv', '--html')).code).toBe(2)
    expect((await w.json('report', 'out.csv')).code).toBe(2)
    expect((await w.json('report', 'taxes', '--by', 'week')).code).toBe(2)
  })
})

test('the journal and the taxes are tables for an accountant, safe in a spreadsheet', async () => {
  const { stdout } = await w.run('report', 'journal', '--csv')
  const [head, first] = stdout.split('\r\n')
  expect(head).toBe('date,entry,number,customer,what,account,reference,currency,debit,credit')
  expect(first).toMatch(
    /^2025-01-15,doc_\w+,INV-001,"'=HYPERLINK\(""x""\)",invoice,Accounts receivable,,USD,108.00,$/,
  )
  const taxes = await w.run('report', 'taxes', '--csv', '--by', 'year')
  expect(taxes.stdout).toBe(
    'period,currency,tax,rate,sales,amount\r\n2025,USD,Tax,8,100.00,8.00\r\n',
  )
  writeFileSync(join(w.dir, 'taken.csv'), '')
  const nowhere = await w.run('report', 'taxes', '--csv', 'none/taxes.csv')
  expect(nowhere.code).toBe(2)
  expect(nowhere.stderr).toContain('none/taxes.csv: its folder does not exist.\n')
  expect(nowhere.stderr).toContain('portal report taxes … --csv <file>\n')
  mkdirSync(join(w.dir, 'folder.csv'))
  expect((await w.run('report', 'taxes', '--csv', 'folder.csv')).stderr).toContain('a folder')
  expect(readdirSync(w.dir).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('the numbers that were given tell of drafts that were deleted and of gaps', async () => {
  const books = await workspace()
  const create = (...more: string[]) =>
    books.json('invoice', 'create', '--customer', 'Ann', '--item', 'Work|1|5', ...more)
  await books.json('customer', 'create', '--name', 'Ann')
  await create()
  await create()
  await books.json('share', 'INV-001')
  await books.json('invoice', 'delete', 'INV-002', '--yes')
  await create('--number', 'INV-005')
  const { error } = (await books.json('invoice', 'show', 'inv-002')).json()
  expect(error.message).toBe('INV-002 was a draft that was deleted.')
  const csv = await books.run('report', 'numbers', '--csv')
  expect(csv.stdout.split('\r\n')).toEqual([
    'number,kind,given_on,became,customer',
    'INV-001,invoice,2025-01-15,sent,Ann',
    'INV-002,invoice,2025-01-15,deleted as a draft,',
    'INV-005,invoice,2025-01-15,draft,Ann',
    '',
  ])
  const { stdout } = await books.run('report', 'numbers')
  expect(stdout).toContain(
    '3 numbers, of which 1 was a draft that was deleted.\nBetween INV-002 and INV-005 2 numbers were never given.\n',
  )
})

test.each([
  [0, ''],
  [1, '▏'],
  [50, '██'],
  [100, '████'],
])('%i of 100 is a bar of %j', (value, text) => {
  expect(bar(value, 100, 4)).toBe(text)
})
