import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareKinds } from '../../src/domain/share.ts'
import { forgiveToken, hashToken, tokenFor } from '../../src/domain/token.ts'

const key = Buffer.alloc(32, 7)
const shape = /^[0-9a-hjkmnp-tv-z]{32}$/

describe('a token', () => {
  it('is 32 characters of Crockford base32, the same each time', () => {
    const token = tokenFor(key, 'invoice', 'sh_1', 0)
    expect(token).toMatch(shape)
    expect(tokenFor(key, 'invoice', 'sh_1', 0)).toBe(token)
  })

  it('differs by key, kind, share and rotation', () => {
    const tokens = [
      ...shareKinds.map((kind) => tokenFor(key, kind, 'sh_1', 0)),
      tokenFor(key, 'invoice', 'sh_2', 0),
      tokenFor(key, 'invoice', 'sh_1', 1),
      tokenFor(key, 'invoice', 'sh_11', 0),
      tokenFor(Buffer.alloc(32, 8), 'invoice', 'sh_1', 0),
    ]
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  it('is kept as its SHA-256', () => {
    expect(hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})

describe('a forgiven token', () => {
  const tokens = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((id) => tokenFor(key, 'invoice', id, 0))

  it('is the one meant, in capitals, mistyped or with punctuation behind it', () => {
    const tails = fc.constantFrom(
      '',
      ...['.', ',', ')', '>', '."', '!\n', '…', ' ', '。', '」', '،', '\u200b'],
    )
    fc.assert(
      fc.property(tokens, tails, fc.boolean(), (token, tail, upper) => {
        const mistyped = token.replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'I')
        const raw = upper ? mistyped.toUpperCase() : mistyped
        expect(forgiveToken(raw + tail)).toBe(token)
      }),
    )
  })

  it('is the one meant where its line was broken', () => {
    const token = tokenFor(key, 'invoice', 'sh_1', 0)
    expect(forgiveToken(`${token.slice(0, 20)}\r\n ${token.slice(20)}`)).toBe(token)
  })

  it.each([
    '',
    'short',
    'u'.repeat(32),
    '0'.repeat(31),
    '0'.repeat(33),
    `${'0'.repeat(31)}é`,
    `${'0'.repeat(31)}\u212a`,
    `${'0'.repeat(32)}/pdf`,
    `${'0'.repeat(32)}%00`,
    `.${'0'.repeat(32)}`,
    `${'0'.repeat(32)}${'.'.repeat(9)}`,
    'x'.repeat(100_000),
  ])('is none: %.40j', (raw) => expect(forgiveToken(raw)).toBeUndefined())
})
