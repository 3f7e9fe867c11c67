import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveSite } from './live-site.ts'
import { unknownPath } from './unknown.ts'

/** Whether what customers do reaches `portal serve`, and only from the site itself. */
export async function checkActions(site: LiveSite): Promise<Finding> {
  if (site.mode === 'read_only') {
    return fine('The pages have no actions (portal build --read-only).')
  }
  const health = await site.ask('/healthz')
  if (health.status !== 200 || !health.text.includes('"ok":true')) {
    return fault(
      `portal serve does not answer there (/healthz: ${health.status}): documents can be read, but ` +
        'nothing can be paid or approved.',
      'Start portal serve, and hand on to it what is no file (hosting/nginx.conf, hosting/Caddyfile). ' +
        'For a host that cannot: portal build --read-only.',
    )
  }
  /* Of no link: were it let through, it would still mean nothing. */
  const headers = { origin: 'https://elsewhere.invalid' }
  const { status } = await site.ask(`${unknownPath(site)}/viewed`, 'POST', headers)
  if (status === 403) return fine('Actions reach portal serve, and none from other sites.')
  return fault(
    `A form sent from another site was answered with ${status} instead of 403.`,
    'Hand every POST on to portal serve as it came, with its Origin.',
  )
}
