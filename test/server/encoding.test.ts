import { expect, test } from 'vitest'
import { chooseEncoding } from '../../src/server/encoding.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.000 , gzip;q=0.5', 'gzip'],
  ['br;q=0.1', 'br'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['zstd, deflate', 'identity'],
  ['identity;q=0', 'identity'],
])('Accept-Encoding %s is served %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding)
})
