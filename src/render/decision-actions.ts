/** What a customer can do about an estimate: approve, decline, ask, or have it updated. */
import { inLanguage, languageShown } from '../domain/language.ts'
import type { Standing } from '../domain/standing.ts'
import type { PageInput } from '../ports/renderer.ts'
import type { Action, Offer, Situation } from './action.ts'
import type { Facts } from './facts.ts'
import { mailLink } from './links.ts'

/** The way to a page on which an open estimate is decided; null where it cannot be. */
export function decision(
  { facts, standing, page }: Situation,
  verb: 'approve' | 'decline',
): Offer | null {
  if (!isOpenEstimate(facts, standing) || !isTheirs(page)) return null
  return { label: facts.labels.approval.actions[verb], href: facts.href(`${page.path}/${verb}`) }
}

/** The owner is asked for an update, and the customer gets a link that lasts. */
export function renewal({ facts, standing: { state }, page }: Situation): Offer | null {
  if (state !== 'expired' || !isTheirs(page) || !facts.config.links.renew) return null
  const href = alikePath(facts, `${page.path}/renew`)
  return { label: facts.labels.actions.askUpdate, href, form: 'renew' }
}

/**
 * A path whose answer is the same for every link, and so knows nothing of this one: it is told which language
 * to be in, unless that is the business's.
 */
export function alikePath({ lang, config }: Pick<Facts, 'lang' | 'config'>, path: string): string {
  const isHome = languageShown(config.business.locale, undefined) === lang
  return inLanguage(path, isHome ? undefined : lang)
}

/** A mail to the business with a question about the document; else to where its address stands. */
export function askAction({ labels, document, config }: Facts): Action {
  const subject = labels.subjects.question(labels.names[document.kind](document.number))
  const href = mailLink(config.business.email, subject) ?? '#business'
  return { id: 'ask', label: labels.actions.askQuestion, href }
}

/** An estimate that can be approved or declined today. */
export function isOpenEstimate({ document }: Facts, { state }: Standing): boolean {
  return document.kind === 'estimate' && (state === 'sent' || state === 'viewed')
}

/** An estimate that waits for its customer, or shows what they approved: they may have questions. */
export function hasQuestions({ document }: Facts, { state }: Standing): boolean {
  return document.kind === 'estimate' && !contactFirst.has(state)
}

/** States in which there is nothing left to do but to talk. */
export const contactFirst = new Set<string>(['void', 'uncollectible', 'declined', 'expired'])

/** Only a customer's own live page leads to where something is decided. */
function isTheirs({ mode, scope }: PageInput): boolean {
  return mode === 'live' && scope === 'full'
}
