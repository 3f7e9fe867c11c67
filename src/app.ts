import type { Config } from './config/schema.ts'
import { civilDateIn } from './domain/dates.ts'
import type { CivilDate } from './domain/document.ts'
import type { PortalError } from './domain/errors.ts'
import type { Clock } from './ports/clock.ts'
import type { Ids } from './ports/ids.ts'
import type { Ink } from './ports/ink.ts'
import type { Mailer } from './ports/mailer.ts'
import type { PdfPrinter } from './ports/pdf-printer.ts'
import type { Providers } from './ports/providers.ts'
import type { Renderer } from './ports/renderer.ts'
import type { Sealer } from './ports/sealer.ts'
import type { Site } from './ports/site.ts'
import type { Db } from './store/db.ts'
import type { Source } from './store/fragment.ts'

/**
 * All that a use case may reach. `open-app.ts` fills it in; a test may replace any part. Parts that are
 * costly to load are functions, so a command that needs no mail loads no mailer.
 */
export type App = {
  /** The workspace folder, absolute. */
  dir: string
  config: Config
  db: Db
  clock: Clock
  ids: Ids
  /** The secret that tokens are derived from, from `link.key`. */
  linkKey: Buffer
  mailer: () => Promise<Mailer>
  pdf: () => Promise<PdfPrinter>
  /** Ready for documents in this locale's language; always for the business's own. */
  renderer: (locale?: string) => Promise<Renderer>
  providers: Providers
  sealer: () => Promise<Sealer>
  ink: () => Promise<Ink>
  site: Site
  /** Told when something was decided and holds, but its pages could not be written. */
  unshown: (fault: PortalError) => void
  /** Ends what was started: mailer, browser, database. */
  close(): Promise<void>
}

/**
 * What a use case reaches that only looks something up. Every App will do; a command that needs no more
 * opens it alone, without the query builder and all that writes.
 */
export type Books = Pick<App, 'config' | 'clock' | 'linkKey'> & { db: { read: Source } }

/** Today's civil date where the business is: what dates of documents are compared with. */
export function today(app: Pick<App, 'clock' | 'config'>): CivilDate {
  return civilDateIn(app.config.business.time_zone, app.clock.now())
}
