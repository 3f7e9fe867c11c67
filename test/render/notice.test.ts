import { describe, expect, test } from 'vitest'
import type { NoticeKind } from '../../src/ports/renderer.ts'
import { acme, renderer, textOf } from './rendering.ts'

const made = await renderer()

const notices: [NoticeKind, string][] = [
  ['unknown', 'This link does not work It may be incomplete or replaced.'],
  ['revoked', 'This link does not work any more'],
  ['expired_link', 'This link has expired'],
  ['too_many', 'Too many attempts'],
  ['error', 'Something went wrong on our side This page could not be shown. No money was moved.'],
  ['unavailable', 'This page is not available right now'],
]

describe('a notice', () => {
  test.each(notices)('%s says what happened and how to reach the business', (kind, words) => {
    const html = made.notice({ kind, reference: '' })
    const text = textOf(html)
    expect(text).toContain(words)
    expect(text).toContain('office@acme.example')
    expect(html.match(/class="button"/g)).toHaveLength(1)
    expect(html).not.toMatch(/<script|style=|<form/)
  })

  test('gives the reference code to quote', () => {
    const html = made.notice({ kind: 'error', reference: '7KQ2-M9XA' })
    expect(textOf(html)).toContain('Reference code: 7KQ2-M9XA')
    expect(html).toContain('reference%207KQ2-M9XA')
  })

  test('offers no link by mail where there is no address', async () => {
    const shy = await renderer({ business: { ...acme().business, email: '' } })
    expect(shy.notice({ kind: 'unknown', reference: '' })).not.toContain('class="button"')
  })
})
