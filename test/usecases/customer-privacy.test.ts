import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { listShares } from '../../src/store/shares.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { eraseCustomer } from '../../src/usecases/erase-customer.ts'
import { exportCustomer } from '../../src/usecases/export-customer.ts'
import { exportCustomerZip } from '../../src/usecases/export-customer-zip.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showCustomer } from '../../src/usecases/show-customer.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'

let t: Deciding
let token: string
let invoice: string

/** John Smith has signed, was invoiced and has paid a part; Jane has a draft. */
beforeEach(async () => {
  t = await openDeciding()
  token = await t.send()
  await t.approve(token)
  await sealApproval(t.app, (await t.document()).id, 1)
  invoice = (await invoiceEstimate(t.app, { number: 'EST-001' })).number
  await sendDocuments(t.app, { numbers: [invoice], message: 'Dear John' })
  await recordPayment(t.app, { number: invoice, amount: '8.00', method: 'cash' })
  await deliverOutbox(t.app, {})
  await createCustomer(t.app, { name: 'Jane', email: 'jane@example.com' })
  await createDocuments(t.app, {
    drafts: [
      { kind: 'invoice', customer: 'Jane', items: [{ description: 'Hers', unit_price: '1' }] },
    ],
  })
})

afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

test('an export holds all that is known of one customer, and nothing of another', async () => {
  const whole = await exportCustomer(t.app, 'John Smith')
  expect(whole.customer).toMatchObject({ name: 'John Smith', email: 'john@example.com' })
  const count = (name: string) => (whole[name] as unknown[]).length
  expect(count('documents')).toBe(2)
  for (const name of [
    'versions',
    'ledger',
    'receipts',
    'shares',
    'approvals',
    'events',
    'outbox',
    'signed_copies',
  ]) {
    expect([name, count(name) > 0]).toEqual([name, true])
  }
  expect(JSON.stringify(whole)).not.toMatch(/Jane|Hers/)
})

test('a zip holds what a person can read: PDFs, mails, devices, why and for how long', async () => {
  const file = join(t.dir, 'john.zip')
  const { missing_pdfs } = await exportCustomerZip(t.app, { customer: 'John Smith', file })
  expect(missing_pdfs).toEqual([])
  const files = unzipSync(await readFile(file))
  const text = (name: string) => Buffer.from(files[name] ?? []).toString()
  expect(Object.keys(files)).toEqual([
    ...['read-me.txt', 'all.json', 'mails.csv', 'events.csv'],
    ...['EST-001', invoice, 'RCT-0001'].map((number) => `documents/${number}.pdf`),
  ])
  const [signed = ''] = await t.app.site.listSigned()
  expect(sha256(files['documents/EST-001.pdf'] ?? '')).toBe(signed)
  expect(text('read-me.txt')).toContain(
    `Invoice ${invoice} of January 15, 2025: until December 31, 2032`,
  )
  expect(text('mails.csv')).toContain(`invoice_sent,${invoice},john@example.com,,sent,Dear John`)
  expect(text('events.csv')).toMatch(/EST-001,approved,customer,/)
  expect(Object.keys(files).map(text).join('')).not.toMatch(/Jane|Hers/)
  await expect(exportCustomerZip(t.app, { customer: 'John Smith', file })).rejects.toMatchObject({
    code: 'conflict',
  })
}, 60_000)

test('tried, an erasure says what stays until when, and changes nothing', async () => {
  await recordPayment(t.app, { number: invoice, amount: '100.00', method: 'cash' })
  const before = await exportCustomer(t.app, 'John Smith')
  const { kept, keeping } = await eraseCustomer(t.app, { customer: 'John Smith', dry_run: true })
  expect(kept).toEqual(['EST-001', invoice])
  expect(keeping).toMatchObject({ years: 7, until: [{ on: '2032-12-31' }, { on: '2032-12-31' }] })
  expect(await exportCustomer(t.app, 'John Smith')).toEqual(before)
  expect((await openPage(t.app, { kind: 'estimate', token })).status).toBe('page')
})

test('nobody is erased while something is open', async () => {
  await expect(eraseCustomer(t.app, { customer: 'John Smith' })).rejects.toMatchObject({
    code: 'wrong_state',
    message: `John Smith has documents that are still open: ${invoice}.`,
  })
  await expect(eraseCustomer(t.app, { customer: 'Jane' })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})

test('erased, the books stay and everything else goes', async () => {
  await recordPayment(t.app, { number: invoice, amount: '100.00', method: 'cash' })
  const { id } = await showCustomer(t.app, 'John Smith')
  const { kept } = await eraseCustomer(t.app, { customer: id })
  expect(kept).toEqual(['EST-001', invoice])
  expect(await showCustomer(t.app, id)).toMatchObject({
    name: 'Erased customer',
    ...{ email: '', phone: '', address: [], reminders: false },
  })
  const document = await t.document(invoice)
  expect(document.content.bill_to).toMatchObject({ name: 'John Smith', email: 'john@example.com' })
  expect(document.ledger).toHaveLength(2)
  expect((await t.document()).approval).toMatchObject({ signer_name: 'John Smith' })
  const shares = await listShares(t.app.db.read, { customer_id: id, with_unsubscribes: true })
  expect(shares.every((one) => one.revoked_at !== null && one.viewed_at === null)).toBe(true)
  expect((await openPage(t.app, { kind: 'estimate', token })).status).toBe('revoked')
  const mails = (await listMessages(t.app.db.read)).filter(({ kind }) => kind !== 'owner_notice')
  expect(JSON.stringify(mails)).not.toMatch(/john@|Dear John/)
})
