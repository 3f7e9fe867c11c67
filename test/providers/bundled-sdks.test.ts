import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { root } from '../support/source-imports.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

/** Nobody listens there: who gets so far has loaded the SDK. */
const api_base = 'http://127.0.0.1:9'

const program = `
  import { createPaypal } from './src/providers/paypal/create-paypal.ts'
  import { createSquare } from './src/providers/square/create-square.ts'
  import { createStripe } from './src/providers/stripe/create-stripe.ts'
  const api_base = '${api_base}'
  const stripe = { secret_key: 'sk_test_1', webhook_secret: '', card: true, ach: true, api_base }
  const square = { access_token: 'EAAA', location_id: 'L1', webhook_signature_key: '', webhook_url: null, api_base }
  const paypal = { client_id: 'A', client_secret: 'B', webhook_id: '', api_base }
  const providers = [
    await createStripe(stripe),
    await createSquare(square, { public_url: '' }),
    await createPaypal(paypal),
  ]
  for (const provider of providers) {
    const failure = await provider.check().catch((error) => error)
    console.log(provider.name, failure.name, failure.kind)
  }
`

test('the SDKs load out of the bundle that the program is', async () => {
  const outfile = join(tempDir(), 'providers.mjs')
  const require = `import{createRequire as c}from'node:module';const require=c(import.meta.url);`
  await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: require },
  })
  const { stdout } = await promisify(execFile)(process.execPath, [outfile])
  const providers = ['stripe', 'square', 'paypal']
  const lines = providers.map((name) => `${name} ProviderError unreachable`)
  expect(stdout.trim().split('\n')).toEqual(lines)
})
