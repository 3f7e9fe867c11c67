import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  type DecideProblem,
  drawingFault,
  type NotDecidable,
} from '../../src/domain/decide-form.ts'
import { languages } from '../../src/domain/language.ts'
import { labelsFor } from '../../src/render/labels.ts'
import { approved, approveInput, consent, hash } from './decisions.ts'
import { estimate, line } from './documents.ts'
import { pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer()
const { approve, decline } = made.approvals

describe('the review page', () => {
  const html = approve(approveInput())
  const text = textOf(html)

  test.each([
    'Approve Estimate EST-001',
    'Prepared For: John Smith',
    'Carpentry labor 40 hrs $85.00 $3,400.00',
    'Tax (8%) $728.00 Total: $9,828.00 Deposit Required: $4,914.00 (50%)',
    'Valid Until: February 14, 2025',
    'Terms The price is fixed until the date above.',
    'Your full name',
    'Type my name',
    'Draw my signature',
    'A deposit of $4,914.00 is due. Nothing is charged on this page.',
    'Back to the Estimate Decline Ask a Question',
    '12 Market Street',
  ])('says "%s"', (words) => {
    expect(text).toContain(words)
  })

  test('shows the same items, sums and terms as the estimate itself', () => {
    const sheet = (page: string) =>
      /class="parties"[\s\S]*?class="passage terms"[\s\S]*?<\/section>/.exec(page)?.[0]
    expect(sheet(html)).toBe(sheet(pageOf(made, estimate())))
  })

  test('puts the terms before the consent, and the consent before name and signature', () => {
    const places = [
      'passage terms',
      'name="consent"',
      'name="signer_name"',
      'name="signature_kind"',
      '<canvas',
      '<button class="button">',
    ]
    const found = places.map((place) => html.indexOf(place))
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(found).not.toContain(-1)
  })

  test('gives the consent word for word, and does not tick it', () => {
    expect(text).toContain(consent.text)
    expect(html).toContain('<input id="consent" type="checkbox" name="consent" value="yes">')
  })

  test('names what it shows, and posts nowhere else', () => {
    expect(html).toContain('id="approve" method="post" action="/e/token/approve"')
    expect(html).toContain(`name="version" value="1-${hash('1')}"`)
    expect(html).toMatch(/<main [^>]*data-kind="estimate" data-number="EST-001" data-state="sent"/)
  })

  test('asks for a typed name first, and hides the drawing area until script shows it', () => {
    expect(html).toContain('name="signature_kind" value="typed" checked>')
    expect(html).toContain('name="signature_kind" value="drawn">')
    expect(html).toContain('<fieldset data-sign hidden>')
    expect(html).toContain('autocomplete="name"')
  })

  test('says who is told, and what will be mailed or can be downloaded', () => {
    expect(text).toContain('Acme Remodeling is told at once. We e-mail you a signed copy.')
    const { bill_to } = estimate().content
    const document = estimate({ content: { bill_to: { ...bill_to, email: '' }, deposit: null } })
    const other = textOf(approve(approveInput({ document })))
    expect(other).toContain('You can download a signed copy. Nothing is charged.')
  })

  test('needs nothing that the content security policy forbids, and tells previews nothing', () => {
    expect(html).not.toMatch(/<style|style=|\son\w+=|javascript:|data:|<script(?![^>]* src=)/i)
    expect(html).toContain('<meta property="og:title" content="Estimate from Acme Remodeling">')
  })

  test('escapes what was typed into the estimate and into the form', () => {
    const nasty = '"><script>alert(1)</script>'
    const document = estimate({ content: { items: [line(nasty, '1', '', '1')] } })
    const page = approve(approveInput({ document, form: { signer_name: nasty } }))
    expect(page).not.toContain('<script>')
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;')
  })
})

const drawingProblems = (['missing', 'empty', 'not_an_image', 'too_big'] as const).map(drawingFault)
const changed = { field: 'signature_kind', code: 'changed', message: '' } as const

describe('where only one way to sign is offered', () => {
  test('typing needs no choice, no drawing area and no script', () => {
    const html = approve(approveInput({ methods: ['typed'] }))
    expect(html).toContain('<input type="hidden" name="signature_kind" value="typed">')
    expect(html).not.toMatch(/<canvas|<fieldset|name="signature"|<script/)
    expect(textOf(html)).toContain('Your name, as you type it here, is your signature.')
  })

  test('drawing says what it needs', () => {
    const html = approve(approveInput({ methods: ['drawn'] }))
    expect(html).toContain('<input type="hidden" name="signature_kind" value="drawn">')
    expect(html).toContain('<canvas')
    expect(textOf(html)).toContain('The drawing area needs JavaScript.')
    expect(textOf(html)).not.toContain('Type my name')
  })

  test.each(Object.keys(languages))(
    'in %s speaks of the way that is on, and no other',
    (locale) => {
      const document = estimate({ content: { locale } })
      const page = (method: 'typed' | 'drawn', problems: DecideProblem[]) =>
        approve(approveInput({ document, methods: [method], problems })).replaceAll('&#39;', '’')
      const { approve: words, problems } = labelsFor(locale).approval
      const { only, canvas, waiting } = words.pad
      const drawing = page('drawn', drawingProblems)
      for (const said of [only.waiting, only.canvas, ...Object.values(problems.drawing)])
        expect(drawing).toContain(said)
      const { typed, drawn } = words
      for (const unsaid of [
        typed.label,
        typed.hint,
        canvas,
        waiting,
        ...Object.values(problems.signature),
      ])
        expect(drawing).not.toContain(unsaid)
      const typing = page('typed', [changed])
      expect(typing).toContain(problems.signature_kind.changed)
      for (const unsaid of [drawn.label, drawn.hint]) {
        expect(typing).not.toContain(unsaid)
      }
    },
  )
})

describe('a form that was refused', () => {
  const html = approve(
    approveInput({
      form: { signer_name: 'John "J" Smith', signature_kind: 'drawn', consent: 'yes' },
      problems: [
        { field: 'signer_name', code: 'missing', message: 'Enter your full name.' },
        {
          field: 'signature',
          code: 'empty',
          message: 'The drawing is empty. Draw your signature, or choose to type it.',
        },
        {
          field: 'consent',
          code: 'missing',
          message: 'Tick the box to agree to sign electronically.',
        },
      ],
    }),
  )

  test('lists the problems in the order of the page, each with where it stands', () => {
    expect(html).toMatch(/<div[^>]* id="errors" role="alert" tabindex="-1" autofocus>/)
    const list = [...html.matchAll(/<li><a href="#([\w-]+)">([^<]*)</g)]
    expect(list.map(([, id, text]) => [id, text])).toEqual([
      ['consent', 'Tick the box to agree to sign electronically.'],
      ['signer-name', 'Enter your full name.'],
      ['signature', 'The drawing is empty. Draw your signature, or choose to type it.'],
    ])
    for (const [, id] of list) expect(html.split(` id="${id}"`)).toHaveLength(2)
    expect(html).toContain('<title>Error: Approve Estimate EST-001 ·')
  })

  test('says at each field what is wrong, and keeps what was typed', () => {
    expect(html).toContain('<p class="problem" id="signer-name-problem">Enter your full name.</p>')
    expect(html).toMatch(
      /id="signer-name"[^>]* aria-describedby="[^"]*signer-name-problem" aria-invalid="true"/,
    )
    expect(html).toMatch(/id="consent"[^>]* aria-invalid="true" aria-describedby="consent-problem"/)
    expect(html).toContain('value="John &quot;J&quot; Smith"')
    expect(html).toContain('value="drawn" checked>')
  })

  test('asks for consent anew, and for a drawing anew', () => {
    expect(html).not.toMatch(/name="consent"[^>]* checked/)
    expect(html).toContain('<input type="hidden" name="signature" value="">')
  })

  test('tells in time that the box is to be ticked anew, whatever else was wrong or went wrong', () => {
    const form = { signer_name: '', consent: 'yes' }
    const problems = [{ field: 'signer_name' as const, code: 'missing' as const, message: '' }]
    const named = approve(approveInput({ form, problems }))
    expect([...named.matchAll(/<li><a href="#([\w-]+)"/g)].map(([, id]) => id)).toEqual([
      'consent',
      'signer-name',
    ])
    const unsaved = approve(approveInput({ form, unsaved: '7KQ2-M9XA' }))
    expect(unsaved).toContain('<p class="problem" id="consent-problem">Tick the box')
    expect(unsaved).not.toContain('id="errors"')
  })

  test('with a problem of its signature leads there, whatever is offered', () => {
    const problems = [{ field: 'signature' as const, code: 'empty' as const, message: 'Empty.' }]
    for (const methods of [['drawn'], ['typed'], ['typed', 'drawn']] as const)
      expect(approve(approveInput({ methods, problems }))).toMatch(/<\w+ [^>]*id="signature"/)
  })
})

