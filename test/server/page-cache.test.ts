import { expect, test } from 'vitest'
import { createPageCache } from '../../src/server/page-cache.ts'

const now = '2025-01-15T15:00:00.000Z'
const key = { share_id: 'sh_1', rotation: 0, generation: 3 }
const page = { html: Buffer.from('page'), rendered_at: now, fresh_until_at: null }

test('a page is found for exactly the state it was rendered for', () => {
  const cache = createPageCache()
  cache.put(key, page)
  expect(cache.find(key, now)?.body.ready('identity')?.toString()).toBe('page')
  expect(cache.find({ ...key, generation: 4 }, now)).toBeUndefined()
  expect(cache.find({ ...key, rotation: 1 }, now)).toBeUndefined()
  expect(cache.find({ ...key, share_id: 'sh_2' }, now)).toBeUndefined()
})

test('a page is kept until the instant at which it would no longer be true', () => {
  const cache = createPageCache()
  cache.put(key, { ...page, fresh_until_at: '2025-01-31T05:00:00.000Z' })
  expect(cache.find(key, '2025-01-31T04:59:59.999Z')).toBeDefined()
  expect(cache.find(key, '2025-01-31T05:00:00.000Z')).toBeUndefined()
  expect(cache.find(key, '2025-01-15T14:59:59.999Z')).toBeUndefined()
})

test('a newer page takes the place of an older one', () => {
  const cache = createPageCache()
  cache.put(key, page)
  cache.put({ ...key, generation: 4 }, { ...page, html: Buffer.from('newer') })
  expect(cache.find(key, now)).toBeUndefined()
  const newer = cache.find({ ...key, generation: 4 }, now)
  expect(newer?.body.ready('identity')?.toString()).toBe('newer')
})

test('when memory is used up, the page unused for longest goes first', () => {
  const cache = createPageCache(3500)
  const html = Buffer.alloc(1000)
  const keys = ['a', 'b', 'c'].map((share_id) => ({ ...key, share_id }))
  const [a, b, c] = keys as [typeof key, typeof key, typeof key]
  cache.put(a, { ...page, html })
  cache.put(b, { ...page, html })
  expect(cache.find(a, now)).toBeDefined()
  cache.put(c, { ...page, html })
  expect(cache.find(b, now)).toBeUndefined()
  expect(cache.find(a, now)).toBeDefined()
  expect(cache.find(c, now)).toBeDefined()
})
