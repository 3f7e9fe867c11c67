/** What all pages around a payment of a document, or a decision about it, share. */
import type { MethodName, ProviderName } from '../domain/checkout.ts'
import type { Document, Kind } from '../domain/document.ts'
import type { Language } from '../domain/language.ts'
import type { Action } from './action.ts'
import { type BrandView, brandView } from './brand-view.ts'
import { type BusinessView, businessView } from './business-view.ts'
import { besides } from './close-off.ts'
import type { RenderContext } from './context.ts'
import { type Facts, factsOf } from './facts.ts'
import { languagesNav } from './languages-view.ts'
import { mailLink } from './links.ts'
import type { Passage } from './sheet-view.ts'
import { type ShellView, shellView } from './shell-view.ts'

export type PaymentFrame = ShellView &
  BrandView & {
    /** Said above all where no real money moves; else empty. */
    test: string
    heading: string
    business: BusinessView
  }

/** What differs from page to page. */
export type FrameParts = {
  heading: string
  title?: string
  /** Of a link's preview; who the document is from when absent. */
  card?: string
  test?: boolean
  /** Whether the visitor may choose another language. */
  has_languages?: boolean
  refresh?: string
  scripts?: (string | undefined)[]
}

/** Head, brand and business of a page, in the language of its document. */
export function paymentFrame(
  context: RenderContext,
  facts: Facts,
  parts: FrameParts,
): PaymentFrame {
  const { labels, dir, config, document } = facts
  const card = parts.card ?? labels.titles[document.kind](config.business.name)
  return {
    ...shellView(context, {
      labels,
      dir,
      title: parts.title ?? besides(labels.language, parts.heading, card),
      card,
      refresh: parts.refresh ?? '',
      scripts: parts.scripts ?? [],
      languages: parts.has_languages ? languagesNav(context, facts) : '',
    }),
    ...brandView(context, context.assets['logo.png'] ?? ''),
    test: parts.test ? labels.online.testMode : '',
    heading: parts.heading,
    business: businessView(config, labels),
  }
}

/** The hooks of contract.md that name a document and its sums. */
export type DocumentHooks = {
  number: string
  balance_due_minor: number
  amount_due_now_minor: number
}

/** A document's number and sums, for scripts and tests. */
export function documentHooks({ document, balance }: Facts): DocumentHooks {
  const { balance_due_minor, amount_due_now_minor } = balance
  return { number: document.number, balance_due_minor, amount_due_now_minor }
}

/** "Invoice INV-001". */
export function aboutOf({ labels, document }: Facts): string {
  return labels.names[document.kind](document.number)
}

/** Amounts of a checkout are in its own currency, which may not be the document's any more. */
export function factsIn(
  { config }: RenderContext,
  document: Document,
  { currency, lang }: { currency: string; lang?: Language | undefined },
): Facts {
  if (document.content.currency === currency) return factsOf(config, document, lang)
  const content = { ...document.content, currency }
  return { ...factsOf(config, { ...document, content }, lang), document }
}

/** A mail to the business about the document; else to where its address stands. */
export function contactAction({ labels, document, config }: Facts): Action {
  const subject = labels.subjects.contact(labels.names[document.kind](document.number))
  const href = mailLink(config.business.email, subject) ?? '#business'
  return { id: 'contact', label: labels.actions.contact, href }
}

/** "View Invoice". */
export function viewAction({ labels, href }: Facts, kind: Kind, path: string): Action {
  return { id: 'view', label: labels.online.actions.view[kind], href: href(path) }
}

/** The owner's instructions for paying in another way; null when there are none. */
export function instructionsOf({ labels, config }: Facts, title: string): Passage {
  const text = config.payments.instructions.trim()
  return text === '' ? null : { title: title || labels.parts.howToPay, text }
}

/** The provider's name inside a sentence. */
export function providerName({ labels }: Facts, provider: ProviderName): string {
  return labels.online.providers[provider]
}

/** Payments that take days to arrive. */
export function isSlow(method: MethodName): boolean {
  return method === 'stripe_ach'
}
