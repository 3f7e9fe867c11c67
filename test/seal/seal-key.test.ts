import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkAsDocumented, hasSealTools, pdfsig } from '../support/seal-tools.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { about, openSealer, printPdfs } from './sealing.ts'

const tempDir = tempDirs()
const keyOf = (dir: string) => readFileSync(join(dir, 'seal.key'), 'utf8')

describe('the key of a workspace', () => {
  test('is made by its first need, for its owner only, and stays', async () => {
    const dir = tempDir()
    const fingerprint = await (await openSealer(dir)).fingerprint()
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(dir, 'seal.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual(['seal.key'])
    expect(await (await openSealer(dir)).fingerprint()).toBe(fingerprint)
  })

  test('is one, however many need it first at the same time', async () => {
    const dir = tempDir()
    const sealers = await Promise.all(Array.from({ length: 4 }, () => openSealer(dir)))
    const found = await Promise.all(sealers.map((sealer) => sealer.fingerprint()))
    expect(new Set(found).size).toBe(1)
    expect(readdirSync(dir)).toEqual(['seal.key'])
  })

  test('leaves no draft behind, nor that of a process that was killed', async () => {
    const dir = tempDir()
    const [old, fresh] = ['seal.key.0123456789abcdef.tmp', 'seal.key.fedcba9876543210.tmp']
    for (const name of [old, fresh]) writeFileSync(join(dir, name), 'half a key')
    utimesSync(join(dir, old), new Date(0), new Date(0))
    await (await openSealer(dir)).fingerprint()
    expect(readdirSync(dir).sort()).toEqual(['seal.key', fresh])
  })

  test('is not made by looking at a file', async () => {
    const dir = tempDir()
    const report = await (await openSealer(dir)).inspect(Buffer.from('%PDF-1.4'))
    expect(report).toMatchObject({ sealed: false, ours: false })
    expect(readdirSync(dir)).toEqual([])
  })

  test('stays when the business is named anew, and its certificate follows', async () => {
    const dir = tempDir()
    const before = await openSealer(dir, { name: 'Acme' })
    const sealed = await before.seal((await pdfs).small, about)
    const after = await openSealer(dir, { name: 'Acme & Daughters' })
    expect(await after.fingerprint()).not.toBe(await before.fingerprint())
    expect(await after.inspect(sealed)).toMatchObject({
      ours: true,
      issued_to: 'Acme',
      problems: [],
    })
    expect(keyOf(dir)).toContain((await after.certificate()).trim())
    expect(statSync(join(dir, 'seal.key')).mode & 0o777).toBe(0o600)
    const back = await openSealer(dir, { name: 'Acme' })
    expect(await back.fingerprint()).toBe(await before.fingerprint())
  })

  test.each([
    ['cut off', (pem: string) => pem.slice(0, pem.length / 2)],
    ['of another', (pem: string) => pem.split('-----BEGIN CERT')[0] + keyOf(foreign)],
    ['no key', () => 'Dear diary'],
  ])('that is damaged (%s) is refused and left as it is', async (_, harm) => {
    const dir = tempDir()
    await (await openSealer(dir)).fingerprint()
    const harmed = harm(keyOf(dir))
    writeFileSync(join(dir, 'seal.key'), harmed)
    await expect((await openSealer(dir)).fingerprint()).rejects.toMatchObject({
      code: 'config_invalid',
      hint: expect.stringContaining('backup'),
    })
    expect(keyOf(dir)).toBe(harmed)
  })
})

const foreign = tempDir()
let pdfs: ReturnType<typeof printPdfs>

beforeAll(async () => {
  pdfs = printPdfs()
  await (await openSealer(foreign, { name: 'Another' })).fingerprint()
})

describe.runIf(hasSealTools)('a certificate from elsewhere', () => {
  /** A key of this kind, its certificate by an authority, and files of them in many forms. */
  function makeFiles(kind: string[]): string {
    const dir = tempDir()
    const run = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' })
    run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '9000',
      '-subj',
      '/CN=Authority',
    )
    run(
      'req',
      '-newkey',
      ...kind,
      '-nodes',
      '-keyout',
      'own.key',
      '-out',
      'own.csr',
      '-subj',
      '/O=Acme/CN=Acme by Authority',
    )
    run(
      'x509',
      '-req',
      '-in',
      'own.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '9000',
      '-out',
      'own.crt',
    )
    run(
      'pkcs12',
      '-export',
      '-inkey',
      'own.key',
      '-in',
      'own.crt',
      '-certfile',
      'ca.pem',
      '-passout',
      'pass:geheim ü',
      '-out',
      'new.p12',
    )
    run(
      'pkcs12',
      '-export',
      '-inkey',
      'own.key',
      '-in',
      'own.crt',
      '-certfile',
      'ca.pem',
      '-passout',
      'pass:geheim ü',
      '-out',
      'old.pfx',
      '-keypbe',
      'PBE-SHA1-3DES',
      '-certpbe',
      'PBE-SHA1-3DES',
      '-macalg',
      'sha1',
    )
    run(
      'pkcs12',
      '-export',
      '-inkey',
      'own.key',
      '-in',
      'own.crt',
      '-passout',
      'pass:',
      '-keypbe',
      'NONE',
      '-certpbe',
      'NONE',
      '-out',
      'bare.p12',
    )
    run('pkcs8', '-topk8', '-in', 'own.key', '-passout', 'pass:geheim ü', '-out', 'own.enc')
    const read = (name: string) => readFileSync(join(dir, name), 'latin1')
    writeFileSync(join(dir, 'plain.pem'), read('own.key') + read('own.crt') + read('ca.pem'))
    writeFileSync(join(dir, 'locked.pem'), read('ca.pem') + read('own.enc') + read('own.crt'))
    return dir
  }

  test.each([
    ['RSA', ['rsa:2048']],
    ['elliptic curves', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ])('seals too: %s', async (_, kind) => {
    const dir = makeFiles(kind)
    const trusted = readFileSync(join(dir, 'ca.pem'), 'latin1')
    const found = new Set<string>()
    for (const [certificate, passphrase] of [
      ['plain.pem', ''],
      ['locked.pem', 'geheim ü'],
      ['new.p12', 'geheim ü'],
      ['old.pfx', 'geheim ü'],
      ['bare.p12', ''],
    ] as const) {
      const sealer = await openSealer(dir, { certificate, passphrase })
      const sealed = await sealer.seal((await pdfs).small, about)
      expect(pdfsig(sealed)).toContain('Total document signed')
      expect(checkAsDocumented(sealed, { trusted })).toContain('CAdES Verification successful')
      expect(await sealer.inspect(sealed)).toMatchObject({
        intact: true,
        whole: true,
        ours: true,
        issued_to: 'Acme by Authority',
        problems: [],
      })
      found.add(await sealer.fingerprint())
    }
    expect(found.size).toBe(1)
    expect(readdirSync(dir)).not.toContain('seal.key')
  })

  test('is refused in plain words when it cannot be used', async () => {
    const dir = makeFiles(['rsa:2048'])
    const cases = [
      ['new.p12', 'wrong', 'passphrase is wrong'],
      ['old.pfx', '', 'passphrase is wrong'],
      ['locked.pem', 'wrong', 'passphrase is wrong'],
      ['own.crt', '', 'holds no private key'],
      ['own.key', '', 'holds no certificate of its key'],
      ['missing.pem', '', 'cannot be read'],
      ['../elsewhere.pem', '', 'outside the workspace'],
    ] as const
    for (const [certificate, passphrase, says] of cases) {
      const sealer = await openSealer(dir, { certificate, passphrase })
      await expect(sealer.fingerprint(), certificate).rejects.toMatchObject({
        code: 'config_invalid',
        message: expect.stringContaining(says),
        details: [{ field: 'signature.certificate' }],
      })
    }
  })
})
