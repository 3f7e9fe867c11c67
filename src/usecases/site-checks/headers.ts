import { securityHeaders } from '../../domain/security-headers.ts'
import { type Finding, fault, fine } from '../checks/inspection.ts'
import { assetCaching, robotsCaching } from '../hosting/places.ts'
import type { Answer, LiveSite } from './live-site.ts'
import { unknownPath } from './unknown.ts'

type Looked = { what: string; answer: Answer; caching?: string }

/** Whether every kind of answer carries the headers that it must. */
export async function checkHeaders(site: LiveSite): Promise<Finding> {
  const looked = await lookAtEach(site)
  const lines = looked.flatMap((one) => wrongHeaders(site, one))
  if (lines.length === 0) return fine(`All headers are right (${looked.length} answers).`)
  const remedy =
    'Let the web server use what `portal build` writes: hosting/nginx.conf, hosting/Caddyfile, ' +
    'or site/_headers.'
  return fault(lines.join('\n'), remedy)
}

async function lookAtEach(site: LiveSite): Promise<Looked[]> {
  const looked: Looked[] = [
    { what: 'robots.txt', answer: await site.ask('/robots.txt'), caching: robotsCaching },
    { what: 'a link that does not exist', answer: await site.ask(unknownPath(site)) },
  ]
  const [ended] = site.dead
  if (ended) looked.push({ what: 'a link that ended', answer: await site.ask(ended.path) })
  const pages = await lookAtPages(site)
  const asset = /\/assets\/[\w.-]+\.css/.exec(pages[0]?.answer.text ?? '')?.[0]
  if (asset) pages.push({ what: 'an asset', answer: await site.ask(asset), caching: assetCaching })
  return [...looked, ...pages]
}

/** Of each kind of link the newest, with its PDF: a host may have rules for each folder. */
async function lookAtPages(site: LiveSite): Promise<Looked[]> {
  const looked: Looked[] = []
  for (const [kind, noun] of Object.entries(nouns)) {
    const link = site.open.find(({ share }) => share.kind === kind)
    if (!link) continue
    const pdf = `${link.path}/${site.mode === 'live' ? 'pdf' : 'pdf.pdf'}`
    looked.push({ what: `the page of ${noun}`, answer: await site.ask(link.path) })
    looked.push({ what: `the PDF of ${noun}`, answer: await site.ask(pdf) })
  }
  return looked
}

const nouns = { invoice: 'an invoice', estimate: 'an estimate', receipt: 'a receipt' }

function wrongHeaders({ https }: LiveSite, { what, answer, caching }: Looked): string[] {
  const expected = {
    ...securityHeaders({ https }),
    ...(caching ? { 'Cache-Control': caching } : {}),
  }
  const wrong = Object.entries(expected).flatMap(([name, value]) => {
    const given = answer.headers.get(name)
    if (given === null) return [`${what}: ${name} is missing.`]
    return plain(given) === plain(value) ? [] : [`${what}: ${name} is "${given}", not "${value}".`]
  })
  const cookie = answer.headers.has('set-cookie') ? [`${what}: a cookie is set.`] : []
  return [...wrong, ...cookie]
}

/** Spaces and capitals mean nothing here. */
function plain(value: string): string {
  return value.toLowerCase().replace(/\s+/g, ' ').trim()
}
