import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A program that reads a name before anything else has needed TLS. */
const program = `
  import { X509Certificate } from 'node:crypto'
  import { readFileSync } from 'node:fs'
  import { nameIn } from './src/seal/identity.ts'
  const name = nameIn(new X509Certificate(readFileSync('test/support/localhost.pem')))
  const { default: tls } = await import('node:tls')
  console.log(name, typeof tls.createSecureContext)
`

test('whoever has read the name in a certificate can still speak over TLS', async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  const args = ['--input-type=module', '-e', outputFiles[0]?.text ?? '']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  expect(stdout).toBe('localhost function\n')
})
