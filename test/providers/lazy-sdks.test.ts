import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, sourceFiles } from '../support/source-imports.ts'

const loaded = /^import (?!type )[^'"]*'(?:stripe|square|@paypal\/[^']+)'/m

test('no SDK is loaded before a provider is asked something, least of all by a webhook', () => {
  const files = sourceFiles().filter((path) =>
    loaded.test(readFileSync(join(root, 'src', path), 'utf8')),
  )
  expect(files).toEqual([])
})
