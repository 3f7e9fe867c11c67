/** The one table of paths (design §7), with the methods that each knows. */
import { type ShareKind, sharePaths } from '../domain/share.ts'

export type Method = 'GET' | 'POST'

/** What a path is: where it lies and what may be done there. HEAD goes wherever GET goes. */
export type PathEntry = {
  patterns: string[]
  methods: readonly Method[]
  /**
   * `webhook`: sent by a provider's server, read raw and proved by its signature. `mail`: also by mail programs,
   * so the route itself asks where a form of ours comes from. Else a form of ours.
   */
  sender?: 'webhook' | 'mail'
  /** Bytes of the form where it holds more than a few fields. */
  form_bytes?: number
  /** Answered also where the database has gone. */
  bookless?: true
}

/** A drawing of 200 kB (safety.md) is 267 kB as base64, and some more as a form. */
const drawingBytes = 300 * 1024
/** 1,000 characters of any script are at most 9 kB as a form; of a longer reason the page says so itself. */
const reasonBytes = 32 * 1024

const documentKinds = ['invoice', 'estimate'] as const satisfies ShareKind[]
const pageKinds = [...documentKinds, 'receipt'] as const satisfies ShareKind[]
const linkKinds = [...pageKinds, 'history'] as const satisfies ShareKind[]

/** Every path that exists; anything else is 404, another method on one of these 405. */
export const paths = {
  page: { patterns: documentPaths(''), methods: ['GET'] },
  pdf: { patterns: documentPaths('/pdf'), methods: ['GET'] },
  pay: { patterns: documentPaths('/pay'), methods: ['GET', 'POST'] },
  approve: {
    patterns: estimatePath('/approve'),
    methods: ['GET', 'POST'],
    form_bytes: drawingBytes,
  },
  decline: {
    patterns: estimatePath('/decline'),
    methods: ['GET', 'POST'],
    form_bytes: reasonBytes,
  },
  renew: { patterns: pathsOf(linkKinds, '/renew'), methods: ['GET', 'POST'] },
  askHistory: { patterns: pathsOf(pageKinds, '/history'), methods: ['GET', 'POST'] },
  viewed: { patterns: documentPaths('/viewed'), methods: ['POST'] },
  go: { patterns: ['/go/:id'], methods: ['GET'] },
  returned: { patterns: ['/go/:id/return'], methods: ['GET'] },
  receipt: { patterns: [`/${sharePaths.receipt}/:token`], methods: ['GET'] },
  receiptPdf: { patterns: [`/${sharePaths.receipt}/:token/pdf`], methods: ['GET'] },
  history: { patterns: historyPath(''), methods: ['GET'] },
  historyDocument: { patterns: historyPath('/documents/:number'), methods: ['POST'] },
  historyReceipt: { patterns: historyPath('/receipts/:number/pdf'), methods: ['GET'] },
  statement: { patterns: historyPath('/statement'), methods: ['GET'] },
  stop: {
    patterns: [`/${sharePaths.unsubscribe}/:token`],
    methods: ['GET', 'POST'],
    sender: 'mail',
  },
  sandbox: { patterns: ['/sandbox/:id'], methods: ['GET', 'POST'] },
  webhook: { patterns: ['/webhooks/:provider'], methods: ['POST'], sender: 'webhook' },
  asset: { patterns: ['/assets/:name'], methods: ['GET'], bookless: true },
  robots: { patterns: ['/robots.txt'], methods: ['GET'], bookless: true },
  health: { patterns: ['/healthz'], methods: ['GET'], bookless: true },
} as const satisfies Record<string, PathEntry>

export type PathName = keyof typeof paths

/** The kind of token that a path's first segment asks for, in either case: `/i/…` or `/I/…`. */
export function kindOfPath(path: string): ShareKind | undefined {
  const segment = path.split('/', 2)[1]?.toLowerCase()
  return linkKinds.find((kind) => sharePaths[kind] === segment)
}

/** The methods of a path as the header Allow lists them. */
export function allowOf({ methods }: PathEntry): string {
  return methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
}

function estimatePath(below: string): string[] {
  return [`/${sharePaths.estimate}/:token${below}`]
}

function documentPaths(below: string): string[] {
  return pathsOf(documentKinds, below)
}

function historyPath(below: string): string[] {
  return pathsOf(['history'], below)
}

function pathsOf(kinds: readonly ShareKind[], below: string): string[] {
  return kinds.map((kind) => `/${sharePaths[kind]}/:token${below}`)
}
