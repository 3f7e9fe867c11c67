import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyDocument } from '../../src/usecases/copy-document.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { deleteDocument } from '../../src/usecases/delete-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { listDocuments } from '../../src/usecases/list-documents.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp

beforeEach(async () => {
  t = await openTestApp()
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
})
afterEach(() => t.close())

const kitchen = {
  kind: 'invoice' as const,
  customer: 'john@example.com',
  taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
  items: [
    { description: 'Kitchen remodel', quantity: '1', unit_price: '5000' },
    { description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65' },
    { description: 'Materials', quantity: '1', unit_price: '1500' },
  ],
}

test('an invoice is entered with the next number, its totals and a due date from the defaults', async () => {
  const [invoice] = await createDocuments(t.app, { drafts: [kitchen] })
  expect(invoice).toMatchObject({
    number: 'INV-001',
    state: 'draft',
    totals: { subtotal_minor: 910000, tax_minor: 72800, total_minor: 982800 },
    content: { issued_on: '2025-01-15', due_on: '2025-01-30', bill_to: { name: 'John Smith' } },
  })
})

test('a list is entered whole or not at all, and names every problem by its place', async () => {
  const bad = { ...kitchen, items: [{ description: 'x', quantity: '1,5', unit_price: '9.999.9' }] }
  const entering = createDocuments(t.app, { drafts: [kitchen, bad, bad], list: true })
  await expect(entering).rejects.toMatchObject({
    code: 'invalid_input',
    details: [
      { field: '[1].items[0].quantity' },
      { field: '[1].items[0].unit_price' },
      { field: '[2].items[0].quantity' },
      { field: '[2].items[0].unit_price' },
    ],
  })
  expect(await listDocuments(t.app, { limit: 10, offset: 0, sort: 'number' })).toMatchObject({
    total: 0,
  })
})

test('a number of one’s own is kept, is unique over all kinds, and is skipped by the sequence', async () => {
  await createDocuments(t.app, { drafts: [{ ...kitchen, number: 'INV-002' }] })
  const [first] = await createDocuments(t.app, { drafts: [kitchen] })
  const [next] = await createDocuments(t.app, { drafts: [kitchen] })
  expect([first?.number, next?.number]).toEqual(['INV-001', 'INV-003'])
  const twice = createDocuments(t.app, {
    drafts: [{ ...kitchen, kind: 'estimate', number: 'INV-002' }],
  })
  await expect(twice).rejects.toMatchObject({ details: [{ field: 'number' }] })
})

test('a deleted draft leaves its number taken', async () => {
  await createDocuments(t.app, { drafts: [kitchen] })
  await deleteDocument(t.app, { number: 'INV-001' })
  const [next] = await createDocuments(t.app, { drafts: [kitchen] })
  expect(next?.number).toBe('INV-002')
})

test('a draft is edited in place and keeps what was not named', async () => {
  await createDocuments(t.app, { drafts: [kitchen] })
  const edited = await editDocument(t.app, {
    number: 'INV-001',
    changes: { due_on: '2025-02-15', discount: { fixed: '25' } },
  })
  expect(edited).toMatchObject({
    version: 1,
    content: { due_on: '2025-02-15', items: [{ description: 'Kitchen remodel' }, {}, {}] },
    totals: { discount_minor: 2500, total_minor: 980100 },
  })
})

test('a copy is a new draft dated today', async () => {
  await createDocuments(t.app, { drafts: [{ ...kitchen, issued_on: '2024-03-01' }] })
  const copy = await copyDocument(t.app, { number: 'INV-001' })
  expect(copy).toMatchObject({
    number: 'INV-002',
    state: 'draft',
    content: { issued_on: '2025-01-15', due_on: '2025-01-30' },
    totals: { total_minor: 982800 },
  })
})

test('an unknown customer is refused by name, with the command that enters one', async () => {
  const entering = createDocuments(t.app, { drafts: [{ ...kitchen, customer: 'jon@example.com' }] })
  await expect(entering).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ field: 'customer', message: expect.stringContaining('jon@example.com') }],
  })
})

test('customers given as a mapping are entered once', async () => {
  const customer = { name: 'Maria Garcia', email: 'maria@example.com' }
  const [a, b] = await createDocuments(t.app, {
    drafts: [
      { ...kitchen, customer },
      { ...kitchen, customer },
    ],
  })
  expect(a?.customer_id).toBe(b?.customer_id)
})

test('every step stands in the timeline, and the whole verifies', async () => {
  await createDocuments(t.app, { drafts: [kitchen] })
  await editDocument(t.app, { number: 'INV-001', changes: { notes: 'Thank you' } })
  const { events } = await showTimeline(t.app, 'INV-001')
  expect(events.map(({ type }) => type)).toEqual(['created', 'edited'])
  expect(await verifyWorkspace(t.app, { number: 'INV-001' })).toMatchObject({ ok: true })
})