test('an estimate that was changed meanwhile says so, and shows the new one with the name kept', () => {
  const document = estimate({ version: 2, published_at: '2025-01-20T15:00:00Z' })
  const form = { signer_name: 'John Smith', consent: 'yes' }
  const html = approve(approveInput({ document, changed: true, version: '2-new', form }))
  expect(textOf(html)).toContain(
    'This estimate has changed Acme Remodeling changed it while you had',
  )
  expect(textOf(html)).toContain('Updated on January 20, 2025')
  expect(html).toMatch(/id="changed" role="alert" tabindex="-1" autofocus/)
  expect(html).toContain('name="version" value="2-new"')
  expect(html).toContain('value="John Smith"')
  expect(html).not.toMatch(/name="consent"[^>]* checked|id="errors"/)
})

describe('an estimate that cannot be decided says why, with the next step and no form', () => {
  const declined = estimate({ state: 'declined', declined_at: '2025-01-18T15:00:00Z' })
  const invoiced = approved({ state: 'invoiced', invoice_number: 'INV-002' })
  const reasons: [NotDecidable, ReturnType<typeof estimate>, string][] = [
    [
      'approved',
      approved(),
      'already approved Approved by John Smith on January 18, 2025. Next, a deposit of $4,914.00 is due.',
    ],
    [
      'invoiced',
      invoiced,
      'already approved Approved by John Smith on January 18, 2025. This estimate became invoice INV-002.',
    ],
    [
      'declined',
      declined,
      'already declined Declined on January 18, 2025. Acme Remodeling was told. Changed your mind? Contact us.',
    ],
    [
      'expired',
      estimate(),
      'has expired This estimate was valid until February 14, 2025. It cannot be approved',
    ],
    [
      'void',
      estimate({ state: 'void' }),
      'was cancelled This estimate was cancelled by Acme Remodeling. Nothing is due.',
    ],
    ['draft', estimate({ state: 'draft' }), 'This estimate has not been sent yet'],
    [
      'view_only',
      estimate(),
      'This link is for viewing only To approve or decline, use the link in the message',
    ],
    ['preview', estimate(), 'This is your own preview Only your customer can approve or decline'],
  ]

  test.each(reasons)('%s', (closed, document, sentence) => {
    for (const html of [
      approve(approveInput({ closed, document, problems: [] })),
      decline({ ...approveInput({ closed, document }), form: {} }),
    ]) {
      const text = textOf(html)
      expect(text).toContain(sentence)
      expect(text).toContain('View Estimate Contact')
      expect(text).toContain('(555) 010-2030')
      expect(html).toContain(`data-closed="${closed}"`)
      expect(html).toContain('<a class="button" href="/e/token">')
      expect(html).not.toMatch(/<form|id="errors"|<canvas/)
    }
  })
})

test('a review page weighs at most 14 kB compressed with all it loads', () => {
  const html = approve(approveInput())
  const loaded = made.assets().filter(({ name }) => html.includes(name))
  const parts = [Buffer.from(html), ...loaded.map(({ bytes }) => bytes)]
  const bytes = parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0)
  expect(bytes).toBeLessThan(14_000)
})
