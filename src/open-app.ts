import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { App } from './app.ts'
import { checkAccount } from './config/account.ts'
import { createClock } from './config/clock.ts'
import { readLinkKey } from './config/keys.ts'
import { loadConfig } from './config/load.ts'
import { toBase32 } from './domain/base32.ts'
import type { Customer, Document } from './domain/document.ts'
import { invalidInput } from './domain/errors.ts'
import { nearest } from './domain/text.ts'
import { packageDir } from './package-dir.ts'
import type { Ids } from './ports/ids.ts'
import type { RenderedMail } from './ports/renderer.ts'
import { createProviders, type ProviderTools } from './providers/registry.ts'
import { createSite } from './site/site.ts'
import { openDatabase } from './store/open.ts'
import { createSandboxBooks } from './store/sandbox-books.ts'
import type { InspectionTools } from './usecases/checks/inspection.ts'

export type OpenOptions = {
  /** The workspace folder. */
  dir: string
  env?: NodeJS.ProcessEnv
  /** For work that shows and makes no link: `link.key` may be lost. */
  keyless?: boolean
  /** See `App.unshown`; nobody by default. */
  unshown?: App['unshown']
  /** Parts that a test replaces. */
  overrides?: Partial<App>
}

/**
 * Opens a workspace: the only place where adapters are put together. Mailer, browser and renderer are
 * loaded when they are first needed.
 * @throws PortalError config_invalid, not_found, conflict for root in the folder of another, or what the database says
 */
export async function openApp({
  dir,
  env = process.env,
  keyless = false,
  unshown = () => {},
  overrides,
}: OpenOptions): Promise<App> {
  checkAccount(dir)
  const { config, env: whole } = await loadConfig(dir, env)
  const clock = createClock(whole, config.payments)
  const linkKey = keyless ? undefined : readLinkKey(dir)
  const db = overrides?.db ?? (await openDatabase(join(dir, 'portal.db')))
  const tools = createTools(dir)
  const mailer = once(() => tools.mailer(config))
  const pdf = once(() => tools.printer(config))
  const anyRenderer = once(() => tools.renderer(config))
  const sealer = once(() => tools.sealer(config))
  const ink = once(async () => (await import('./ink/create-ink.ts')).createInk())
  const app: App = {
    dir,
    config,
    db,
    clock,
    ids: randomIds,
    get linkKey() {
      return linkKey ?? readLinkKey(dir)
    },
    mailer,
    pdf,
    renderer: async (locale) => {
      const renderer = await anyRenderer()
      if (locale !== undefined) await renderer.speak(locale)
      return renderer
    },
    ink,
    providers: createProviders(config, {
      sandbox: createSandboxBooks(db),
      now: () => app.clock.now(),
      nextSandboxId: () => app.ids.next('sx'),
    }),
    sealer,
    site: createSite(dir),
    unshown,
    /* Once: `serve` closes the app when it stops, and so does the command around it. */
    close: once(async () => {
      await Promise.allSettled([mailer.begun, pdf.begun].map(async (part) => (await part)?.close()))
      await db.close()
    }),
    ...overrides,
  }
  return app
}

/** The adapters one by one, for `doctor`, which also looks at a workspace that cannot be opened. */
export function createTools(dir: string): InspectionTools {
  return {
    mailer: async ({ mail }) =>
      (await import('./mail/create-mailer.ts')).createMailer(mail, { workspaceDir: dir }),
    mailServerFacts: async ({ mail }) =>
      (await import('./mail/probe.ts')).probeMailServer(mail.smtp),
    nameServer: async ({ mail }) =>
      (await import('./mail/name-server.ts')).createNameServer(mail.dns_server),
    printer: async ({ pdf }) =>
      (await import('./pdf/printer.ts')).createPdfPrinter({ browser: pdf.browser }),
    renderer: async (config) =>
      (await import('./render/create-renderer.ts')).createRenderer({
        config,
        workspaceDir: dir,
        packageDir: packageDir(),
      }),
    sealer: async ({ signature, business }) =>
      (await import('./seal/create-sealer.ts')).createSealer({
        workspaceDir: dir,
        name: business.name || business.email,
        ...signature,
      }),
    providers: (config) => createProviders(config, noSandbox),
    findBrowser: async (setting) => (await import('./pdf/find-browser.ts')).findBrowser(setting),
  }
}

/** Where no database is open the sandbox has no books; `doctor` does not ask it anything. */
const noSandbox: ProviderTools = {
  sandbox: {
    open: () => Promise.reject(new Error('The sandbox has no books here.')),
    find: async () => undefined,
    change: async () => undefined,
  },
  now: () => new Date(),
  nextSandboxId: () => '',
}

/** Makes the key of the seal where there is none, for a business of this name. */
export async function makeSealKey(dir: string, name: string): Promise<void> {
  await (await import('./seal/seal-key.ts')).takeSealKey(dir, name)
}

type PreviewOptions = {
  real?: { document: Document; customer: Customer } | undefined
  /** Of what an owner's notice tells. */
  event?: string
}

/**
 * A mail as it would look, about a document or a made-up one.
 * @throws PortalError invalid_input for a kind of mail or an event there is not
 */
export async function previewMail(
  app: App,
  kind: string,
  { real, event }: PreviewOptions,
): Promise<RenderedMail> {
  const { renderedMailKinds } = await import('./render/mail.ts')
  const { sampleMailInput } = await import('./render/mail-sample.ts')
  const known = renderedMailKinds.find((one) => one === kind)
  if (known) {
    const { sampleEvents } = await import('./render/sample-notices.ts')
    const told = event === undefined ? undefined : sampleEvents.find((one) => one === event)
    if (event !== undefined && kind !== 'owner_notice') {
      throw invalidInput([{ field: 'event', message: `is for owner_notice, not for ${kind}` }])
    }
    if (event !== undefined && !told) throw unknown('event', event, 'event', sampleEvents)
    const options = { real, ...(told ? { event: told } : {}) }
    const input = sampleMailInput(app.config, known, app.clock.now(), options)
    return (await app.renderer(input.document?.content.locale)).mail(input)
  }
  throw unknown('kind', kind, 'kind of mail', renderedMailKinds)
}

function unknown(field: string, word: string, what: string, known: readonly string[]) {
  const meant = nearest(word, known)
  const help = meant ? `did you mean ${meant}?` : `there are: ${known.join(', ')}`
  return invalidInput([{ field, message: `"${word}" is no ${what}; ${help}` }])
}

const randomIds: Ids = {
  next(prefix) {
    const length = prefix === 'co' || prefix === 'sx' ? 26 : 12
    return `${prefix}_${toBase32(randomBytes(20)).slice(0, length)}`
  },
}

/**
 * Loads at most once; `begun` is undefined until then, and again after a failure: what was missing may be
 * there the next time, and there is nothing to close.
 */
function once<T>(load: () => Promise<T>): (() => Promise<T>) & { begun?: Promise<T> | undefined } {
  const get: (() => Promise<T>) & { begun?: Promise<T> | undefined } = () => {
    get.begun ??= load().catch((error) => {
      get.begun = undefined
      throw error
    })
    return get.begun
  }
  return get
}
