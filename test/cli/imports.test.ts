import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const workspace = portalWorkspaces({ here: true })
let w: Workspace

beforeAll(async () => {
  w = await workspace()
})

const file = (name: string, text: string | Buffer) => {
  const path = join(w.dir, name)
  writeFileSync(path, text)
  return path
}

/** As each program writes them, with a row for each of two customers. */
const customerLists: Record<string, string> = {
  Wave: `customer_name,email,contact_first_name,contact_last_name,customer_currency,phone,country,province/state,address_line_1,address_line_2,city,postal_code/zip_code
Wave One,w1@example.com,Ann,Lee,USD,555 1,United States,New York,1 Main St,Suite 2,Albany,12207
Wave Two,,,,,,,,,,,`,
  Square: `First Name,Last Name,Company Name,Email Address,Phone Number,Street Address 1,Street Address 2,City,State,Postal Code
Ann,Lee,,s1@example.com,'+15551,1 Main St,Suite 2,Albany,New York,12207
,,Square Two,,,,,,,`,
  FreshBooks: `Organization,First Name,Last Name,Email,Phone,Street,Street 2,City,Province,Country,Postal Code
Fresh One,Ann,Lee,f1@example.com,555 1,1 Main St,Suite 2,Albany,New York,US,12207
,Bob,Ray,,,,,,,,`,
  'Invoice Ninja': `Client Name,Client Street,Client Apt/Suite,Client City,Client State/Province,Client Postal Code,Client Country,Contact First Name,Contact Last Name,Contact Email
Ninja One,1 Main St,Suite 2,Albany,New York,12207,United States,Ann,Lee,n1@example.com
Ninja Two,,,,,,,,,`,
  QuickBooks: `Customer,Company,Email,Phone,Billing Street,Billing City,Billing State,Billing ZIP,Billing Country
Quick One,,"q1@example.com, q2@example.com",555 1,1 Main St,Albany,New York,12207,USA
Quick Two,,,,,,,,`,
}

describe('lists of customers', () => {
  test.each(Object.keys(customerLists))(
    'of %s are recognised by their first row',
    async (program) => {
      const path = file('customers.csv', customerLists[program] ?? '')
      const { imported, known, columns, ...rest } = (
        await w.json('customer', 'import', path)
      ).json()
      expect({ imported, known, program: rest.program }).toEqual({ imported: 2, known: 0, program })
      expect(columns[0].field).not.toBeNull()
      const email = /[a-z]1@example.com/.exec(customerLists[program] ?? '')?.[0] ?? ''
      const { address, country } = (await w.json('customer', 'show', email)).json()
      expect(address.at(-1)).toBe('Albany, New York 12207')
      expect(address).toContain('1 Main St')
      expect(country).toBe('US')
    },
  )

  test('are not entered twice', async () => {
    const path = file('again.csv', customerLists.Wave ?? '')
    expect((await w.json('customer', 'import', path)).json()).toMatchObject({
      imported: 0,
      known: 2,
    })
  })

  test('of any kind, in any encoding, with columns that are named by hand', async () => {
    const path = file(
      'odd.csv',
      Buffer.from('Kunde;Ort;constructor\r\nM\xfcller;K\xf6ln;x\r\n', 'latin1'),
    )
    const tried = await w.json(
      'customer',
      'import',
      path,
      '--map',
      'Kunde=name',
      '--map',
      'Ort=city',
      '--dry-run',
    )
    expect(tried.json()).toMatchObject({ imported: 1, dry_run: true })
    expect(tried.json().columns.at(-1)).toEqual({ column: 'constructor', field: null })
    await w.json('customer', 'import', path, '--map', 'Kunde=name', '--map', 'Ort=city')
    expect((await w.json('customer', 'show', 'Müller')).json().address).toEqual(['Köln'])
  })

  test('in UTF-16 of either order, and in the encoding of older spreadsheets, with a word about it', async () => {
    const text = 'name,city\nM\u00fcller \u2013 S\u00f6hne,K\u00f6ln\n'
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    const western = Buffer.from(text.replace('\u2013', '\x96'), 'latin1')
    for (const bytes of [little, Buffer.from(little).swap16(), western]) {
      const { code, stderr } = await w.run('customer', 'import', file('encoded.csv', bytes))
      expect({ code, isTold: stderr.includes('Windows-1252') }).toEqual({
        code: 0,
        isTold: bytes === western,
      })
    }
    const { items } = (await w.json('customer', 'list', '--search', 'Söhne')).json()
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Müller – Söhne'])
  })

  test.each([
    ['UTF-16 without its mark', Buffer.from('name\nAnn\n', 'utf16le'), 'UTF-8, UTF-16'],
    ['a Japanese encoding', Buffer.from('name\n\x90\xac\n', 'latin1'), 'UTF-8, UTF-16'],
    ['a workbook', Buffer.from('PK\x03\x04\0'), 'a workbook'],
    ['a quote within a cell', 'name,city\n6" pipe,Rome\n', 'from line 2 on'],
    ['a quote without end', 'name,city\nAnn,Rome\n"Bob,Rome\n', 'from line 3 on'],
    ['columns that nothing is known of', 'foo,bar\n1,2\n', 'it has "foo", "bar"'],
  ])('with %s are refused in plain words', async (_what, content, says) => {
    const { code, json } = await w.json('customer', 'import', file('foreign.csv', content))
    expect(code).toBe(2)
    expect(json().error.details).toEqual([
      { field: 'file', message: expect.stringContaining(says) },
    ])
  })

  test('name the rows that come to nothing', async () => {
    const text =
      'sep=;\nname;email;city\r\nTwin;twin@example.com;\nTwin B;Twin@example.com;\n;;Rome\n'
    const { code, stdout } = await w.run('customer', 'import', file('less.csv', text))
    expect(code).toBe(0)
    expect(stdout).toContain('Entered 1 customer; 0 there already.')
    expect(stdout).toContain('There twice, left out: line 4.')
    expect(stdout).toContain('Without a name, left out: line 5.')
  })

  test('are refused whole, with every problem and its line', async () => {
    const path = file(
      'bad.csv',
      'name,email,country\nGood,good@example.com,US\nBad,not-one,Nowhere\n,x@y.example,\n',
    )
    const { code, json } = await w.json('customer', 'import', path)
    expect(code).toBe(2)
    expect(json().error.details.map(({ field }: { field: string }) => field)).toEqual([
      'line 3, country',
      'line 3, email',
    ])
    expect((await w.json('customer', 'show', 'good@example.com')).code).toBe(3)
    expect((await w.json('customer', 'import', path, '--map', 'nmae=name')).code).toBe(2)
    expect((await w.json('customer', 'import', 'nothing.csv')).code).toBe(2)
  })

  test('as JSON, with the names of customer create', async () => {
    const path = file(
      'list.json',
      '[{"name":"Json One","address":["1 Elm"]},{"name":"Json Two","nmae":1}]',
    )
    const { json } = await w.json('customer', 'import', path)
    expect(json().error.details[0].field).toBe('[1].nmae')
  })
})

