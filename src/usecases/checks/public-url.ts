import { checkLinkable, isLoopback } from '../../domain/public-url.ts'
import { type Check, fine } from './inspection.ts'

/** Longer than any healthy server takes; the rest of the report should not wait for a dead one. */
const timeoutMs = 3000

/** Whether links lead to an address fit for secrets, and whether the portal answers there now. */
export const checkPublicUrl: Check = async ({ reading }) => {
  const { public_url } = reading.config
  checkLinkable(public_url)
  const place = isLoopback(new URL(public_url).hostname) ? ', reached from this machine only' : ''
  return fine(`${public_url}${place}; ${await answer(public_url)}.`)
}

/** Not answering is no fault: the server may be started later, and pages may lie elsewhere. */
async function answer(publicUrl: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const { status } = await fetch(`${publicUrl}/healthz`, { redirect: 'manual', signal })
    return status === 200 ? 'the portal answers there' : `/healthz answers ${status} there`
  } catch {
    return 'nothing answers there now (start it with: portal serve)'
  }
}
