import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveSite } from './live-site.ts'

/** Whether links that ended are dead: revoked, rotated, past their end; their PDFs as well. */
export async function checkDeadLinks(site: LiveSite): Promise<Finding> {
  const lines: string[] = []
  for (const { path, name } of site.dead) {
    for (const [what, place] of [
      ['page', path],
      ['PDF', `${path}/pdf`],
      ['PDF', `${path}/pdf.pdf`],
    ] as const) {
      const { status } = await site.ask(place)
      if (status < 400) lines.push(`The ${what} of ${name} still answers ${status}.`)
    }
  }
  if (lines.length === 0) return fine(`Links that ended are dead (${site.dead.length} looked at).`)
  const remedy =
    'Run `portal build`; where the site is a copy, remove there what is no longer in site/ ' +
    '(rsync --delete), and empty the caches of a CDN.'
  return fault([...new Set(lines)].join('\n'), remedy)
}