const invoiceLists: Record<string, [text: string, numbers: string[], total: number, paid: number]> =
  {
    Wave: [
      `customer,description,invoice_num,po_so,account,product,amount,quantity,invoice_date,currency,due_date,taxes
Wave One,Other work,W2,,Sales,Consulting,2000.00000,1.00000,2025-01-03,USD,2025-01-25,Tax 8%
Wave One,,W1,,Sales,Support,80.00000,2.00000,2025-01-02,USD,2025-01-20,
Wave One,,W2,,Sales,Travel,20.000,1.00000,2025-01-03,USD,2025-01-25,`,
      ['W1', 'W2'],
      216_000 + 2000 + 16_000,
      0,
    ],
    FreshBooks: [
      `Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency
Fresh One,F1,2025-01-02,paid,2025-01-09,Design,Logo,100.00,2,0,200.00,HST,26.00,,,226.00,USD
Fresh One,F2,2025-01-03,sent,,Design,,50.00,1,10,45.00,,,,,45.00,USD`,
      ['F1', 'F2'],
      22_600 + 4500,
      22_600,
    ],
    QuickBooks: [
      `*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,Service Date
Q1,Quick One,01/02/2025,01/20/2025,,,Thanks,Work,Hours,3,40,120,
,,,,,,,Parts,,1,30,30,
Q2,Quick One,01/13/2025,01/31/2025,,,,Work,,1,10,10,`,
      ['Q1', 'Q2'],
      15_000 + 1000,
      0,
    ],
    'Invoice Ninja': [
      `Invoice Number,Client Name,Invoice Date,Invoice Due Date,Invoice Status,Invoice Amount,Invoice Balance,Item Product Key,Item Notes,Item Quantity,Item Cost,Item Tax Name1,Item Tax Rate1
N1,Ninja One,2025-01-02,2025-02-01,Sent,108.00,50.00,Work,Day,1,100,Tax,8
N2,Ninja One,2025-01-02,2025-02-01,Draft,10.00,0.00,Work,,1,10,,0`,
      ['N1', 'N2'],
      10_800 + 1000,
      5800,
    ],
    Square: [
      `Invoice Number,Invoice Title,Customer Name,Customer Email,Invoice Date,Due Date,Status,Requested Amount,Amount Paid,Last Payment Date
S1,Repair,Ann Lee,s1@example.com,1/2/2025,1/9/2025,Paid,"$1,250.00","$1,250.00",1/8/2025
S2,Repair,Ann Lee,s1@example.com,1/3/2025,1/9/2025,Unpaid,$5.00,$0.00,`,
      ['S1', 'S2'],
      125_000 + 500,
      125_000,
    ],
  }

