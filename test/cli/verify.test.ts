import { execFileSync } from 'node:child_process'
import { copyFile, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sealApproval } from '../../src/usecases/seal-approval.ts'
import { about, openSealer } from '../seal/sealing.ts'
import { type Deciding, openDeciding } from '../support/deciding.ts'
import { openCli, type PortalCli } from '../support/portal-cli.ts'
import { hasSealTools, pdfsig } from '../support/seal-tools.ts'
import { tamper } from '../support/tampering.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

/** EST-001 as it was approved and sealed, kept to begin each test anew. */
let t: Deciding
let copy: Buffer
let plain: Buffer
let hash: string

/** What each test works on: a copy of that workspace, a file, the program. */
let dir: string
let file: string
let portal: PortalCli

beforeAll(async () => {
  t = await openDeciding()
  const token = await t.send()
  const { printDocument } = await import('../../src/usecases/print-document.ts')
  plain = (await printDocument(t.app, { number: 'EST-001' })).bytes
  t.setNow('2025-01-16T18:00:00Z')
  await t.approve(token)
  const { id } = await t.document()
  copy = (await sealApproval(t.app, id, 1)) ?? Buffer.alloc(0)
  hash = (await t.document()).approval?.sealed_hash ?? ''
})
afterAll(() => t.close())

beforeEach(async () => {
  const folder = tempDir()
  dir = join(folder, 'workspace')
  file = join(folder, 'EST-001.pdf')
  await cp(t.dir, dir, { recursive: true })
  await writeFile(file, copy)
  portal = openCli(dir, { PORTAL_TEST: '1', PORTAL_NOW: '2025-01-20T12:00:00Z' }, { here: true })
})

type Verified = {
  ok: boolean
  problems: { check: string; number: string | null; message: string }[]
  approvals: Record<string, unknown>[]
  file: { is: string; sha256: string; seal: Record<string, unknown> }
}

/** What `verify` found: exit code and findings in one line each. */
async function verify(...args: string[]) {
  const { code, json } = await portal.run(['verify', ...args, '--json'])
  const verified = json as Verified
  expect(verified.ok).toBe(verified.problems.length === 0)
  expect(code).toBe(verified.ok ? 0 : 1)
  const says = verified.problems.map(({ number, message }) => `${number}: ${message}`)
  return { ...verified, says: says.join('\n') }
}

describe('of an approved estimate', () => {
  test('says in plain words who signed what and when, and that nothing was altered since', async () => {
    const { code, stdout } = await portal.run(['verify', 'EST-001'])
    expect(code).toBe(0)
    expect(stdout).toContain('EST-001, version 1')
    expect(stdout).toContain(
      'John Smith approved $108.00 on January 16, 2025, 13:00 (America/New_York), signed by typing the name',
    )
    expect(stdout).toContain('The link was mailed to john@example.com.')
    expect(stdout).toContain('From 203.0.113.7')
    expect(stdout.replace(/\s/g, '')).toContain(hash)
    expect(stdout).toContain('All is well: nothing was altered since.')
  })

  test('says the same to programs', async () => {
    const { ok, problems, approvals } = await verify('EST-001')
    expect({ ok, problems }).toEqual({ ok: true, problems: [] })
    expect(approvals).toEqual([
      expect.objectContaining({
        ...{ number: 'EST-001', version: 1, kind: 'typed', name: 'John Smith' },
        ...{ at: '2025-01-16T18:00:00.000Z', sealed_hash: hash, copy: 'whole' },
        ...{ total_minor: 10_800, currency: 'USD' },
      }),
    ])
  })

  test('says that the copy is still to be made, where it is', async () => {
    const other = await openDeciding()
    try {
      await other.approve(await other.send())
      const theirs = openCli(
        other.dir,
        { PORTAL_TEST: '1', PORTAL_NOW: '2025-01-20T12:00:00Z' },
        { here: true },
      )
      const { stdout, code } = await theirs.run(['verify', 'EST-001'])
      expect(code).toBe(0)
      expect(stdout).toContain('The signed copy is still to be made: portal cron seals')
      const { jobs } = await theirs.json<{ jobs: unknown[] }>(['cron', 'seals'])
      expect(jobs).toEqual([{ name: 'seals', ok: true, counts: { sealed: 1, waiting: 0 } }])
      const out = join(tempDir(), 'out.pdf')
      await theirs.json(['pdf', 'EST-001', '--out', out])
      if (hasSealTools) expect(pdfsig(await readFile(out))).toContain('Total document signed')
      expect(await theirs.json(['verify', out])).toMatchObject({ ok: true, file: { is: 'copy' } })
    } finally {
      await other.close()
    }
  })
})

