import type { Config } from '../../config/schema.ts'
import { methodWords } from '../../domain/method-words.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import { type Check, fault, fine } from './inspection.ts'
import { type OutsideProvider, providerFacts } from './provider-facts.ts'

/** How customers can pay, and whether real and play money are mixed. */
export const checkPayments: Check = async ({ reading: { config }, tools }) => {
  const { payments } = config
  const words = tools
    .providers(config)
    .methods()
    .map(({ method }) => methodWords(method))
  const modes = modesOf(payments)
  if (modes.live.length > 0 && modes.play.length > 0) {
    return fault(
      `Real money: ${modes.live.join(', ')}. Play money: ${modes.play.join(', ')}. An invoice could be paid with either.`,
      'Give all of them live settings, or set `enabled: false` for the others in config.yml.',
    )
  }
  const also = payments.instructions ? 'payments.instructions are shown' : 'nothing else is offered'
  if (!payments.online) return fine(`Nothing can be paid online (payments.online); ${also}.`)
  if (words.length === 0) {
    return fine(`Nothing can be paid online: no provider is enabled; ${also}.`)
  }
  return fine(`Customers can pay by: ${words.join(', ')}.`)
}

function modesOf(payments: Config['payments']): { live: string[]; play: string[] } {
  const names = (Object.keys(providerFacts) as OutsideProvider[]).filter(
    (name) => payments[name].enabled,
  )
  const titles = (live: boolean) =>
    names.filter((name) => providerFacts[name].isLive(payments) === live).map(providerTitle)
  return {
    live: titles(true),
    play: [...titles(false), ...(payments.sandbox.enabled ? ['the sandbox'] : [])],
  }
}
