import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { declineEstimate } from '../../src/usecases/decline-estimate.ts'
import { deleteDocument } from '../../src/usecases/delete-document.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeEach(async () => {
  t = await openPaying()
  await createDocuments(t.app, {
    drafts: [
      {
        kind: 'estimate',
        customer: 'John Smith',
        taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
        items: [{ description: 'Work', unit_price: '100', taxes: ['T'] }],
        deposit: { percent: '50' },
      },
    ],
  })
  await shareDocument(t.app, { number: 'EST-001' })
})

afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const number = 'EST-001'
const balanceOf = async (which: string) => {
  const { ledger } = await t.document(which)
  return ledger.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

describe('a deposit', () => {
  test('moves into the invoice when that is made; nothing more is recorded on the estimate', async () => {
    await approveEstimate(t.app, { number, name: 'John' })
    await recordPayment(t.app, { number, amount: '54', method: 'check' })
    const invoice = await invoiceEstimate(t.app, { number })
    expect([await balanceOf(number), await balanceOf(invoice.number)]).toEqual([0, 5400])
    expect(invoice).toMatchObject({ estimate_number: number, state: 'draft' })
    await expect(recordPayment(t.app, { number, amount: '1', method: 'cash' })).rejects.toThrow(
      'no payment is recorded on it',
    )
  })

  test('comes back out when it is refunded: a draft is asked for all the same', async () => {
    await approveEstimate(t.app, { number })
    const { entry } = await recordPayment(t.app, { number, amount: '54', method: 'check' })
    const invoice = await invoiceEstimate(t.app, { number })
    await refundPayment(t.app, { payment: entry.id, amount: '4' })
    expect(await balanceOf(invoice.number)).toBe(5000)
    expect((await t.document(invoice.number)).rested_at).toBeNull()
    await shareDocument(t.app, { number: invoice.number })
    await refundPayment(t.app, { payment: entry.id, amount: '5' })
    expect(await balanceOf(invoice.number)).toBe(4500)
    expect((await t.document(invoice.number)).rested_at).not.toBeNull()
  })
})

describe('the invoice of an estimate', () => {
  test('says what was approved, taxes too, whatever became of the customer', async () => {
    await approveEstimate(t.app, { number })
    await editCustomer(t.app, { customer: 'John Smith', changes: { tax_exempt: true } })
    const { totals, content } = await invoiceEstimate(t.app, { number })
    expect(totals.total_minor).toBe(10_800)
    expect(content.deposit).toBeNull()
  })

  test('is made once, and is not deleted', async () => {
    await approveEstimate(t.app, { number })
    const invoice = await invoiceEstimate(t.app, { number })
    await expect(invoiceEstimate(t.app, { number })).rejects.toThrow('cannot be invoiced')
    await expect(deleteDocument(t.app, { number: invoice.number })).rejects.toThrow(
      'the invoice of EST-001',
    )
  })
})

describe('the owner’s note of an answer', () => {
  test('is refused for a draft, a second time, and with a day in the future', async () => {
    await expect(approveEstimate(t.app, { number, on: '2999-01-01' })).rejects.toMatchObject({
      details: [{ field: 'on', message: expect.stringContaining('must not lie in the future') }],
    })
    await approveEstimate(t.app, { number })
    await expect(approveEstimate(t.app, { number })).rejects.toMatchObject({ code: 'wrong_state' })
    await expect(declineEstimate(t.app, { number })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('keeps the reason of a no', async () => {
    await expect(declineEstimate(t.app, { number, reason: 'x'.repeat(1001) })).rejects.toThrow(
      'reason',
    )
    const declined = await declineEstimate(t.app, { number, reason: 'Too dear' })
    expect(declined).toMatchObject({ state: 'declined', decline_reason: 'Too dear' })
  })
})
