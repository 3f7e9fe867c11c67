import { providerTitle } from '../../domain/provider-titles.ts'
import { isLoopback } from '../../domain/public-url.ts'
import { type Check, type Finding, fault, fine } from './inspection.ts'
import { type OutsideProvider, providerFacts } from './provider-facts.ts'

/**
 * Whether a provider can report by itself; prints what to enter in its dashboard. That is needed before there
 * is a secret, so this looks also where the other settings are not right.
 */
export function checkProviderWebhooks(name: OutsideProvider): Check {
  const { secret, secretFaults, isLive, webhookUrl } = providerFacts[name]
  const title = providerTitle(name)
  return async ({ reading: { config } }) => {
    const { payments, public_url } = config
    const entry = whatToEnter(name, webhookUrl(config))
    const isSet = secret.value(payments) !== ''
    const [wrong] = isSet ? secretFaults(payments) : []
    if (wrong) return fault(`${wrong.message}\n${entry}`, wrong.remedy)
    const state = `The ${secret.title} is ${isSet ? 'set' : 'not set'}.`
    if (isLoopback(new URL(public_url).hostname))
      return fine(`${state} ${loopback(title)}\n${entry}`)
    if (!isSet) return missing(title, secret, entry)
    const doubt = isLive(payments) ? ` ${unknowable(title, secret.title)}` : ''
    return fine(`${state}${doubt}\n${entry}`)
  }
}

function whatToEnter(name: OutsideProvider, url: string): string {
  const { dashboard, events } = providerFacts[name]
  return [
    `Enter in ${providerTitle(name)}’s dashboard (${dashboard}):`,
    `URL: ${url}`,
    `Events: ${events.join(', ')}`,
  ].join('\n')
}

function loopback(title: string): string {
  return (
    `public_url is on this machine only, so webhooks of ${title} cannot arrive; ` +
    '`portal reconcile` finds the same, and `portal serve` does it by itself.'
  )
}

function missing(title: string, secret: { title: string; option: string }, entry: string): Finding {
  return fault(
    `${secret.option} is empty, so ${title} cannot report: payments are seen when the customer comes back, or by \`portal reconcile\`.\n${entry}`,
    `Enter the webhook in ${title}’s dashboard, and put the ${secret.title} that it shows into .env.`,
  )
}

/** A secret does not tell its mode. */
function unknowable(title: string, secret: string): string {
  return (
    `Whether it is of the live webhook cannot be known from here: if ${title} reports refused deliveries, ` +
    `copy the ${secret} of the live webhook again.`
  )
}
