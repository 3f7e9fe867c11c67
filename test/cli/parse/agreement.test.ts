import { expect, test } from 'vitest'
import { defineCommand } from '../../../src/cli/command.ts'
import { globalOptions } from '../../../src/cli/global-options.ts'
import { parseFully } from '../../../src/cli/parse/explain.ts'
import { parseQuickly } from '../../../src/cli/parse/parse-quickly.ts'

const command = defineCommand({
  arguments: { number: { many: true, says: 'x' } },
  options: {
    item: { value: 'x', many: true, says: 'x' },
    notes: { value: 'x', says: 'x' },
    send: { says: 'x' },
    reminders: { says: 'x' },
    'no-reminders': { says: 'x' },
    'no-online-pay': { says: 'x' },
  },
  examples: ['x'],
  run: async () => 0,
})
const specs = { ...globalOptions, ...command.options }

test.each([
  [[]],
  [['INV-001', '--send', 'INV-002']],
  [['--item', 'a|1|2', '--item=b|1|2', '--notes', '']],
  [['--notes', 'first', '--notes', 'last']],
  [['--no-online-pay', '--no-color', '--no-input', '--yes', '--json']],
  [['--reminders']],
  [['--no-reminders']],
  [['--send', '--', '--not-an-option']],
  [['--dir', '/tmp', '-h']],
])('both ways of reading %j agree', (argv) => {
  expect(parseQuickly(specs, argv)).toEqual(parseFully('test', command, argv))
})

test('what looks like a mistake is left to the one that explains', () => {
  expect(parseQuickly(specs, ['--nots', 'x'])).toBeUndefined()
  expect(parseQuickly(specs, ['--notes'])).toBeUndefined()
  expect(parseQuickly(specs, ['--notes', '-5'])).toBeUndefined()
  expect(parseFully('test', command, ['--notes', '-5']).options).toEqual({ notes: '-5' })
  expect(() => parseFully('test', command, ['--nots', 'x'])).toThrow('has no option --nots')
  expect(() => parseFully('test', command, ['--notes', '--json'])).toThrow('--notes needs a value')
})
