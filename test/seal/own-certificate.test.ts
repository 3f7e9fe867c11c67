import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readOwnCertificate } from '../../src/seal/own-certificate.ts'
import { tempDirs } from '../support/temp-dir.ts'

const temporary = tempDirs()
let dir: string

beforeEach(() => {
  dir = join(temporary(), 'workspace')
  mkdirSync(dir)
})

const put: Record<string, (path: string) => void> = {
  'a link that leads out': (path) => {
    writeFileSync(join(dir, '../other.pem'), 'secret')
    symlinkSync('../other.pem', path)
  },
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a folder': (path) => mkdirSync(path),
  'far too much': (path) => {
    writeFileSync(path, '')
    truncateSync(path, 1_100_000)
  },
}

test.each([
  ['a link that leads out', 'lies outside the workspace'],
  ['a pipe', 'is not a file'],
  ['a folder', 'is not a file'],
  ['far too much', 'is far too large for a certificate'],
])('a certificate that is %s is refused and not read', async (kind, message) => {
  put[kind]?.(join(dir, 'own.pem'))
  await expect(readOwnCertificate(dir, 'own.pem', '')).rejects.toMatchObject({
    code: 'config_invalid',
    details: [{ field: 'signature.certificate', message }],
  })
})

test.each(['../other.pem', '/etc/passwd'])('the path %s is refused', async (path) => {
  writeFileSync(join(dir, '../other.pem'), 'secret')
  await expect(readOwnCertificate(dir, path, '')).rejects.toMatchObject({
    details: [{ message: 'lies outside the workspace' }],
  })
})
