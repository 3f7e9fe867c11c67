import { expect, test } from 'vitest'
import { dropSteering, jsonText, spellSteering } from '../../src/domain/steering.ts'

const title = '\u001b]0;Paid\u0007'
const hostile = `${title}\u009b31m \u202etxt.exe\u2067 a\rb\0\u2028`

test('what steers is written out where somebody has to find it', () => {
  expect(spellSteering(`${hostile}\n\tשלום 👩‍🔧`)).toBe(
    '\\u001b]0;Paid\\u0007\\u009b31m \\u202etxt.exe\\u2067 a\\u000db\\u0000\\u2028\n\tשלום 👩‍🔧',
  )
})

test('it is taken out of what people read, and our own colours and ends of lines stay', () => {
  expect(dropSteering(`\u001b[1;31mError\u001b[0m ${hostile}\r\n\tשלום 👩‍🔧`)).toBe(
    '\u001b[1;31mError\u001b[0m ]0;Paid31m txt.exe ab\r\n\tשלום 👩‍🔧',
  )
})

test('JSON says the same without it', () => {
  const said = jsonText({ [hostile]: hostile }, 2)
  expect(said).toMatch(/^[\n -~]+$/)
  expect(JSON.parse(said)).toEqual({ [hostile]: hostile })
})
