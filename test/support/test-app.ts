import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { App } from '../../src/app.ts'
import { createLinkKey } from '../../src/config/keys.ts'
import { openApp } from '../../src/open-app.ts'
import { openDatabase } from '../../src/store/open.ts'

/** A workspace of its own in a temporary folder, opened with every real part. */
export type TestApp = {
  app: App
  dir: string
  /** Moves the business clock. */
  setNow(instant: string): void
  close(): Promise<void>
}

const business = {
  name: 'Acme Remodeling',
  email: 'owner@acme.example',
  phone: '+1 555 0100',
  address: ['200 Mill Road', 'Springfield, NY 10101'],
}

/** Opens a fresh workspace; `config` is merged over a small business's usual one. */
export async function openTestApp(
  config: Record<string, unknown> = {},
  now = '2025-01-15T15:00:00Z',
): Promise<TestApp> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-test-'))
  await writeFile(join(dir, 'config.yml'), stringify({ business, ...config }))
  createLinkKey(dir)
  await writeFile(join(dir, 'portal.db'), await emptyDatabase(), { mode: 0o600 })
  let instant = now
  const clock = { now: () => new Date(instant) }
  const app = await openApp({ dir, env: {}, overrides: { clock } })
  return {
    app,
    dir,
    setNow: (next) => {
      instant = next
    },
    close: async () => {
      await app.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

let empty: Promise<Buffer> | undefined

/** The bytes of a new database: to migrate one takes ten times as long as to write it. */
function emptyDatabase(): Promise<Buffer> {
  empty ??= createEmpty()
  return empty
}

async function createEmpty(): Promise<Buffer> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-empty-'))
  const path = join(dir, 'portal.db')
  await (await openDatabase(path, { create: true })).close()
  const bytes = await readFile(path)
  await rm(dir, { recursive: true })
  return bytes
}
