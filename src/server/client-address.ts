import { isIP } from 'node:net'
import type { Request } from 'express'
import type { Config } from '../config/schema.ts'

/**
 * Express's setting `trust proxy` for `server.trust_proxy`. `true` means the one proxy in front: trusting the
 * whole of X-Forwarded-For would let each client write its own address.
 */
export function trustedProxies(
  setting: Config['server']['trust_proxy'],
): boolean | number | string {
  return setting === true ? 1 : setting
}

/** Who asks: the address that the trusted proxies forward, else the one at the other end of the line. */
export function clientAddress(req: Request): string {
  const forwarded = req.ip ?? ''
  const isAddress = isIP(forwarded) > 0 && forwarded.length <= longestAddress
  return isAddress ? forwarded : (req.socket.remoteAddress ?? '')
}

/** Characters; only a made-up zone (`fe80::1%…`) makes an address longer. */
const longestAddress = 45
