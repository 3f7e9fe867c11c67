import { PortalError } from './errors.ts'

/** Whether a host is this machine only. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname)
}

/**
 * Secret links go out over https only, except on this machine for trying things out.
 * @throws PortalError config_invalid
 */
export function checkLinkable(publicUrl: string): void {
  const url = new URL(publicUrl)
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return
  throw new PortalError(
    'config_invalid',
    `public_url is ${publicUrl}: a secret link must not travel unencrypted.`,
    'Set public_url in config.yml to an https:// address (http works for 127.0.0.1 only).',
    [{ field: 'public_url', message: 'Must be https unless it is a loopback address.' }],
  )
}