describe('of a file', () => {
  test('that is the signed copy says so, and who signed', async () => {
    const { code, stdout } = await portal.run(['verify', file])
    expect(code).toBe(0)
    expect(stdout).toContain(`SHA-256 of ${file}: ${hash}`)
    expect(stdout).toContain('John Smith approved $108.00 on January 16, 2025')
    expect(stdout).toContain('this is the signed copy, byte for byte')
    expect(await verify(file)).toMatchObject({
      file: { is: 'copy', sha256: hash, seal: { intact: true, whole: true, ours: true } },
      approvals: [{ number: 'EST-001', name: 'John Smith' }],
    })
  })

  const alterations: [string, (bytes: Buffer) => Buffer, string][] = [
    [
      'one byte flipped',
      (bytes) => flip(bytes, 3000),
      'The content was altered after it was sealed.',
    ],
    [
      'one byte flipped in the seal',
      (bytes) => flip(bytes, bytes.indexOf('/Contents <') + 400),
      'The seal',
    ],
    [
      'one byte flipped behind the seal',
      (bytes) => flip(bytes, bytes.indexOf('>', bytes.indexOf('/Contents <')) - 2),
      'Bytes beside the seal were altered.',
    ],
    [
      'an update appended',
      (bytes) => Buffer.concat([bytes, Buffer.from('1 0 obj\n<</Title (Free)>>\nendobj\n%%EOF\n')]),
      '39 bytes were added after it was sealed.',
    ],
    [
      'the tail cut',
      (bytes) => bytes.subarray(0, -10),
      'The end of the file is missing: 10 bytes.',
    ],
    ['half of it', (bytes) => bytes.subarray(0, bytes.length / 2), 'The file carries no seal.'],
    [
      'the seal in other letters',
      (bytes) => {
        const letter = /\/Contents <[0-9]*[a-f]/
        return Buffer.from(
          bytes
            .toString('latin1')
            .replace(letter, (hex) => hex.slice(0, -1) + (hex.at(-1) ?? '').toUpperCase()),
          'latin1',
        )
      },
      'its SHA-256 differs',
    ],
  ]

  test.each(alterations)('with %s names it', async (_, alter, says) => {
    await writeFile(file, alter(copy))
    const found = await verify(file)
    expect(found.says).toContain('EST-001: This is not the signed copy of EST-001, version 1')
    expect(found.says).toContain(says)
    expect(found).toMatchObject({
      file: { is: 'altered_copy' },
      approvals: [{ name: 'John Smith', copy: 'whole' }],
    })
    const { stdout, code } = await portal.run(['verify', file])
    expect(code).toBe(1)
    expect(stdout).toContain('This is not the signed copy')
  })

  test('with a page removed names it', async () => {
    const part = join(tempDir(), 'page.pdf')
    execFileSync('pdfseparate', ['-f', '1', '-l', '1', file, part])
    const found = await verify(part)
    expect(found.says).toContain('EST-001: This is not the signed copy of EST-001, version 1')
    expect(found.says).toContain('The file was written anew after it was sealed')
  })

  test('that was printed here and not signed says so', async () => {
    await writeFile(file, plain)
    const { code, stdout } = await portal.run(['verify', file])
    expect(code).toBe(0)
    expect(stdout).toContain('this PDF was printed here; it carries no signature.')
    expect(stdout).not.toContain('John Smith')
  })

  test('that is not known here says what can be said', async () => {
    const unknown =
      'null: The file is not known here: it is no PDF that was signed or printed here.'
    for (const [bytes, says] of [
      [Buffer.from('Dear diary'), 'The file is no PDF.'],
      [Buffer.alloc(0), 'The file is no PDF.'],
      [Buffer.from('%PDF-1.7\n%%EOF'), 'The file carries no seal.'],
      [
        await (await openSealer(tempDir(), { name: 'A Stranger' })).seal(plain, about),
        'It was sealed by A Stranger',
      ],
    ] as const) {
      await writeFile(file, bytes)
      const found = await verify(file)
      expect(found.says).toContain(unknown)
      expect(found.says).toContain(says)
      expect(found.file.is).toBe('unknown')
    }
  })

  test('that was sealed here, but that the books do not know, says what it was', async () => {
    const reason = 'EST-009, version 2, approved by John Smith'
    for (const [why, was] of [
      [reason, ' as the signed copy of EST-009, version 2,'],
      ['INV-001', ''],
    ] as const) {
      await writeFile(file, await (await t.app.sealer()).seal(plain, { ...about, reason: why }))
      const { says, file: found } = await verify(file)
      expect(says).toContain(`The file was sealed here${was} on 20`)
      expect(says).toContain('but the books do not know it')
      expect(found.is).toBe('unknown')
    }
  })

  test('by a stranger that calls itself ours does not pass for it', async () => {
    const reason = 'EST-001, version 1, approved by John Smith'
    const stranger = await openSealer(tempDir())
    await writeFile(file, await stranger.seal(plain, { ...about, reason }))
    expect(await verify(file)).toMatchObject({ ok: false, file: { is: 'unknown' }, approvals: [] })
    await writeFile(file, await (await t.app.sealer()).seal(plain, { ...about, reason }))
    expect((await verify(file)).says).toContain('though it is sealed with the same key')
  })

  test('that is not there is not found', async () => {
    const missing = await portal.run(['verify', 'nothing.pdf', '--json'])
    expect(missing).toMatchObject({ code: 3, json: { error: { code: 'not_found' } } })
    const folder = await portal.run(['verify', `${dir}/`, '--json'])
    expect(folder).toMatchObject({ code: 3, json: { error: { code: 'not_found' } } })
    const number = await portal.run(['verify', 'EST-999', '--json'])
    expect(number).toMatchObject({ code: 3, json: { error: { code: 'not_found' } } })
  })

  test('without an ending is found where it is no number', async () => {
    const bare = join(tempDir(), 'signed')
    await copyFile(file, bare)
    const { json, code } = await portal.run(['verify', 'signed', '--json'], {
      cwd: join(bare, '..'),
    })
    expect(code).toBe(0)
    expect(json).toMatchObject({ file: { is: 'copy' } })
  })
})

