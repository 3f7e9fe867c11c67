import { randomBytes } from 'node:crypto'
import { toBase32 } from '../../domain/base32.ts'
import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveSite } from './live-site.ts'

/** A link that was never given. Always the same one for a site: each counts as a miss. */
export function unknownPath(site: LiveSite): string {
  const known = paths.get(site)
  if (known) return known
  const made = `/i/${toBase32(randomBytes(20))}`
  paths.set(site, made)
  return made
}

const paths = new WeakMap<LiveSite, string>()

/** Whether a link that does not exist is told to; also where too many of them were asked for from here just now. */
export async function checkUnknown(site: LiveSite): Promise<Finding> {
  const { status, headers } = await site.ask(unknownPath(site))
  if (status === 404) return fine('A link that does not exist answers 404.')
  if (status === 429 && headers.has('retry-after')) {
    return fine('Links that do not exist answer 429: many were asked for from here just now.')
  }
  return fault(
    `A link that does not exist answers ${status} instead of 404.`,
    'Let the web server answer site/404.html with 404 where there is no file.',
  )
}