describe('lists of invoices', () => {
  test.each(Object.keys(invoiceLists))('of %s, with what was paid', async (program) => {
    const [text, numbers, total_minor, paid_minor] = invoiceLists[program] ?? ['', [], 0, 0]
    const path = file('invoices.csv', text)
    const tried = (await w.json('invoice', 'import', path, '--dry-run')).json()
    expect(tried).toMatchObject({
      program,
      imported: 2,
      totals: [{ currency: 'USD', total_minor, paid_minor }],
    })
    expect((await w.json('invoice', 'show', numbers[0] ?? '')).code).toBe(3)
    const { dry_run, ...result } = (await w.json('invoice', 'import', path)).json()
    expect({ ...result, dry_run: true }).toEqual(tried)
    for (const number of numbers) {
      const shown = (await w.json('invoice', 'show', number)).json()
      expect(shown.issued_on).toMatch(/^2025-01-/)
    }
    expect((await w.json('outbox', 'list')).json().total).toBe(0)
    const again = await w.json('invoice', 'import', path)
    expect(again.code).toBe(2)
    expect(again.json().error.details[0].message).toContain('was given before')
  })

  test('leave books that agree with themselves', async () => {
    expect((await w.json('verify', '--all')).json()).toMatchObject({ ok: true, problems: [] })
    const { state, payments } = (await w.json('invoice', 'show', 'F1')).json()
    expect([state, payments]).toMatchObject(['paid', [{ amount_minor: 22_600 }]])
    const { events } = (await w.json('timeline', 'S1')).json()
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'imported',
      'payment_recorded',
    ])
  })

  test('as an input file with payments', async () => {
    const path = file(
      'list.yml',
      `
- number: J1
  customer: { name: Json Three, email: j3@example.com }
  issued_on: 2025-01-02
  items: [{ description: Work, quantity: 2, unit_price: 10.50 }]
  payments: [{ amount: 20, method: check, on: 2025-01-05, reference: "1042" }]`,
    )
    expect((await w.json('invoice', 'import', path)).json()).toMatchObject({
      imported: 1,
      payments: 1,
    })
    expect((await w.json('invoice', 'show', 'J1')).json()).toMatchObject({ balance_due_minor: 100 })
  })

  test('are refused whole: sums that differ, dates that are none, taxes without a rate', async () => {
    const path = file(
      'bad.csv',
      `number,customer,date,description,price,total,tax,status
B1,Ann,2025-01-02,Work,10,11,,
B2,Ann,2025-02-30,Work,ten,,VAT,
B3,Ann,2025-01-02,Work,1,,,asleep
B4,Ann,2025-01-02,Work,1,,,
B4,Bob,2025-01-02,Work,1,,,
,Cem,2025-01-02,Work,1,,,`,
    )
    const { code, json } = await w.json('invoice', 'import', path)
    expect(code).toBe(2)
    const fields = json().error.details.map(({ field }: { field: string }) => field)
    expect(fields.sort()).toEqual([
      'line 2, total',
      'line 3, date',
      'line 3, price',
      'line 3, tax',
      'line 4, status',
      'line 6, customer',
      'line 7, customer',
    ])
  })

  test('with commas before fractions are read so throughout', async () => {
    const path = file(
      'commas.csv',
      'Nummer;customer;date;description;quantity;price\nK1;Ann;02.01.2025;Work;1,5;1.234\n',
    )
    const { json } = await w.json('invoice', 'import', path, '--map', 'Nummer=number', '--dry-run')
    expect(json().totals).toMatchObject([{ total_minor: 185_100 }])
    const { json: refused } = await w.json('invoice', 'import', path)
    expect(refused().error.hint).toContain('--map "Nummer=number"')
  })
})

test.each([
  [
    'Square',
    'Token,Item Name,Variation Name,SKU,Description,Price\nX1,Paint,Large,PAINT-L,Wall paint,$65.00',
    'PAINT-L',
  ],
  [
    'QuickBooks',
    'Product/Service Name,Sales Description,SKU,Type,Sales Price / Rate,Taxable\nLabor hour,,,Service,65,no',
    'labor-hour',
  ],
  ['Invoice Ninja', 'Product Key,Notes,Cost\nTile,Floor tile,1.25', 'tile'],
  ['a list', 'Name,Description,Rate\nTravel,By car,0.7', 'travel'],
])('items of %s get a code', async (program, text, code) => {
  const path = file('items.csv', text)
  expect((await w.json('item', 'import', path)).json()).toMatchObject({ imported: 1, program })
  expect((await w.json('item', 'import', path)).json()).toMatchObject({ imported: 0, known: 1 })
  const { items } = (await w.json('item', 'list')).json()
  expect(items.map((item: { code: string }) => item.code)).toContain(code)
})
