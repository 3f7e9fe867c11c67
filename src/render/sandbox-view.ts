import type { SandboxInput } from '../ports/payment-pages.ts'
import { amountIn } from './amount.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './direction.ts'
import { labelsFor } from './labels.ts'

/** Deliberately without the business's brand: it plays the part of another company's page. */
export type SandboxView = {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  style: string
  state: SandboxInput['state']
  brand: string
  banner: string
  text: string
  amount: { label: string; value: string }
  description: string
  /** What became of it; empty while it is open. */
  said: string
  action: string
  question: string
  buttons: { value: string; label: string }[]
  back: { label: string; href: string }
}

/** The hosted page of the pretended provider. */
export function sandboxView({ assets }: RenderContext, input: SandboxInput): SandboxView {
  const { amount_minor, currency, locale, state } = input
  const labels = labelsFor(locale)
  const words = labels.online.sandbox
  return {
    lang: labels.language,
    dir: directionOf(locale),
    title: words.title,
    style: assets['sandbox.css'] ?? '',
    state,
    brand: words.brand,
    banner: words.banner,
    text: words.text,
    amount: { label: words.toPay, value: amountIn(locale, amount_minor, currency) },
    description: input.description,
    said: words.states[state],
    action: input.path,
    question: words.choose,
    buttons: buttonsOf(state, words),
    back: { label: words.back, href: input.return_url },
  }
}

type Words = ReturnType<typeof labelsFor>['online']['sandbox']

function buttonsOf(state: SandboxInput['state'], { outcomes, later }: Words) {
  const offered: Partial<Record<SandboxInput['state'], Record<string, string>>> = {
    open: outcomes,
    pending: later,
  }
  return Object.entries(offered[state] ?? {}).map(([value, label]) => ({ value, label }))
}
