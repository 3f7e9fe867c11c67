import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wireForm } from '../../src/mail/wire-form.ts'

const wire = (text: string) => wireForm(Buffer.from(text, 'latin1')).toString('latin1')

it('ends with a dot on a line of its own', () => {
  expect(wire('a\r\n')).toBe('a\r\n.\r\n')
  expect(wire('a')).toBe('a\r\n.\r\n')
  expect(wire('')).toBe('\r\n.\r\n')
})

it('doubles the dot that a line begins with, and no other', () => {
  expect(wire('.a\r\n..\r\nb.c\r\n.\r\n')).toBe('..a\r\n...\r\nb.c\r\n..\r\n.\r\n')
})

it('knows only one line end, so that nothing can be smuggled behind another', () => {
  expect(wire('a\n.\nb\r.\rc\r\n')).toBe('a\r\n..\r\nb\r\n..\r\nc\r\n.\r\n')
})

it('never ends a message before its end, whatever is in it', () => {
  const bytes = fc.array(fc.constantFrom('\r', '\n', '.', 'a', '\r\n'), { maxLength: 40 })
  fc.assert(
    fc.property(bytes, (parts) => {
      const sent = wire(parts.join(''))
      expect(sent.search(/(?:^|\r\n)\.\r\n/)).toBe(sent.length - (sent === '.\r\n' ? 3 : 5))
      expect(sent).not.toMatch(/\r(?!\n)|(?<!\r)\n/)
    }),
  )
})
