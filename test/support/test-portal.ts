import type { App } from '../../src/app.ts'
import type { Document } from '../../src/domain/document.ts'
import type { Language } from '../../src/domain/language.ts'
import { createLog } from '../../src/server/log.ts'
import { type RunningServer, type ServeOptions, startServer } from '../../src/server/serve.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { type ShareInput, shareDocument } from '../../src/usecases/share-document.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { shownVersion } from './approve-version.ts'
import { type HttpAnswer, type HttpAsk, httpAsk } from './http-request.ts'
import { openTestApp, type TestApp } from './test-app.ts'

/** A portal that serves a workspace of its own on a free port; jobs run only when a test runs them. */
export type TestPortal = TestApp & {
  server: RunningServer
  /** What it logged, one object a line. */
  logged: Record<string, unknown>[]
  ask(path: string, ask?: HttpAsk): Promise<HttpAnswer>
  /** Makes a link to a document and gives its path. */
  link(number: string, options?: Omit<ShareInput, 'number'>): Promise<string>
  show(number: string): Promise<Document>
  /** What the form of an estimate's review page carries. */
  version(number: string, language?: Language): Promise<string>
  /** The types of a document's events, oldest first. */
  story(number: string): Promise<string[]>
}

const items = [
  { description: 'Kitchen remodel', quantity: '1', unit_price: '5000' },
  { description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65' },
]

/** INV-001 and EST-001 of John Smith, both drafts. */
const drafts: DocumentDraft[] = [
  { kind: 'invoice', customer: 'John Smith', items, due_on: '2025-01-30' },
  { kind: 'estimate', customer: 'John Smith', items, valid_until_on: '2025-01-29' },
]

export async function openTestPortal(
  config: Record<string, unknown> = {},
  options: ServeOptions = {},
  /** Replaces parts of the app before it is served. */
  arrange: (app: App) => unknown = () => {},
): Promise<TestPortal> {
  const t = await openTestApp(config)
  await arrange(t.app)
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  await createDocuments(t.app, { drafts })
  const logged: Record<string, unknown>[] = []
  const log = createLog({ level: 'info', write: (line) => logged.push(JSON.parse(line)) })
  const server = await startServer(t.app, { port: 0, jobs: false, log, ...options })
  return {
    ...t,
    server,
    logged,
    ask: (path, ask) => httpAsk(server.url, path, ask),
    link: async (number, share) =>
      new URL((await shareDocument(t.app, { number, ...share })).url).pathname,
    show: async (number) => (await showDocument(t.app, number)).document,
    version: async (number, language) =>
      shownVersion(t.app, (await showDocument(t.app, number)).document, language),
    story: async (number) => (await showTimeline(t.app, number)).events.map(({ type }) => type),
    close: async () => {
      await server.close()
      await t.close()
    },
  }
}
