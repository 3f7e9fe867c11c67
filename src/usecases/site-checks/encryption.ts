import { isLoopback } from '../../domain/public-url.ts'
import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveSite } from './live-site.ts'

/** Whether links travel encrypted only. */
export async function checkEncryption({ base, https }: LiveSite): Promise<Finding> {
  const { hostname, port } = new URL(base)
  if (!https) {
    if (isLoopback(hostname)) return fine('Not encrypted, on this machine only.')
    return fault(
      'Links are sent unencrypted.',
      'Serve the site over https, and set public_url to it.',
    )
  }
  if (port !== '') return fine('Encrypted.')
  const plain = await fetch(`http://${hostname}/robots.txt`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined)
  const leadsOn = plain?.headers.get('location')?.startsWith('https:') ?? true
  if (leadsOn) return fine('Encrypted; without encryption there is nothing but the way to it.')
  return fault(
    `http://${hostname} answers without leading to https.`,
    'Answer there with a redirect to https (hosting/nginx.conf does; Caddy does by itself).',
  )
}
