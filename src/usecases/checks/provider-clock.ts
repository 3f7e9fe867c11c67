/** Longer than any healthy server takes. */
const timeoutMs = 5000

/**
 * How many seconds this machine's clock is ahead of a server's, by the header Date of whatever it answers;
 * undefined when it does not say. Real time: signatures do not follow the business clock.
 */
export async function clockSkewSeconds(url: string): Promise<number | undefined> {
  try {
    const askedAt = Date.now()
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal })
    const middle = (askedAt + Date.now()) / 2
    const told = Date.parse(answer.headers.get('date') ?? '')
    return Number.isNaN(told) ? undefined : Math.round((middle - told) / 1000)
  } catch {
    return undefined
  }
}
