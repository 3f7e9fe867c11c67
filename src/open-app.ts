import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { App } from './app.ts'
import { createClock } from './config/clock.ts'
import { readLinkKey } from './config/keys.ts'
import { loadConfig } from './config/load.ts'
import { toBase32 } from './domain/base32.ts'
import { packageDir } from './package-dir.ts'
import type { Ids } from './ports/ids.ts'
import { createSite } from './site/site.ts'
import { openDatabase } from './store/open.ts'

export type OpenOptions = {
  /** The workspace folder. */
  dir: string
  env?: NodeJS.ProcessEnv
  /** Parts that a test replaces. */
  overrides?: Partial<App>
}

/**
 * Opens a workspace: the only place where adapters are put together. Mailer, browser and renderer are
 * loaded when they are first needed.
 * @throws PortalError config_invalid, not_found, or what the database says
 */
export async function openApp({ dir, env = process.env, overrides }: OpenOptions): Promise<App> {
  const { config, env: whole } = await loadConfig(dir, env)
  const clock = createClock(whole, config.payments)
  const db = overrides?.db ?? (await openDatabase(join(dir, 'portal.db')))
  const mailer = once(async () =>
    (await import('./mail/create-mailer.ts')).createMailer(config.mail, { workspaceDir: dir }),
  )
  const pdf = once(async () => {
    const { createPdfPrinter } = await import('./pdf/printer.ts')
    return createPdfPrinter({ browser: config.pdf.browser })
  })
  const renderer = once(async () => {
    const { createRenderer } = await import('./render/create-renderer.ts')
    return createRenderer({ config, workspaceDir: dir, packageDir: packageDir() })
  })
  const app: App = {
    dir,
    config,
    db,
    clock,
    ids: randomIds,
    linkKey: readLinkKey(dir),
    mailer,
    pdf,
    renderer,
    site: createSite(dir),
    /* Once: `serve` closes the app when it stops, and so does the command around it. */
    close: once(async () => {
      await (await mailer.begun)?.close()
      await (await pdf.begun)?.close()
      await db.close()
    }),
    ...overrides,
  }
  return app
}

const randomIds: Ids = {
  next: (prefix) => `${prefix}_${toBase32(randomBytes(8)).slice(0, 12)}`,
}

/** Loads at most once; `begun` is undefined until then. */
function once<T>(load: () => Promise<T>): (() => Promise<T>) & { begun?: Promise<T> } {
  const get: (() => Promise<T>) & { begun?: Promise<T> } = () => {
    get.begun ??= load()
    return get.begun
  }
  return get
}
