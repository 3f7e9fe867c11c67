import { beforeEach, expect, test, vi } from 'vitest'
import type { Context } from '../../../src/cli/context.ts'
import { barLine, progressBar, withProgress } from '../../../src/cli/output/progress.ts'

/** Takes away the rest of a line. */
const clear = '\u001b[K'

let written: string

/** A stream as the surroundings have it, that keeps what was written. */
function context({ isTTY = true, columns = 80, globals = {}, env = {} } = {}): Context {
  const write = (text: string) => {
    written += text
  }
  const stderr = { isTTY, columns, write }
  return { around: { stderr, env }, globals } as never
}

beforeEach(() => {
  written = ''
})

test.each([
  [80, 'Invoices ██████░░░░░░░░░░░░░░░░░░ 2500/10000'],
  [40, 'Invoices ████░░░░░░░░░░░░░░░ 2500/10000'],
  [30, 'Invoices ██░░░░░░░ 2500/10000'],
  [24, 'Invoices 2500/10000'],
  [16, 'Inv… 2500/10000'],
])('on %i columns it takes one line', (columns, line) => {
  const drawn = barLine('Invoices', 2500, 10_000, columns)
  expect(drawn).toBe(line)
  expect(drawn.length).toBeLessThan(columns)
})

test('it is drawn over itself, at most every so often, and taken away at the end', () => {
  vi.useFakeTimers({ now: 1_000_000 })
  try {
    const bar = progressBar(context(), 'Mails')
    bar.step(0, 4)
    bar.step(1, 4)
    vi.setSystemTime(1_000_100)
    bar.step(2, 4)
    expect(written.match(/\d\/4/g)).toEqual(['0/4', '2/4'])
    bar.end()
    expect(written.endsWith(` 2/4${clear}\r${clear}`)).toBe(true)
    const before = written
    bar.end()
    expect(written).toBe(before)
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  ['a pipe', { isTTY: false }],
  ['--json', { globals: { json: true } }],
  ['--quiet', { globals: { quiet: true } }],
  ['a terminal that takes nothing back', { env: { TERM: 'dumb' } }],
])('%s gets none', (_, around) => {
  const bar = progressBar(context(around), 'Mails')
  bar.step(1, 2)
  bar.end()
  expect(written).toBe('')
})

test('it goes too when the work fails, and leaves no listener behind', async () => {
  const before = process.listenerCount('exit')
  const failing = withProgress(context(), 'Mails', async (step) => {
    step(1, 2)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(written.endsWith(`\r${clear}`)).toBe(true)
  expect(process.listenerCount('exit')).toBe(before)
})
