/** Slows down whoever tries out links: 30 misses in 10 minutes and client address (safety.md). */
import { ipKeyGenerator } from 'express-rate-limit'

const windowMs = 10 * 60 * 1000
const missesInWindow = 30
/** Addresses remembered at a time, some 2 MB; beyond that the oldest is forgotten. */
const rememberedAddresses = 10_000
/** One customer of an IPv6 provider has a whole /64. */
const ipv6Network = 64

export type MissLimiter = {
  /** Notes a miss. When it is one too many: the seconds until the address starts anew, else 0. */
  miss(address: string): number
}

/**
 * A limiter that only ever sees misses. express-rate-limit counts each request when it comes and takes hits
 * back when they are answered, so a page with many parts, or many customers behind one address, would be
 * stopped in between; and its memory has no bound. Its grouping of addresses is used.
 */
export function createMissLimiter(now: () => number = Date.now): MissLimiter {
  const windows = new Map<string, { misses: number; endsAt: number }>()
  return {
    miss(address) {
      forgetEnded(windows, now())
      const network = ipKeyGenerator(address, ipv6Network)
      const window = windows.get(network) ?? { misses: 0, endsAt: now() + windowMs }
      window.misses += 1
      windows.set(network, window)
      if (window.misses <= missesInWindow) return 0
      return Math.max(1, Math.ceil((window.endsAt - now()) / 1000))
    },
  }
}

/** All windows are equally long, so the map's order of insertion is the order in which they end. */
function forgetEnded(windows: Map<string, { endsAt: number }>, now: number): void {
  for (const [network, { endsAt }] of windows) {
    if (endsAt > now && windows.size < rememberedAddresses) return
    windows.delete(network)
  }
}
