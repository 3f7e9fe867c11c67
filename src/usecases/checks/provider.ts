import type { Instant } from '../../domain/document.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import { type PaymentProvider, ProviderError } from '../../ports/payment-provider.ts'
import { type Check, type Finding, fault, fine } from './inspection.ts'
import { type OutsideProvider, providerFacts } from './provider-facts.ts'

/** Seconds; a webhook that seems older than this is refused as stale. */
const mostSkewS = 300

/** Whether a provider's keys are of its kind and accepted, for which mode, and whether clocks agree. */
export function checkProvider(name: OutsideProvider): Check {
  const { credentials, credentialFaults, apiBase } = providerFacts[name]
  const title = providerTitle(name)
  return async ({ reading, tools }) => {
    const { payments } = reading.config
    const [wrong] = credentialFaults(payments)
    if (wrong) return fault(wrong.message, wrong.remedy)
    const provider = await tools.providers(reading.config).get(name)
    const answer = await ask(provider)
    if (answer instanceof ProviderError)
      return refusal(answer, { title, credentials, base: apiBase(payments) })
    const mode = answer.live ? 'live: real money moves' : 'test mode: nobody is charged'
    const said = `${title} answers. Account ${answer.account}, ${mode}.`
    return withClock(said, title, answer.at)
  }
}

async function ask(provider: PaymentProvider) {
  try {
    return await provider.check()
  } catch (error) {
    if (error instanceof ProviderError) return error
    throw error
  }
}

function refusal(
  { kind, message, request_id }: ProviderError,
  { title, credentials, base }: { title: string; credentials: string; base: string },
): Finding {
  const said = request_id ? `${message} (${title}’s request ${request_id})` : message
  if (kind === 'unreachable') {
    return fault(said, `See whether this machine can reach ${base}, and try again.`)
  }
  return fault(
    said,
    `Copy ${credentials} again from ${title}’s dashboard, of the mode that ${base} is for.`,
  )
}

/** Real time: signatures do not follow the business clock. */
function withClock(said: string, title: string, at: Instant | undefined): Finding {
  if (at === undefined) return fine(`${said}\nIt did not say what time it is.`)
  const skewS = Math.round((Date.now() - Date.parse(at)) / 1000)
  if (Math.abs(skewS) <= mostSkewS) return fine(`${said}\nIts clock and this one agree.`)
  const way = skewS > 0 ? 'ahead of' : 'behind'
  return fault(
    `${said}\nThe clock of this machine is ${Math.abs(skewS)} seconds ${way} ${title}’s: its webhooks are refused as stale.`,
    'Set the clock of this machine, best with a time service such as systemd-timesyncd.',
  )
}
