import { describe, expect, it } from 'vitest'
import {
  checkBlock,
  checkLine,
  cleanBlock,
  isBlank,
  isEmailAddress,
  nearest,
} from '../../src/domain/text.ts'

describe('a line of text', () => {
  it.each(['John Smith', 'José Ñandú', '株式会社', 'مؤسسة', '👩‍🔧 & Sons', 'a\u200db', ''])(
    'may be %j',
    (text) => expect(checkLine(text)).toBeUndefined(),
  )

  it.each(['a\nb', 'a\tb', 'a\rb'])('is one line: %j', (text) =>
    expect(checkLine(text)).toBe('must be one line without tabs'),
  )

  it.each([
    '\0',
    'a\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ud800',
    'x\udc00',
  ])('must not hold %j', (text) =>
    expect(checkLine(text)).toBe('must not contain control characters'),
  )

  it('has an end', () => {
    expect(checkLine('x'.repeat(201))).toBe('must have at most 200 characters')
    expect(checkLine('x'.repeat(41), 40)).toBe('must have at most 40 characters')
  })
})

describe('a block of text', () => {
  it.each(['one\ntwo', 'a\tb', 'from a\r\nform', 'café\n\n☕', ''])('may be %j', (text) =>
    expect(checkBlock(text)).toBeUndefined(),
  )

  it.each(['\0', 'a\rb', 'a\r', '\r\r\n', '\u000b', '\u001b[2J', '\u009b', '\ud83d'])(
    'must not hold %j',
    (text) => expect(checkBlock(text)).toBe('must not contain control characters'),
  )

  it('is kept with plain new lines', () => {
    expect(cleanBlock('one\r\ntwo\nthree')).toBe('one\ntwo\nthree')
  })
})

describe('blank text', () => {
  it('has nothing to see', () => {
    expect(
      ['', ' ', '\u00a0\t\n', '\u200b', '\ufeff', '\u202e\u2066', '\u3164\u2800'].every(isBlank),
    ).toBe(true)
    expect(['.', 'ا', '👍'].some(isBlank)).toBe(false)
  })
})

describe('an e-mail address', () => {
  it.each([
    'john.smith@example.com',
    'a+b@sub.example.co.uk',
    'o’neil@example.com'.replace('’', "'"),
    'jürgen@müller.de',
    '用户@例子.公司',
    'x@xn--mller-kva.de',
    'owner@localhost',
  ])('may be %s', (text) => expect(isEmailAddress(text)).toBe(true))

  it.each([
    '',
    'john',
    '@example.com',
    'john@',
    'john@example',
    'john@.com',
    'john@example..com',
    'john@-example.com',
    'john@example.1',
    '.john@example.com',
    'john..smith@example.com',
    'a@b.com, evil@example.com',
    'a@b.com;evil@example.com',
    'a@b.com evil@example.com',
    'John <a@b.com>',
    '<a@b.com>',
    '"a b"@example.com',
    'a(comment)@example.com',
    'a@b.com\nBcc: evil@example.com',
    'a@b.com\0',
    'a@[127.0.0.1]',
    'a@b@example.com',
    ' a@b.com',
    `${'x'.repeat(65)}@example.com`,
    `x@${'a.'.repeat(130)}com`,
  ])('is not %j', (text) => expect(isEmailAddress(text)).toBe(false))
})

describe('the nearest word', () => {
  it('is the one that was probably meant', () => {
    expect(nearest('brandng', ['business', 'branding', 'links'])).toBe('branding')
    expect(nearest('INV-01', ['INV-001', 'EST-001'])).toBe('INV-001')
    expect(nearest('inv-001', ['EST-001', 'INV-001'])).toBe('INV-001')
    expect(nearest('sned', ['send', 'share'])).toBe('send')
  })

  it('is none when nothing is close', () => {
    expect(nearest('zebra', ['send', 'share'])).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })
})
