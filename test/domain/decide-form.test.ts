import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consentFor } from '../../src/domain/consent.ts'
import {
  type ApproveForm,
  drawingFault,
  formVersion,
  notDecidable,
  readApproveForm,
  readDeclineForm,
} from '../../src/domain/decide-form.ts'
import { type StoredState, storedStates } from '../../src/domain/document.ts'
import { estimateEdges } from '../../src/domain/states.ts'
import { checkLine } from '../../src/domain/text.ts'
import { aDocument } from './fixtures.ts'

const form: ApproveForm = {
  version: '1-abc',
  signer_name: 'John Smith',
  signature_kind: 'typed',
  signature: '',
  consent: 'yes',
}
const both = { methods: ['typed', 'drawn'] } as const
const typedOnly = { methods: ['typed'] } as const

/** The fields that are refused, with why. */
function refusals(changes: Partial<ApproveForm>, offered: typeof both | typeof typedOnly = both) {
  const read = readApproveForm({ ...form, ...changes }, offered)
  return Array.isArray(read) ? read.map(({ field, code }) => `${field} ${code}`) : read
}

describe('the form to approve', () => {
  test('gives who signs and how', () => {
    expect(readApproveForm(form, both)).toEqual({ signer_name: 'John Smith', kind: 'typed' })
    const drawn = { ...form, signature_kind: 'drawn', signature: 'data:image/png;base64,AA==' }
    expect(readApproveForm(drawn, both)).toEqual({ signer_name: 'John Smith', kind: 'drawn' })
  })

  test.each([
    ['María José Ñandú-O’Brien'],
    ['  spaces around '],
    ['山田 太郎'],
    ['عبد الله'],
    ['J'],
    ['x'.repeat(200)],
    ['👩‍💻 with a joiner'],
  ])('takes the name %s', (signer_name) => {
    expect(refusals({ signer_name })).toEqual({ signer_name: signer_name.trim(), kind: 'typed' })
  })

  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['\u200b\u2060', 'missing'],
    ['\u3164 \u2800', 'missing'],
    ['4242 4242 4242 4242', 'a_card'],
    ['John 4242424242424242', 'a_card'],
    ['x'.repeat(201), 'too_long'],
    ['John\nSmith', 'unfit'],
    ['John\u0000Smith', 'unfit'],
    ['John\tSmith', 'unfit'],
    ['John \u202ehtimS', 'unfit'],
    ['John \ud83d', 'unfit'],
    ['http://portal.example/e/0123', 'a_link'],
  ])('refuses the name %j as %s', (signer_name, code) => {
    expect(refusals({ signer_name })).toEqual([`signer_name ${code}`])
  })

  test.each<[Partial<ApproveForm>, string]>([
    [{ signature_kind: '' }, 'signature_kind missing'],
    [{ signature_kind: 'stamped' }, 'signature_kind not_offered'],
    [{ signature_kind: 'paper' }, 'signature_kind not_offered'],
    [{ signature_kind: 'drawn' }, 'signature missing'],
    [{ consent: '' }, 'consent missing'],
    [{ consent: 'on' }, 'consent missing'],
    [{ consent: 'YES' }, 'consent missing'],
  ])('refuses %j', (changes, refusal) => {
    expect(refusals(changes)).toEqual([refusal])
  })

  test('refuses a way to sign that is switched off', () => {
    const drawn = { signature_kind: 'drawn', signature: 'data:image/png;base64,AA==' }
    expect(refusals(drawn, typedOnly)).toEqual(['signature_kind changed'])
  })

  test('tells all problems at once, in words', () => {
    const wrong = { signer_name: '', signature_kind: '', consent: '' }
    expect(refusals(wrong)).toEqual([
      'signer_name missing',
      'signature_kind missing',
      'consent missing',
    ])
    const problems = readApproveForm({ ...form, ...wrong }, both)
    expect(problems).toMatchObject([
      { message: 'Enter your full name.' },
      { message: 'Choose how to sign.' },
      { message: 'Tick the box to agree to sign electronically.' },
    ])
    expect(drawingFault('empty').message).toContain('Draw your signature')
  })

  test('whatever was typed, either is refused or is one clean line', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, (signer_name) => {
        const read = readApproveForm({ ...form, signer_name }, both)
        if (Array.isArray(read)) return
        expect(checkLine(read.signer_name)).toBeUndefined()
        expect(read.signer_name.trim()).not.toBe('')
      }),
    )
  })
})

