import { describe, expect, it } from 'vitest'
import { blotUrls } from '../../src/domain/blot-urls.ts'
import { depositToMove } from '../../src/domain/deposit.ts'
import { receiptFacts } from '../../src/domain/receipt.ts'
import { refundableMinor, refundedMinor } from '../../src/domain/refundable.ts'
import { isReturnKey, returnKey } from '../../src/domain/return-key.ts'
import { aDocument, entry } from './fixtures.ts'

const first = entry('payment', 4_000, { id: 'pay_1', reference: '1042' })
const second = entry('payment', 6_000, {
  id: 'pay_2',
  provider: 'stripe',
  provider_payment_id: 'pi_2',
})
const back = (amount: number, id: string, reference = 'pay_2') =>
  entry('refund', -amount, { id, reference, provider_payment_id: id })

describe('a receipt says', () => {
  it('what was paid, how, and what was left then', () => {
    const document = aDocument({ ledger: [first, second] })
    const receipt = { number: 'RCT-0001', ledger_id: 'pay_1' }
    expect(receiptFacts(document, receipt)).toMatchObject({
      number: 'RCT-0001',
      amount_minor: 4_000,
      method: 'check',
      reference: '1042',
      left_minor: 6_000,
      balance_due_minor: 0,
      refunds: [],
    })
    expect(receiptFacts(document, { number: 'RCT-0002', ledger_id: 'pay_2' })).toMatchObject({
      reference: 'pi_2',
      left_minor: 0,
    })
  })

  it('what was given back of it', () => {
    const ledger = [first, second, back(500, 're_1'), back(1_000, 're_2', 'pay_1')]
    const facts = receiptFacts(aDocument({ ledger }), { number: 'R', ledger_id: 'pay_2' })
    expect(facts).toMatchObject({
      refunds: [{ amount_minor: 500 }],
      refunded_minor: 500,
      left_minor: 0,
      balance_due_minor: 1_500,
    })
  })

  it('of a deposit, what of the deposit was left', () => {
    const draft = { deposit: { percent: '50' } }
    const estimate = aDocument({ kind: 'estimate', state: 'approved', ledger: [first] }, draft)
    expect(receiptFacts(estimate, { number: 'R', ledger_id: 'pay_1' })?.left_minor).toBe(1_000)
  })

  it('nothing of what is not there', () => {
    expect(receiptFacts(aDocument(), { number: 'R', ledger_id: 'pay_9' })).toBeUndefined()
  })
})

describe('of a payment can be given back', () => {
  const asked = { ledger_id: 'pay_2', amount_minor: 700 }
  it('what was not given back yet, is not on its way, and is in no dispute', () => {
    const ledger = [first, second, back(500, 're_1')]
    expect(refundableMinor(ledger, second, [])).toBe(5_500)
    expect(refundableMinor(ledger, second, [{ ...asked, state: 'pending' }])).toBe(4_800)
    expect(refundableMinor(ledger, second, [{ ...asked, state: 'failed' }])).toBe(5_500)
    const dispute = entry('dispute', -6_000, { reference: 'pay_2' })
    expect(refundableMinor([...ledger, dispute], second, [])).toBe(0)
    const won = entry('dispute_won', 6_000, { reference: 'pay_2' })
    expect(refundableMinor([...ledger, dispute, won], second, [])).toBe(5_500)
  })

  it('again what came back', () => {
    const failed = entry('refund_failed', 500, { reference: 'pay_2', provider_payment_id: 're_1' })
    const ledger = [second, back(500, 're_1'), failed]
    expect(refundedMinor(ledger, second)).toBe(0)
    expect(refundableMinor(ledger, second, [])).toBe(6_000)
  })
})

describe('a deposit', () => {
  const estimate = (ledger = [first], disputing_minor = 0) =>
    aDocument({ kind: 'estimate', state: 'invoiced', ledger, disputing_minor })

  it('moves to the invoice, once', () => {
    expect(depositToMove(estimate())).toBe(4_000)
    expect(depositToMove(estimate([first, entry('transfer_out', -4_000)]))).toBe(0)
    expect(depositToMove({ ...estimate(), state: 'approved' })).toBe(0)
  })

  it('comes back when it was given back, or lost, but not while it is disputed', () => {
    const moved = [first, entry('transfer_out', -4_000)]
    expect(depositToMove(estimate([...moved, back(1_000, 're_1', 'pay_1')]))).toBe(-1_000)
    const dispute = entry('dispute', -4_000, { reference: 'pay_1' })
    expect(depositToMove(estimate([...moved, dispute], 4_000))).toBe(0)
    expect(depositToMove(estimate([...moved, dispute]))).toBe(-4_000)
  })
})

describe('a return key', () => {
  const key = Buffer.alloc(32, 7)
  it('is of one checkout and one workspace', () => {
    const k = returnKey(key, 'co_1')
    expect(k).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/)
    expect(isReturnKey(key, 'co_1', k)).toBe(true)
    expect(isReturnKey(key, 'co_2', k)).toBe(false)
    expect(isReturnKey(Buffer.alloc(32, 8), 'co_1', k)).toBe(false)
    expect(isReturnKey(key, 'co_1', '')).toBe(false)
    expect(isReturnKey(key, 'co_1', `${k}é`)).toBe(false)
  })
})

describe('our own URLs', () => {
  it.each([
    ['"u":"https://pay.example/i/secret"', '"u":"https://pay.example…"'],
    ['"u":"https:\\/\\/pay.example\\/go\\/co_1?k=s&canceled=1"', '"u":"https://pay.example…"'],
    ['next=https%3A%2F%2Fpay.example%2Fi%2Fs', 'next=https://pay.example…'],
    ['HTTPS://PAY.EXAMPLE/i/secret x', 'https://pay.example… x'],
    ['https://other.example/i/secret', 'https://other.example/i/secret'],
    ['https://payxexample/i/secret', 'https://payxexample/i/secret'],
  ])('are blotted out in %s', (text, expected) => {
    expect(blotUrls(text, 'https://pay.example')).toBe(expected)
  })
})
