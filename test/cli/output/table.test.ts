import { expect, test } from 'vitest'
import { plain } from '../../../src/cli/output/paint.ts'
import { type Column, table } from '../../../src/cli/output/table.ts'
import { fitText, textWidth, wrapText } from '../../../src/cli/output/text-width.ts'

type Row = { number: string; name: string; amount: string }

const columns: Column<Row>[] = [
  { title: 'Number', value: ({ number }) => number, spare: 1 },
  { title: 'Name', value: ({ name }) => name, least: 4 },
  { title: 'Amount', value: ({ amount }) => amount, align: 'right' },
]
const rows = [
  { number: 'INV-001', name: '山田商店', amount: '$9,828.00' },
  { number: 'INV-002', name: 'Zoë', amount: '$1.00' },
]
const draw = (width: number) => table(columns, rows, { width, paint: plain }).split('\n')

test('columns align by what is seen, not by characters', () => {
  expect(draw(80)).toEqual([
    'Number   Name         Amount',
    'INV-001  山田商店  $9,828.00',
    'INV-002  Zoë           $1.00',
  ])
})

test('a narrow terminal loses the spare column first, then cuts', () => {
  expect(draw(20)).toEqual(['Name         Amount', '山田商店  $9,828.00', 'Zoë           $1.00'])
  expect(draw(16)).toEqual(['Name      Amount', '山田…  $9,828.00', 'Zoë        $1.00'])
})

test('no row is wider than the terminal as long as amounts fit', () => {
  for (let width = 15; width < 40; width++) {
    for (const line of draw(width)) expect(textWidth(line)).toBeLessThanOrEqual(width)
  }
})

test('a column that yields is cut before anything is left out', () => {
  const yielding = columns.map((one) => (one.title === 'Name' ? { ...one, yields: 6 } : one))
  const lines = (width: number) => table(yielding, rows, { width, paint: plain }).split('\n')
  expect(lines(26)[1]).toBe('INV-001  山田…   $9,828.00')
  expect(lines(25)[1]).toBe('山田商店  $9,828.00')
})

test('new lines, escape sequences and marks that turn text around stay in their row', () => {
  const nasty = [{ number: '1', name: '\u202ea\n\u001b[2Jb\u2067', amount: '1' }]
  expect(table(columns, nasty, { width: 80, paint: plain }).split('\n')[1]).toBe(
    '1       a [2Jb       1',
  )
})

test.each([
  ['abc', 3],
  ['山田', 4],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 2],
  ['한국', 4],
  ['€ – “x”', 7],
])('%s is %i columns wide', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test('a cut is marked and never splits a character', () => {
  expect(fitText('山田商店', 5)).toBe('山田…')
  expect(fitText('山田商店', 4)).toBe('山…')
  expect(fitText('abcdef', 4)).toBe('abc…')
})

test('wrapping breaks between words, and long words where it must', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrapText('a verylongword b', 6)).toEqual(['a', 'verylo', 'ngword', 'b'])
})
