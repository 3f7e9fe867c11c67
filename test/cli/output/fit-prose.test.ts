import { expect, test } from 'vitest'
import { fitProse } from '../../../src/cli/output/fit-prose.ts'

const dim = (text: string) => `\u001b[2m${text}\u001b[22m`

test('sentences are broken between words, with their indent and their colour', () => {
  const says = 'Anyone with this link can view it.'
  expect(fitProse(`Sent\n${dim(`  ${says}`)}`, 20)).toBe(
    `Sent\n  ${'\u001b[2m'}Anyone with this\n  link can view it.${'\u001b[22m'}`,
  )
  expect(fitProse(says, Number.POSITIVE_INFINITY)).toBe(says)
})

test.each([
  '  https://acme.example/i/0123456789abcdef',
  'Try again with: portal send INV-001 --queue',
  'INV-001  $1,000.00  paid  January 15',
  'Donaudampfschifffahrtsgesellschaft',
])('%s is left to the terminal', (line) => {
  expect(fitProse(line, 20)).toBe(line)
})