describe('a signed copy that was lost', () => {
  const kept = () => join(dir, 'signed', `${hash}.pdf`)

  test.each([
    ['missing', () => rm(kept()), 'is missing'],
    ['damaged', () => writeFile(kept(), flip(copy, 3000)), 'was altered after it was sealed'],
  ])(
    'is named where it is %s, with what brings it back; and only the very file does',
    async (_, lose, says) => {
      await lose()
      const found = await portal.run(['verify', 'EST-001'])
      expect(found.code).toBe(1)
      expect(found.stdout).toContain(says)
      expect(found.stdout).toContain('Next: portal verify <file> --put-back')
      const other = join(tempDir(), 'other.pdf')
      for (const bytes of [flip(copy, 3000), plain]) {
        await writeFile(other, bytes)
        const { code, json } = await portal.run(['verify', other, '--put-back', '--json'])
        expect({ code, json }).toMatchObject({
          code: 2,
          json: { error: { code: 'invalid_input' } },
        })
      }
      expect((await verify('EST-001')).ok).toBe(false)
      const back = await portal.run(['verify', file, '--put-back', '--json'])
      expect(back).toMatchObject({ code: 0, json: { ok: true, put_back: true } })
      expect(await readFile(kept())).toEqual(copy)
      expect((await stat(kept())).mode & 0o777).toBe(0o600)
      expect((await verify('--all')).problems).toEqual([])
      const again = await portal.run(['verify', file, '--put-back'])
      expect(again.stdout).toContain('EST-001 has it already.')
    },
  )
})

