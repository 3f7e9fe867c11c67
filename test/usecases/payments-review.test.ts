import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { balance } from '../../src/domain/balance.ts'
import { PortalError } from '../../src/domain/errors.ts'
import type { Charge } from '../../src/domain/provider-state.ts'
import { findCheckout } from '../../src/store/checkouts.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying
let token: string
let id: string

beforeEach(async () => {
  t = await openPaying()
  token = (await t.send()).token
  id = await t.start(token)
})
afterEach(async () => {
  await reconcile(t.app)
  expect((await reconcile(t.app)).items).toEqual([])
  expect(await t.problems()).toEqual([])
  await t.close()
})

const review = async () => (await findCheckout(t.app.db.read, id))?.review
const charged = (changes: Partial<Charge>) => {
  t.stripe.pay(id)
  Object.assign(t.stripe.session(id).charges[0] ?? {}, changes)
}

describe('what does not fit is not booked, and the owner is told', () => {
  test.each<[string, Partial<Charge>, string]>([
    ['another amount', { amount_minor: 9_999 }, '99.99 USD was paid'],
    ['another currency', { currency: 'EUR' }, '100.00 EUR was paid'],
  ])('%s', async (_, changes, says) => {
    charged(changes)
    expect(await t.comeBack(id)).toBe('needs_review')
    expect((await t.document()).ledger).toEqual([])
    expect(await review()).toContain(says)
    expect(await t.mails()).toEqual(['needs_review'])
    await t.comeBack(id)
    await reconcile(t.app)
    expect(await t.mails()).toEqual(['needs_review'])
  })

  test.each(['reference', 'account', 'live'] as const)('another %s', async (field) => {
    t.stripe.pay(id)
    const original = t.stripe.fetchCheckout
    t.stripe.fetchCheckout = async (...asked) => {
      const truth = await original(...asked)
      return { ...truth, [field]: field === 'live' ? true : 'another' }
    }
    expect(await t.comeBack(id)).toBe('needs_review')
    expect((await t.document()).ledger).toEqual([])
    expect((await reconcile(t.app)).needs_review).toBe(1)
  })

  test('until it is given back in the provider’s dashboard', async () => {
    charged({ amount_minor: 9_999 })
    await t.comeBack(id)
    t.stripe.giveBack(id, 9_999)
    await reconcile(t.app)
    expect(await review()).toBe('')
    expect((await t.document()).ledger).toEqual([])
  })
})

describe('a payment that comes late is booked all the same', () => {
  test('after the page had ended', async () => {
    await t.start(token, { method: 'stripe_ach' })
    expect(await findCheckout(t.app.db.read, id)).toMatchObject({ state: 'expired' })
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('paid')
    expect((await t.document()).ledger).toHaveLength(1)
  })

  test('after the invoice was cancelled: it is to be given back', async () => {
    await decideDocument(t.app, { number: 'INV-001', decision: 'void' })
    expect(await t.comeBack(id)).toBe('void')
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('needs_review')
    const [payment] = (await t.document()).ledger
    expect(await review()).toBe('It was paid after it was cancelled.')
    await refundPayment(t.app, { payment: payment?.id ?? '' })
    await reconcile(t.app)
    expect(await review()).toBe('')
    expect(t.stripe.balance()).toBe(0)
  })

  test('but what a dispute took back before it was cancelled did not come late', async () => {
    t.stripe.pay(id)
    await t.comeBack(id)
    t.stripe.dispute(id, 'lost')
    await reconcile(t.app)
    await decideDocument(t.app, { number: 'INV-001', decision: 'void' })
    await reconcile(t.app)
    expect(await review()).toBe('')
  })

  test('twice on one page: both are there, and one is too much', async () => {
    t.stripe.pay(id)
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('needs_review')
    expect((await t.document()).ledger).toHaveLength(2)
    expect((await t.document()).receipts).toHaveLength(2)
    expect(await review()).toContain('paid 2 times')
  })

  test('after it was paid in cash: overpaid, and the owner is told as they write numbers', async () => {
    t.app.config.business.locale = 'en-GB'
    t.stripe.pay(id)
    t.stripe.failNext('expire', 'before')
    await recordPayment(t.app, { number: 'INV-001', amount: '100', method: 'cash' })
    expect(await t.comeBack(id)).toBe('paid')
    expect(balance(await t.document()).balance_due_minor).toBe(-10_000)
    expect((await t.mails()).slice(-2)).toEqual(['paid', 'needs_review'])
    const told = (await listMessages(t.app.db.read)).at(-1)?.data.reason
    expect(told).toBe('US$100.00 more than was due was paid.')
  })
})

describe('before a document changes, whoever is paying is settled', () => {
  test('the page is closed, and tells on return that things changed', async () => {
    await editDocument(t.app, { number: 'INV-001', changes: { notes: 'New terms' } })
    expect(t.stripe.session(id).state).toBe('expired')
    expect(await t.comeBack(id)).toBe('changed')
  })

  test('what was paid there is booked, and the change is refused', async () => {
    t.stripe.pay(id)
    const editing = editDocument(t.app, { number: 'INV-001', changes: { notes: 'New terms' } })
    await expect(editing).rejects.toMatchObject({ code: 'wrong_state' })
    const voiding = decideDocument(t.app, { number: 'INV-001', decision: 'void' })
    await expect(voiding).rejects.toMatchObject({ code: 'wrong_state' })
    expect((await t.document()).ledger).toHaveLength(1)
  })

  test('nothing changes while the provider does not answer', async () => {
    t.stripe.failNext('expire', 'before')
    const voiding = decideDocument(t.app, { number: 'INV-001', decision: 'void' })
    await expect(voiding).rejects.toMatchObject({ code: 'provider_error' })
    expect(await t.document()).toMatchObject({ state: 'sent' })
  })

  test('a credit note makes a page that asks for too much close', async () => {
    await creditInvoice(t.app, { number: 'INV-001' })
    await shareDocument(t.app, { number: 'CN-001' })
    expect(t.stripe.session(id).state).toBe('expired')
    expect(await t.comeBack(id)).toBe('already_paid')
  })

  test('cash makes a page that asks for too much close', async () => {
    await recordPayment(t.app, { number: 'INV-001', amount: '60', method: 'cash' })
    expect(t.stripe.session(id).state).toBe('expired')
    expect(await t.comeBack(id)).toBe('changed')
  })

  test('cash is booked, though nothing more can be written after it', async () => {
    let writes = 0
    const write: App['db']['write'] = (work) => {
      if (writes++ > 0) throw new PortalError('busy', 'The database is locked.', '')
      return t.app.db.write(work)
    }
    const app = { ...t.app, db: { ...t.app.db, write } }
    await recordPayment(app, { number: 'INV-001', amount: '60', method: 'cash' })
    expect((await t.document()).ledger).toHaveLength(1)
    expect(t.stripe.session(id).state).toBe('open')
    await refreshStalePages(t.app)
  })
})
