/** A site as it answers now, for the checks of `doctor --site`. */
import type { App } from '../../app.ts'
import type { Document } from '../../domain/document.ts'
import { invalidInput } from '../../domain/errors.ts'
import { linkPath } from '../../domain/link.ts'
import { shareEnd, shareState } from '../../domain/link-life.ts'
import type { PageMode } from '../../domain/page-mode.ts'
import { isLoopback } from '../../domain/public-url.ts'
import type { Share } from '../../domain/share.ts'
import { tokenFor } from '../../domain/token.ts'
import { loadDocuments } from '../../store/documents.ts'
import { listShares } from '../../store/shares.ts'
import { findSiteState } from '../../store/site-state.ts'

export type Answer = {
  status: number
  headers: Headers
  /** The beginning of the body. */
  text: string
}

/** A link by which a customer comes; said by number and id, for its path is a secret. */
export type LiveLink = { path: string; share: Share; document: Document; name: string }

export type LiveSite = {
  app: App
  /** Where it was asked, without a slash at the end. */
  base: string
  https: boolean
  mode: PageMode
  /** Links that open something, the newest first. */
  open: LiveLink[]
  /** Links that must not: revoked, past their end, or of a token that was replaced. */
  dead: LiveLink[]
  /** Redirects are not followed. @throws TypeError when nothing answers */
  ask(path: string, method?: 'GET' | 'POST', headers?: Record<string, string>): Promise<Answer>
}

/** Newest links that are looked at, of each sort: a look at a site is no load for it. */
const mostLinks = 30
const timeoutMs = 10_000
const mostText = 200_000

/**
 * Gathers what there is to be looked at.
 * @throws PortalError invalid_input for a URL that is none, or of somebody else: secret links are sent there
 */
export async function openLiveSite(app: App, site: string): Promise<LiveSite> {
  const base = checkUrl(app, site)
  const links = await linksOf(app)
  const isOpen = ({ share, document }: LiveLink) => {
    const { links: life, business } = app.config
    const end = shareEnd(share, document, life, business.time_zone)
    return shareState(share, end, app.clock.now()) === 'active'
  }
  return {
    app,
    base,
    https: base.startsWith('https:'),
    mode: (await findSiteState(app.db.read))?.mode ?? 'live',
    open: links.filter(isOpen).slice(0, mostLinks),
    dead: [
      ...links.filter((link) => !isOpen(link)).slice(0, mostLinks),
      ...links.flatMap((link) => replacedBy(app, link)).slice(0, mostLinks),
    ],
    ask: (path, method = 'GET', headers = {}) =>
      ask(base + path, { method, headers: { ...headers, ...looking } }),
  }
}

/** By this `portal serve` knows that nobody has opened anything. */
const looking = { purpose: 'prefetch' }

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await fetch(url, { ...init, redirect: 'manual', signal })
  const text = (await response.text()).slice(0, mostText)
  return { status: response.status, headers: response.headers, text }
}

function checkUrl({ config }: App, site: string): string {
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) {
    throw invalidInput([{ field: 'site', message: `"${site}" is no address such as https://…` }])
  }
  const { origin, hostname } = new URL(site)
  if (origin === new URL(config.public_url).origin || isLoopback(hostname)) return origin
  const message = `Secret links would be sent to ${origin}, but they lead to ${config.public_url}.`
  throw invalidInput([{ field: 'site', message }], 'Give the address that public_url has.')
}

/** All that were ever given for a document, the newest first. */
async function linksOf(app: App): Promise<LiveLink[]> {
  const shares = (await listShares(app.db.read))
    .filter(({ scope, document_id }) => scope !== 'preview' && document_id !== null)
    .reverse()
  const ids = [...new Set(shares.map(({ document_id }) => document_id ?? ''))]
  const documents = new Map((await loadDocuments(app.db.read, ids)).map((one) => [one.id, one]))
  return shares.flatMap((share) => {
    const document = documents.get(share.document_id ?? '')
    return document ? [linkOf(app, share, document, share.rotation)] : []
  })
}

/** All of its former tokens, the latest first: a copy may be older than the last of them. */
function replacedBy(app: App, { share, document }: LiveLink): LiveLink[] {
  const rotations = [...Array(share.rotation).keys()].reverse()
  return rotations.map((rotation) => linkOf(app, share, document, rotation))
}

function linkOf(app: App, share: Share, document: Document, rotation: number): LiveLink {
  const path = linkPath(share.kind, tokenFor(app.linkKey, share.kind, share.id, rotation))
  const state = rotation === share.rotation ? '' : ', before it was rotated'
  return { path, share, document, name: `${document.number} (link ${share.id}${state})` }
}
