import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLinkKey, readLinkKey } from '../../src/config/keys.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

test('a key has 32 bytes, is different each time and only for its owner', () => {
  const [a, b] = [tempDir(), tempDir()]
  createLinkKey(a)
  createLinkKey(b)
  expect(readLinkKey(a)).toHaveLength(32)
  expect(readLinkKey(a)).not.toEqual(readLinkKey(b))
  expect(statSync(join(a, 'link.key')).mode & 0o777).toBe(0o600)
})

test('a key that is there is kept', () => {
  const dir = tempDir()
  createLinkKey(dir)
  const before = readFileSync(join(dir, 'link.key'))
  createLinkKey(dir)
  expect(readFileSync(join(dir, 'link.key'))).toEqual(before)
})

test('a missing or damaged key is refused and the way back is named', () => {
  const dir = tempDir()
  const refusal = { code: 'config_invalid', hint: expect.stringMatching(/backup.*portal docs/) }
  expect(() => readLinkKey(dir)).toThrowError(expect.objectContaining(refusal))
  writeFileSync(join(dir, 'link.key'), 'abc')
  expect(() => readLinkKey(dir)).toThrowError(expect.objectContaining(refusal))
  expect(() => createLinkKey(dir)).toThrowError(expect.objectContaining(refusal))
})
