import type { App } from '../app.ts'
import { type Finding, fault } from './checks/inspection.ts'
import { checkActions } from './site-checks/actions.ts'
import { checkDeadLinks } from './site-checks/dead-links.ts'
import { checkEncryption } from './site-checks/encryption.ts'
import { checkHeaders } from './site-checks/headers.ts'
import { checkListings } from './site-checks/listings.ts'
import { type LiveSite, openLiveSite } from './site-checks/live-site.ts'
import { checkPages } from './site-checks/pages.ts'
import { checkPrivateFiles } from './site-checks/private-files.ts'
import { checkUnknown } from './site-checks/unknown.ts'

/** In the order of the report. */
const checks = {
  site_encryption: checkEncryption,
  site_headers: checkHeaders,
  site_pages: checkPages,
  site_dead_links: checkDeadLinks,
  site_unknown: checkUnknown,
  site_listings: checkListings,
  site_private_files: checkPrivateFiles,
  site_actions: checkActions,
} as const satisfies Record<string, (site: LiveSite) => Promise<Finding>>

export type SiteFinding = { name: 'site' | keyof typeof checks } & Finding

/**
 * Fetches the live site as customers do, and names what is wrong with it: headers, listings, stale pages, and
 * pages of links that ended but still answer. Changes nothing and counts as nobody's look.
 * @throws PortalError invalid_input for an address that links do not lead to
 */
export async function checkSite(app: App, url: string): Promise<SiteFinding[]> {
  const site = await openLiveSite(app, url)
  const silence = await findSilence(site)
  if (silence) return [{ name: 'site', ...silence }]
  const findings: SiteFinding[] = []
  for (const name of Object.keys(checks) as (keyof typeof checks)[]) {
    findings.push({ name, ...(await find(site, name)) })
  }
  return findings
}

async function findSilence(site: LiveSite): Promise<Finding | undefined> {
  try {
    await site.ask('/robots.txt')
    return undefined
  } catch (error) {
    const reason = reasonOf(error)
    if (certificateFault.test(reason)) {
      const remedy =
        'Give the web server a certificate that browsers know, for this name, with its whole chain ' +
        '(docs/hosting). One of your own is believed with NODE_EXTRA_CA_CERTS=<its file>.'
      return fault(`The certificate of ${site.base} is not to be trusted (${reason}).`, remedy)
    }
    return fault(
      `${site.base} does not answer (${reason}).`,
      'Start the web server, or correct the address.',
    )
  }
}

/** As Node names what is wrong with one: of its own making, of an unknown maker, of another name, out of its time. */
const certificateFault = /CERT|UNABLE_TO_(VERIFY|GET)_/

async function find(site: LiveSite, name: keyof typeof checks): Promise<Finding> {
  try {
    return await checks[name](site)
  } catch (error) {
    return fault(`It stopped answering (${reasonOf(error)}).`, 'Try again.')
  }
}

/** What `fetch` puts behind "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code || error.message
}
