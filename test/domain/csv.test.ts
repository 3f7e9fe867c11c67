import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, unguardText } from '../../src/domain/csv.ts'

test.each(['=1+1', '+1 555 0100', '-2', '@SUM(A1)', '\tx', ' =1', '\r=1', '＝1+1'])(
  'a spreadsheet takes %j for text',
  (text) => {
    const [[cell]] = parse(csvText([], [[text]]), { from_line: 2 }) as [[string]]
    expect(cell).toBe(`'${text}`)
    expect(unguardText(cell)).toBe(text)
  },
)

test('numbers that this program made stay numbers', () => {
  expect(csvText(['a', 'b', 'c'], [[{ number: '-12.50' }, 3, null]])).toBe('a,b,c\r\n-12.50,3,\r\n')
})

test('whatever is written comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
      const read = parse(csvText(['a', 'b'], rows), { from_line: 2 }) as string[][]
      expect(read.map((row) => row.map(unguardText))).toEqual(rows)
    }),
  )
})
