import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Sealer, SealReport } from '../../src/ports/sealer.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { about, openSealer, printPdfs } from './sealing.ts'

const tempDir = tempDirs()

let sealer: Sealer
let stranger: Sealer
let plain: Buffer
let sealed: Buffer

beforeAll(async () => {
  sealer = await openSealer(tempDir())
  stranger = await openSealer(tempDir(), { name: 'A Stranger' })
  plain = (await printPdfs()).small
  sealed = await sealer.seal(plain, about)
})

/** Where the value of the seal is, from `<` to behind `>`. */
function place(): { start: number; end: number } {
  const start = sealed.indexOf('/Contents <') + '/Contents '.length
  return { start, end: sealed.indexOf('>', start) + 1 }
}

function flipped(at: number, bit = 0): Buffer {
  const bytes = Buffer.from(sealed)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  return bytes
}

describe('a sealed file', () => {
  test('says who sealed it, when and what it is', async () => {
    expect(await sealer.inspect(sealed)).toEqual({
      sealed: true,
      intact: true,
      whole: true,
      ours: true,
      fingerprint: await sealer.fingerprint(),
      issued_to: 'Acme Remodeling',
      sealed_at: about.at.toISOString(),
      reason: about.reason,
      problems: [],
    })
  })

  test('of another key is whole, and not ours', async () => {
    const theirs = await stranger.seal(plain, about)
    expect(await sealer.inspect(theirs)).toMatchObject({
      ...{ intact: true, whole: true, ours: false, issued_to: 'A Stranger', problems: [] },
      fingerprint: await stranger.fingerprint(),
    })
  })

  test('shows every flipped bit outside the seal itself', async () => {
    const { start, end } = place()
    const outside = fc.oneof(fc.nat(start - 1), fc.integer({ min: end, max: sealed.length - 1 }))
    await fc.assert(
      fc.asyncProperty(outside, fc.nat(7), async (at, bit) => {
        const { intact, problems } = await sealer.inspect(flipped(at, bit))
        expect({ intact, problems: problems.length }).toEqual({ intact: false, problems: 1 })
      }),
      { numRuns: 300 },
    )
  })

  test('is never whole, intact and ours when the seal was altered, but for what says the same', async () => {
    const { start, end } = place()
    const inside = fc.integer({ min: start + 1, max: end - 2 })
    const value = (pdf: Buffer) => pdf.toString('latin1', start, end).toLowerCase()
    await fc.assert(
      fc.asyncProperty(inside, fc.nat(7), async (at, bit) => {
        const harmed = flipped(at, bit)
        const report = await sealer.inspect(harmed)
        const said = { ...report, problems: [] }
        const isSame = JSON.stringify(said) === JSON.stringify(await sealer.inspect(sealed))
        if (value(harmed) !== value(sealed) && report.problems.length === 0)
          expect(isSame).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what was done to a file is named', () => {
  const cases: [string, () => Buffer | Promise<Buffer>, Partial<SealReport>][] = [
    [
      'an update appended',
      () => Buffer.concat([sealed, Buffer.from('\n1 0 obj\n<<>>\nendobj\n%%EOF\n')]),
      {
        intact: true,
        whole: false,
        ours: true,
        problems: ['27 bytes were added after it was sealed.'],
      },
    ],
    [
      'one byte appended',
      () => Buffer.concat([sealed, Buffer.from('\n')]),
      { intact: true, whole: false, problems: ['1 byte was added after it was sealed.'] },
    ],
    [
      'the tail cut',
      () => sealed.subarray(0, -100),
      {
        intact: false,
        whole: false,
        ours: true,
        problems: ['The end of the file is missing: 100 bytes.'],
      },
    ],
    [
      'a byte flipped in the content',
      () => flipped(400),
      { intact: false, problems: ['The content was altered after it was sealed.'] },
    ],
    [
      'bytes taken out before the seal',
      () => Buffer.concat([sealed.subarray(0, 300), sealed.subarray(400)]),
      {
        intact: false,
        ours: true,
        problems: ['The file was written anew after it was sealed: the seal does not fit it.'],
      },
    ],
    [
      'the seal of another file',
      async () => {
        const other = await sealer.seal(plain, {
          ...about,
          reason: 'EST-002, version 1, approved by Анна 李',
        })
        const value = (pdf: Buffer) =>
          /\/Contents <([0-9a-f]+)>/.exec(pdf.toString('latin1'))?.[1] ?? ''
        return Buffer.from(sealed.toString('latin1').replace(value(sealed), value(other)), 'latin1')
      },
      { intact: false, ours: true, problems: ['The content was altered after it was sealed.'] },
    ],
    [
      'the place behind the seal used',
      () => flipped(place().end - 3),
      { intact: true, problems: ['Bytes beside the seal were altered.'] },
    ],
    [
      'the seal overwritten',
      () => Buffer.from(sealed).fill('0', place().start + 1, place().end - 1),
      { sealed: true, intact: false, ours: false, problems: ['The seal cannot be read.'] },
    ],
    ['the seal cut off', () => plain, { sealed: false, problems: ['The file carries no seal.'] }],
    [
      'no PDF',
      () => Buffer.from('Dear diary'),
      { sealed: false, problems: ['The file is no PDF.'] },
    ],
    ['nothing', () => Buffer.alloc(0), { sealed: false, problems: ['The file is no PDF.'] }],
  ]

  test.each(cases)('%s', async (_, harm, expected) => {
    expect(await sealer.inspect(await harm())).toMatchObject(expected)
  })

  test('a second seal by somebody else does not hide what became of ours', async () => {
    const theirs = await stranger.seal(Buffer.from(plain), about)
    const [, object = ''] = /(\/ByteRange [\s\S]*?)\/M /.exec(theirs.toString('latin1')) ?? []
    const both = Buffer.concat([sealed, Buffer.from(`9 0 obj\n<<${object}>>\nendobj\n`, 'latin1')])
    expect(await sealer.inspect(both)).toMatchObject({ ours: true, intact: true, whole: false })
    expect((await stranger.inspect(both)).ours).toBe(true)
  })
})

describe('whatever a file is, looking at it ends without a fault', () => {
  const range = fc.array(fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constant(-1)), { maxLength: 5 })
  const scrap = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '%PDF-1.7\n',
      '1 0 obj\n<<',
      '>>\nendobj\n',
      '%%EOF',
      '/Contents <',
      '>',
      '/M (D:9999)',
    ),
    range.map((numbers) => `/ByteRange [${numbers.join(' ')}]`),
    fc.constant('/ByteRange [0 99999999999999999999 1e9 1]'),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef') }).map((hex) => `/Contents <${hex}>`),
  )

  test('scraps of PDF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scrap, { maxLength: 12 }), async (scraps) => {
        const report = await sealer.inspect(Buffer.from(scraps.join(' ')))
        expect(report).toMatchObject({ intact: false, whole: false, ours: false })
      }),
      { numRuns: 500 },
    )
  })

  test('cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), async (length) => {
        const { whole, problems } = await sealer.inspect(sealed.subarray(0, length))
        expect({ whole, problems: problems.length }).toEqual({ whole: false, problems: 1 })
      }),
    )
  })

  test('a seal with scraps of its own inside', async () => {
    const { start, end } = place()
    const cut = fc.tuple(fc.nat(end - start), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
    await fc.assert(
      fc.asyncProperty(cut, async ([at, length, bytes]) => {
        const value = sealed.subarray(start + 1, end - 1)
        const altered = Buffer.concat([
          ...[value.subarray(0, at), Buffer.from(Buffer.from(bytes).toString('hex'))],
          value.subarray(at + length),
        ])
        const parts = [sealed.subarray(0, start + 1), altered, sealed.subarray(end - 1)]
        await sealer.inspect(Buffer.concat(parts))
      }),
      { numRuns: 500 },
    )
  })

  test('thousands of seals are not all looked at', async () => {
    const [, object = ''] =
      /(\d+ 0 obj\s<<\/Type \/Sig[\s\S]*?endobj)/.exec(sealed.toString('latin1')) ?? []
    const many = Buffer.from(`%PDF-1.7\n${`${object}\n`.repeat(2000)}`, 'latin1')
    expect(await sealer.inspect(many)).toMatchObject({ ours: true, intact: false })
  })

  test.each(['', '/Contents (', '/Contents <', '1 0 obj '])(
    'nor are those that never end: %j',
    async (scrap) => {
      const range = `/ByteRange [0 1 2 3] ${scrap}`
      const many = Buffer.from(`%PDF-1.7\n${range.repeat(50_000)}`, 'latin1')
      expect(await sealer.inspect(many)).toMatchObject({ intact: false, ours: false })
    },
  )
})