describe('what was altered in the books is named, of the estimate, of all, and of the copy', () => {
  const tampering: [string, string[], string][] = [
    [
      'an event',
      [
        `UPDATE events SET data = replace(data, 'John Smith', 'Jane Smith') WHERE type = 'approved'`,
      ],
      'does not match its hash',
    ],
    [
      'a missing event',
      [`DELETE FROM events WHERE type = 'viewed'`],
      'does not follow the event before it',
    ],
    [
      'the end of the timeline',
      [`DELETE FROM events WHERE type = 'sealed'`],
      'is not the head of the chain',
    ],
    [
      'the name of an approval',
      [`UPDATE approvals SET signer_name = 'Jane Smith'`],
      'The approval of version 1 was altered after it was given.',
    ],
    [
      'the time of an approval',
      [`UPDATE approvals SET at = '2025-01-10T18:00:00.000Z'`],
      'The approval of version 1 was altered after it was given.',
    ],
    [
      'the place of an approval in the timeline',
      [`UPDATE approvals SET chain_head = '${'0'.repeat(64)}'`],
      'The approval of version 1 names no line of the timeline.',
    ],
    [
      'a version',
      [`UPDATE versions SET content = replace(content, '"100"', '"900"')`],
      'Version 1 is not what was approved: its content was altered.',
    ],
    [
      'a version with a hash that fits',
      [
        `UPDATE versions SET content_hash = '${'1'.repeat(64)}'`,
        `UPDATE approvals SET content_hash = '${'1'.repeat(64)}'`,
      ],
      'The approval of version 1 was altered after it was given.',
    ],
    [
      'a missing approval',
      ['DELETE FROM approvals'],
      'The approval of version 1 by John Smith is missing.',
    ],
    [
      'the hash of the copy',
      [`UPDATE approvals SET sealed_hash = '${'2'.repeat(64)}'`],
      'is not that of the timeline',
    ],
    [
      'no hash of the copy',
      ['UPDATE approvals SET sealed_hash = NULL, seal_fingerprint = NULL, sealed_at = NULL'],
      'The hash of the signed copy of version 1 was taken away.',
    ],
    [
      'the fingerprint of the seal',
      [`UPDATE approvals SET seal_fingerprint = '${'3'.repeat(64)}'`],
      'It is sealed with another key.',
    ],
    [
      'no fingerprint of the seal, and another time',
      [`UPDATE approvals SET seal_fingerprint = NULL, sealed_at = '2025-01-10T18:00:00.000Z'`],
      'The time of the signed copy of version 1 is not that of the timeline.',
    ],
  ]

  test.each(tampering)('%s', async (_, statements, says) => {
    await tamper(dir, ...statements)
    for (const what of ['EST-001', '--all']) {
      const found = await verify(what)
      expect(found.says, what).toContain(says)
      expect(found.problems.some(({ number }) => number === 'EST-001')).toBe(true)
    }
    const ofFile = await verify(file)
    expect(ofFile.ok).toBe(false)
    if (ofFile.file.is === 'copy') expect(ofFile.says).toContain(says)
  })

  test('the signed copy', async () => {
    const kept = join(dir, 'signed', `${hash}.pdf`)
    const cases: [() => Promise<unknown>, string][] = [
      [() => writeFile(kept, flip(copy, 3000)), 'The content was altered after it was sealed.'],
      [() => writeFile(kept, plain), 'The file carries no seal.'],
      [() => rm(kept), 'The signed copy of version 1 is missing'],
    ]
    for (const [harm, says] of cases) {
      await harm()
      for (const what of ['EST-001', '--all', file])
        expect((await verify(what)).says).toContain(says)
    }
    await mkdir(join(dir, 'signed'), { recursive: true })
    await writeFile(kept, await readFile(file))
    expect((await verify('--all')).ok).toBe(true)
  })
})

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  return flipped
}
