import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash } from '../../src/domain/canonical.ts'
import { aDocument } from './fixtures.ts'

describe('canonical JSON', () => {
  it('sorts keys and leaves out what has no value', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é\n'], c: undefined })).toBe(
      '{"a":[true,null,"é\\n"],"b":1}',
    )
  })

  it('is JSON of the same value, whatever the order of keys', () => {
    const values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual({ ...value })
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text)
      }),
    )
  })

  it.each([1.5, Number.NaN, 2 ** 53, 1n, undefined, () => 1])('refuses %s', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError)
  })
})

describe('the hash of a content', () => {
  it('changes with every word of it', () => {
    const { content } = aDocument()
    const hashes = [
      contentHash(content),
      contentHash({ ...content, notes: 'x' }),
      contentHash({ ...content, due_on: null }),
      contentHash({ ...content, bill_to: { ...content.bill_to, name: 'Jane' } }),
    ]
    expect(new Set(hashes).size).toBe(4)
    expect(contentHash(structuredClone(content))).toBe(hashes[0])
  })
})
