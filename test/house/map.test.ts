import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kinds } from '../../src/domain/document.ts'
import { stateDiagram } from '../../src/domain/states.ts'

const src = new URL('../../src/', import.meta.url)
const map = readFileSync(new URL('README.md', src), 'utf8')

test('the map names every folder and file at the top of the house', () => {
  const entries = readdirSync(src, { withFileTypes: true })
  const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
  const missing = names.filter((name) => name !== 'README.md' && !map.includes(`\`${name}\``))
  expect(missing).toEqual([])
})

test.each(kinds)('the map draws the states of the %s as the code has them', (kind) => {
  expect(map).toContain(stateDiagram(kind))
})

test('every file that the map sends a reader to exists', () => {
  const files = [...map.matchAll(/`([a-z-]+\/[a-z-]+\.ts)`/g)].map(([, file]) => file ?? '')
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) expect(readFileSync(new URL(file, src), 'utf8')).not.toBe('')
})
