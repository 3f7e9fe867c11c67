import { createServer, type RequestListener, type Server } from 'node:http'
import type { App } from '../app.ts'
import { isClockSet } from '../config/clock.ts'
import { checkLinkable } from '../domain/public-url.ts'
import { securityHeaders } from '../domain/security-headers.ts'
import { packageVersion } from '../package-dir.ts'
import { openServing } from '../store/serving.ts'
import { shelveAssets } from './asset-shelf.ts'
import { createBackground } from './background.ts'
import { type BooksWatch, watchBooks } from './books-gone.ts'
import { answerBrokenRequests } from './broken-request.ts'
import type { Context } from './context.ts'
import { createExpressApp } from './express-app.ts'
import { createFastPath } from './fast-path.ts'
import { listen } from './listen.ts'
import { createLog, type Log } from './log.ts'
import { logAccess } from './middleware/access-log.ts'
import { createMissLimiter } from './miss-limiter.ts'
import { createPageCache } from './page-cache.ts'
import { secretsOf } from './redact.ts'
import { keepHeapSmall } from './small-heap.ts'
import { stop } from './stop.ts'
import { startTimers, type Timers } from './timers.ts'

export type ServeOptions = {
  /** Instead of `server.host` and `server.port`; port 0 takes a free one. */
  host?: string
  port?: number
  /** Whether jobs run on their schedules; `server.jobs` by default. */
  jobs?: boolean
  log?: Log
}

export type RunningServer = {
  /** Where it listens, which is not the public URL. */
  url: string
  port: number
  /** Is kept when the database was deleted, moved or replaced: nothing is served any more, and it should end. */
  gone: Promise<void>
  /** Waits until all that goes on after answers has ended. */
  settled(): Promise<void>
  /** Stops within some seconds: begun requests and jobs end, then the app is closed. */
  close(): Promise<void>
}

/**
 * Serves the portal.
 * @throws PortalError config_invalid for a public URL that must not carry secret links, a bad logo or theme;
 * conflict when the port is in use
 */
export async function startServer(app: App, options: ServeOptions = {}): Promise<RunningServer> {
  const { config } = app
  checkLinkable(config.public_url)
  keepHeapSmall()
  const log = options.log ?? defaultLog(app)
  const { context, close: closeContext } = await openContext(app, log)
  const server = createPortal(context)
  const host = options.host ?? config.server.host
  const port = await listen(server, host, options.port ?? config.server.port).catch(
    async (error) => {
      await closeContext()
      throw error
    },
  )
  /* What the one before left half-written, if it was killed. */
  context.background.run('sweep', () => app.site.sweep())
  const runsJobs = (options.jobs ?? config.server.jobs) && !isClockSet(process.env)
  const timers = runsJobs ? await startTimers(app, log) : undefined
  const watch = watchBooks(context.serving)
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    gone: watch.gone,
    settled: () => context.background.settled(),
    close: once(() => closeAll(app, { server, timers, watch, context, closeContext })),
  }
}

function defaultLog({ config }: App): Log {
  const level = process.env.PORTAL_DEBUG === '1' ? 'debug' : 'info'
  return createLog({ level, secrets: secretsOf(config) })
}

async function openContext(
  app: App,
  log: Log,
): Promise<{ context: Context; close(): Promise<void> }> {
  const renderer = await app.renderer()
  /* Whoever comes may choose any of them. */
  await renderer.speak()
  /* A theme whose templates do not work is refused before a customer meets it. */
  renderer.notice({ kind: 'unknown', reference: '' })
  const serving = await openServing(app.db)
  const context: Context = {
    app: { ...app, db: { ...app.db, read: serving.read } },
    serving,
    renderer,
    headers: securityHeaders({ https: app.config.public_url.startsWith('https:') }),
    pages: createPageCache(),
    assets: shelveAssets(renderer.assets()),
    misses: createMissLimiter(),
    background: createBackground(log),
    log,
    version: packageVersion(),
  }
  return { context, close: serving.close }
}

/** Time for headers and for a whole request; what is slower than this is no customer. */
const headersTimeoutMs = 10_000
const requestTimeoutMs = 30_000
/** Browsers reuse a connection within seconds; longer only holds sockets. */
const keepAliveTimeoutMs = 10_000
/** How often Node looks for what is too slow. */
const lookForSlowMs = 5000
/** Nothing comes or goes for so long: longer than any provider is waited for, or a PDF. */
const silenceTimeoutMs = 120_000

function createPortal(context: Context): Server {
  const slowPath = endSilence(createExpressApp(context))
  const handler = logAccess(context.log, createFastPath(context, slowPath))
  /* A request without Host is answered like any other: nothing here looks at it. */
  const options = { requireHostHeader: false, connectionsCheckingInterval: lookForSlowMs }
  const server = createServer(options, handler)
  server.on('checkExpectation', handler)
  server.headersTimeout = headersTimeoutMs
  server.requestTimeout = requestTimeoutMs
  server.keepAliveTimeout = keepAliveTimeoutMs
  answerBrokenRequests(server, context.headers)
  server.on('error', (error) => {
    /* That it cannot listen, `listen` says. */
    if (server.listening) context.log.error('a connection was not accepted', { error })
  })
  return server
}

/**
 * Cuts the line when nothing comes or goes on it. Set for all of the server, it would be set anew with each packet
 * and take a twentieth of the fast path, whose answers are small and at hand.
 */
function endSilence(next: RequestListener): RequestListener {
  return (req, res) => {
    req.socket.setTimeout(silenceTimeoutMs)
    next(req, res)
  }
}

type Running = {
  server: Server
  timers: Timers | undefined
  watch: BooksWatch
  context: Context
  closeContext(): Promise<void>
}

async function closeAll(app: App, { server, timers, watch, context, closeContext }: Running) {
  watch.stop()
  await Promise.all([stop(server), timers?.stop()])
  await context.background.settled()
  await closeContext()
  await app.close()
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined
  return () => {
    begun ??= work()
    return begun
  }
}