describe('the form to decline', () => {
  const read = (reason: string) => readDeclineForm({ version: '', reason })

  test.each([
    ['', ''],
    ['  \n ', ''],
    ['Too dear', 'Too dear'],
    ['Take it from 4242-4242-4242-4242.', 'Take it from [card].'],
    ['One\r\ntwo\r\n', 'One\ntwo'],
    ['x'.repeat(1_000), 'x'.repeat(1_000)],
  ])('takes the reason %j', (reason, kept) => {
    expect(read(reason)).toEqual({ reason: kept })
  })

  test.each([
    ['x'.repeat(1_001), 'too_long'],
    ['bell \u0007', 'unfit'],
    ['nothing \u0000', 'unfit'],
  ])('refuses the reason %j', (reason, code) => {
    expect(read(reason)).toMatchObject([{ field: 'reason', code }])
  })
})

describe('an estimate', () => {
  const today = '2025-01-20'
  const estimate = (state: StoredState, valid_until_on: string | null = '2025-01-29') =>
    aDocument(
      { kind: 'estimate', number: 'EST-001', state },
      valid_until_on === null ? {} : { valid_until_on },
    )

  test.each(storedStates)(
    'that is %s can be decided exactly where its machine allows it',
    (state) => {
      const edge: readonly string[] = estimateEdges.approve.from
      expect(estimateEdges.decline.from).toEqual(edge)
      const closed = notDecidable(estimate(state), 'full', today)
      expect(closed === null).toBe(edge.includes(state))
      if (edge.includes(state)) return
      expect(closed).toBe(state === 'uncollectible' || state === 'issued' ? 'void' : state)
    },
  )

  test('can be decided to the end of its last day, by a link that may', () => {
    const closed = (...args: [Parameters<typeof notDecidable>[1], string]) =>
      notDecidable(estimate('sent'), ...args)
    expect(closed('full', '2025-01-29')).toBeNull()
    expect(closed('full', '2025-01-30')).toBe('expired')
    expect(closed('view', '2025-01-29')).toBe('view_only')
    expect(closed('preview', '2025-01-29')).toBe('preview')
    expect(closed('view', '2025-01-30')).toBe('expired')
    expect(notDecidable(estimate('approved'), 'view', '2025-02-20')).toBe('approved')
  })

  test('is named by its version and what that says', () => {
    const document = estimate('sent')
    expect(formVersion(document)).toBe(`1-${document.content_hash}`)
    expect(formVersion({ ...document, version: 2 })).not.toBe(formVersion(document))
  })
})

describe('the consent', () => {
  test('names the business and how to reach it', () => {
    const { version, text } = consentFor({
      name: 'Acme Remodeling',
      email: 'owner@acme.example',
      phone: '+1 555 0100',
    })
    expect(version).toBe('2026-11')
    expect(text).toBe(
      'By ticking this box and selecting Approve, I agree to sign this estimate electronically and to receive it and related records electronically. My electronic signature is as binding as one on paper. This consent covers this document only. I can ask for a free paper copy, or withdraw before signing, by contacting Acme Remodeling at owner@acme.example or +1 555 0100; then I sign on paper instead.',
    )
  })

  test('reads well where little is known of the business', () => {
    expect(consentFor({ name: 'Acme', email: '', phone: '555' }).text).toContain(
      'by contacting Acme at 555; then',
    )
    expect(consentFor({ name: '', email: '', phone: '' }).text).toContain(
      'by contacting the business; then',
    )
  })
})
