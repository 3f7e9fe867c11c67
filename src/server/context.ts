import type { App } from '../app.ts'
import type { Renderer } from '../ports/renderer.ts'
import type { Serving } from '../store/serving.ts'
import type { AssetShelf } from './asset-shelf.ts'
import type { Background } from './background.ts'
import type { Log } from './log.ts'
import type { MissLimiter } from './miss-limiter.ts'
import type { PageCache } from './page-cache.ts'

/** What the routes of one running server have in common. */
export type Context = {
  /** Reads go to `serving`'s connection. */
  app: App
  serving: Pick<Serving, 'recall' | 'find' | 'isSameFile'>
  renderer: Renderer
  /** The headers of every response (safety.md). */
  headers: Record<string, string>
  pages: PageCache
  assets: AssetShelf
  misses: MissLimiter
  background: Background
  log: Log
  /** The program's version, for /healthz. */
  version: string
}
