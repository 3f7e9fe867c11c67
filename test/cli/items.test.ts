import { beforeAll, expect, test } from 'vitest'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  await w.json('customer', 'create', '--name', 'John Smith')
  await w.json(...'item create labor --description Labor --price 65 --unit hrs'.split(' '))
  await w.json(...'item create permit --description Permit --price 120.50 --no-tax'.split(' '))
  await w.json(...'item create abroad --description Work --price 60 --currency EUR'.split(' '))
})

const create = (...items: string[]) =>
  w.json(
    ...['invoice', 'create', '--customer', 'John Smith', '--tax', 'Tax:8'],
    ...items.flatMap((item) => ['--item', item]),
  )

test('a code stands for a line, with a quantity, a price of its own, and without tax', async () => {
  const { items, total_minor } = (await create('@labor|40', '@PERMIT', '@labor|1|50')).json()
  expect(items).toMatchObject([
    { description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65', taxes: ['t1'] },
    { description: 'Permit', quantity: '1', unit: '', unit_price: '120.50', taxes: [] },
    { description: 'Labor', quantity: '1', unit_price: '50' },
  ])
  expect(total_minor).toBe(Math.round(265_000 * 1.08) + 12_050)
})

test('in a file a code stands beside whole lines', async () => {
  const file = `{ customer: John Smith, items: [{ code: labor, quantity: 2 }, { description: Nails, unit_price: 3 }] }`
  const { items } = (await w.feed(file, 'invoice', 'create', '--from', '-', '--json')).json()
  expect(items).toMatchObject([
    { description: 'Labor', unit_price: '65' },
    { description: 'Nails' },
  ])
})

test('an unknown code, and a price in another currency, are said with all the rest', async () => {
  const { code, json } = await create('@labour', '@abroad', 'x|y')
  expect(code).toBe(2)
  const { details } = json().error
  expect(details.map(({ field }: { field: string }) => field)).toEqual([
    'items[2]',
    'items[0]',
    'items[1]',
  ])
  expect(details[1].message).toContain('Did you mean labor?')
})

test('what begins with an @ can still be described', async () => {
  const { items } = (await create('\\@home service|1|10')).json()
  expect(items).toMatchObject([{ description: '@home service' }])
})

test('a new price is for new documents; archived items are left out of the list', async () => {
  const before = (await create('@permit')).json()
  await w.json('item', 'edit', 'permit', '--price', '130')
  expect((await create('@permit')).json().total_minor).toBe(13_000)
  expect((await w.json('invoice', 'show', before.number)).json().total_minor).toBe(12_050)
  await w.json('item', 'archive', 'permit')
  const codes = async (...args: string[]) =>
    (await w.json('item', 'list', ...args)).json().items.map(({ code }: { code: string }) => code)
  expect(await codes()).toEqual(['abroad', 'labor'])
  expect(await codes('--archived')).toEqual(['permit'])
  expect((await w.run('item', 'list', '--search', 'lab')).stdout).toContain('$65.00')
})

test('a code is taken once, in whatever case, and fits into a shell', async () => {
  const taken = await w.json('item', 'create', 'LABOR', '--description', 'x', '--price', '1')
  expect([taken.code, taken.json().error.code]).toEqual([1, 'conflict'])
  const wrong = await w.json('item', 'create', 'two words', '--price', 'much')
  expect(wrong.code).toBe(2)
  expect(wrong.json().error.details.map(({ field }: { field: string }) => field)).toEqual([
    'code',
    'description',
    'unit_price',
  ])
})
