import { afterEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { runJobs } from '../../src/jobs.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { copyDocument } from '../../src/usecases/copy-document.ts'
import { deleteDocument } from '../../src/usecases/delete-document.ts'
import { invoiceApproved } from '../../src/usecases/invoice-approved.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'

const number = 'EST-001'
const onApproval = { documents: { auto_invoice: 'on_approval' } }
const half = { deposit: { percent: '50' } }
let t: Deciding

afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const pay = (amount: string) => recordPayment(t.app, { number, amount, method: 'check' })

describe('an invoice that makes itself', () => {
  test('follows an approval on the page at once, as a draft', async () => {
    t = await openDeciding(onApproval)
    const outcome = await t.approve(await t.send())
    expect(outcome).toMatchObject({
      status: 'approved',
      document: { state: 'invoiced', invoice_number: 'INV-001' },
    })
    expect(await t.document('INV-001')).toMatchObject({ state: 'draft', estimate_number: number })
    expect((await t.events()).at(-1)).toMatchObject({ type: 'invoiced', actor: 'system' })
  })

  test('follows an approval that the owner noted', async () => {
    t = await openDeciding(onApproval)
    await t.send()
    expect((await approveEstimate(t.app, { number })).state).toBe('invoiced')
  })

  test('waits until the deposit is paid in full, and has it on it', async () => {
    t = await openDeciding(onApproval, half)
    await t.approve(await t.send())
    expect((await t.document()).state).toBe('approved')
    await pay('50')
    expect((await t.document()).state).toBe('approved')
    expect((await pay('4')).document.state).toBe('invoiced')
    const { ledger } = await t.document('INV-001')
    expect(ledger).toMatchObject([{ kind: 'transfer_in', amount_minor: 5_400 }])
  })

  test('is not made where it is switched off, nor for approvals from before it was on', async () => {
    t = await openDeciding()
    await t.approve(await t.send())
    expect((await t.document()).state).toBe('approved')
    t.app.config.documents.auto_invoice = 'on_approval'
    expect(await invoiceApproved(t.app)).toEqual({ invoiced: 0 })
    expect((await t.document()).state).toBe('approved')
  })

  test('waits while the owner writes a newer version, and comes when that is given up', async () => {
    t = await openDeciding(onApproval, half)
    await t.approve(await t.send())
    await reviseDocument(t.app, { number })
    await pay('54')
    expect((await t.document()).state).toBe('approved')
    await deleteDocument(t.app, { number })
    expect(await runJobs(t.app, ['invoices'])).toEqual({
      jobs: [{ name: 'invoices', ok: true, counts: { invoiced: 1 } }],
    })
    expect((await t.document()).state).toBe('invoiced')
    expect(await invoiceApproved(t.app)).toEqual({ invoiced: 0 })
  })

  test('never fails the approval or the payment: what went wrong is tried again', async () => {
    t = await openDeciding(onApproval, half)
    const { numbering } = t.app.config
    const pattern = numbering.invoice
    numbering.invoice = undefined as unknown as string
    await t.approve(await t.send())
    const { document, entry } = await pay('54')
    expect(document.state).toBe('approved')
    const { jobs } = await runJobs(t.app, ['invoices'])
    expect(jobs).toMatchObject([{ ok: false }])
    numbering.invoice = pattern
    expect(await invoiceApproved(t.app)).toEqual({ invoiced: 1 })
    await refundPayment(t.app, { payment: entry.id, amount: '54' })
    expect(await invoiceApproved(t.app)).toEqual({ invoiced: 0 })
  })

  test('that fails keeps no other from being made', async () => {
    t = await openDeciding(onApproval)
    const { numbering } = t.app.config
    const pattern = numbering.invoice
    numbering.invoice = undefined as unknown as string
    const { number: other } = await copyDocument(t.app, { number })
    for (const one of [number, other]) await t.approve(await t.send(one))
    numbering.invoice = pattern
    let isBroken = true
    const next: App['ids']['next'] = (kind) => {
      if (kind !== 'doc' || !isBroken) return t.app.ids.next(kind)
      isBroken = false
      throw new TypeError('a bug')
    }
    await expect(invoiceApproved({ ...t.app, ids: { next } })).rejects.toThrow('a bug')
    const states = async () => [(await t.document()).state, (await t.document(other)).state]
    expect(await states()).toEqual(['approved', 'invoiced'])
    expect(await invoiceApproved(t.app)).toEqual({ invoiced: 1 })
    expect(await states()).toEqual(['invoiced', 'invoiced'])
  })
})
