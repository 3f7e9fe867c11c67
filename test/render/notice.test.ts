import { describe, expect, test } from 'vitest'
import type { NoticeKind } from '../../src/ports/renderer.ts'
import { acme, renderer, textOf } from './rendering.ts'

const made = await renderer()

const notices: [NoticeKind, string][] = [
  ['unknown', 'This link does not work It may be incomplete or replaced.'],
  ['revoked', 'This link does not work It may be incomplete or replaced.'],
  ['expired_link', 'This link has expired'],
  ['renewed', 'If this link was ever valid and its document still stands, we have sent a new one'],
  ['too_many', 'Too many attempts'],
  ['error', 'Something went wrong on our side This page could not be shown. No money was moved.'],
  ['unavailable', 'This page is not available right now'],
  ['resting', 'This cannot be done right now Your document can still be read'],
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

  test('of a link that is over offers to mail a new one, where that can be', () => {
    for (const kind of ['revoked', 'expired_link'] as const) {
      const html = made.notice({ kind, reference: '', renew_path: '/e/token/renew' })
      expect(html).toContain('<form id="renew" method="post" action="/e/token/renew">')
      expect(html).toContain('<button class="button">Send Me a New Link</button>')
      expect(html.match(/class="button"/g)).toHaveLength(1)
      expect(textOf(html)).toContain('sent to the address that we have on file. Send Me')
      expect(html).toContain('>Contact</a>')
    }
  })

  test('of a link that was replaced says when the newer version was sent', () => {
    const replaced_on = '2025-01-20'
    const html = made.notice({ kind: 'revoked', reference: '', renew_path: null, replaced_on })
    const text = textOf(html)
    expect(text).toContain('This link was replaced A newer version was sent on January 20, 2025.')
    expect(text).toContain('Open the link in the newest message')
    expect(html).not.toContain('<form')
  })

  test('of a link that does not work asks for a new one by mail where none can be sent', () => {
    const html = made.notice({ kind: 'unknown', reference: '' })
    expect(html).toMatch(/class="button" href="mailto:[^"]*new%20link">Send Me a New Link</)
  })

  test('leads back to where a history was asked for, and mentions the way back after a renewal', () => {
    const back_path = '/i/token?lang=en'
    const asked = made.notice({ kind: 'history_sent', reference: '', back_path })
    expect(asked).toContain('<a class="button" href="/i/token?lang=en">Go Back</a>')
    expect(asked).toMatch(/<li><a href="mailto:[^"]*">Contact</)
    const renewed = made.notice({ kind: 'renewed', reference: '', back_path })
    expect(renewed).toMatch(/class="button" href="mailto:[^"]*">Contact</)
    expect(renewed).toContain('<li><a href="/i/token?lang=en">Go Back</a></li>')
  })

  test('offers no link by mail where there is no address', async () => {
    const shy = await renderer({ business: { ...acme().business, email: '' } })
    expect(shy.notice({ kind: 'unknown', reference: '' })).not.toContain('class="button"')
  })
})
