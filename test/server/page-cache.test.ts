import { expect, test } from 'vitest'
import { createPageCache } from '../../src/server/page-cache.ts'

const now = '2025-01-15T15:00:00.000Z'
const key = { share_id: 'sh_1', rotation: 0, generation: 3 }
const life = { rendered_at: now, fresh_until_at: null }
const page = (text: string) => ({ bytes: Buffer.from(text), head: [], validator: '' })

test('a page is found for exactly the state and the encoding it was made for', () => {
  const cache = createPageCache()
  cache.put(key, 'br', page('page'), life)
  expect(cache.find(key, 'br', now)?.bytes.toString()).toBe('page')
  expect(cache.find(key, 'gzip', now)).toBeUndefined()
  expect(cache.find({ ...key, generation: 4 }, 'br', now)).toBeUndefined()
  expect(cache.find({ ...key, rotation: 1 }, 'br', now)).toBeUndefined()
  expect(cache.find({ ...key, share_id: 'sh_2' }, 'br', now)).toBeUndefined()
})

test('several encodings of a page are kept beside each other', () => {
  const cache = createPageCache()
  cache.put(key, 'br', page('br'), life)
  cache.put(key, 'gzip', page('gzip'), { ...life, rendered_at: '2025-01-15T15:00:01.000Z' })
  const later = '2025-01-15T15:00:02.000Z'
  expect(cache.find(key, 'br', later)?.bytes.toString()).toBe('br')
  expect(cache.find(key, 'gzip', later)?.bytes.toString()).toBe('gzip')
})

test('a page is kept until the instant at which it would no longer be true', () => {
  const cache = createPageCache()
  cache.put(key, 'br', page('sent'), { ...life, fresh_until_at: '2025-01-31T05:00:00.000Z' })
  expect(cache.find(key, 'br', '2025-01-31T04:59:59.999Z')).toBeDefined()
  expect(cache.find(key, 'br', '2025-01-31T05:00:00.000Z')).toBeUndefined()
  expect(cache.find(key, 'br', '2025-01-15T14:59:59.999Z')).toBeUndefined()
})

test.each([
  ['another generation', { ...key, generation: 4 }, life],
  ['another end', key, { ...life, fresh_until_at: '2025-02-01T05:00:00.000Z' }],
])('a page of %s takes the place of all encodings of the one before', (_what, next, nextLife) => {
  const cache = createPageCache()
  cache.put(key, 'br', page('old'), life)
  cache.put(next, 'gzip', page('new'), nextLife)
  expect(cache.find(key, 'br', now)).toBeUndefined()
  expect(cache.find(next, 'br', now)).toBeUndefined()
  expect(cache.find(next, 'gzip', now)?.bytes.toString()).toBe('new')
})

test('when memory is used up, the page unused for longest goes first', () => {
  const cache = createPageCache(6000)
  const [a, b, c] = ['a', 'b', 'c'].map((share_id) => ({ ...key, share_id })) as [
    typeof key,
    typeof key,
    typeof key,
  ]
  const large = page('x'.repeat(1000))
  cache.put(a, 'br', large, life)
  cache.put(b, 'br', large, life)
  expect(cache.find(a, 'br', now)).toBeDefined()
  cache.put(c, 'br', large, life)
  expect(cache.find(b, 'br', now)).toBeUndefined()
  expect(cache.find(a, 'br', now)).toBeDefined()
  expect(cache.find(c, 'br', now)).toBeDefined()
})
