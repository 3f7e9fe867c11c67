import type { HandOverInput } from '../ports/payment-pages.ts'
import type { RenderContext } from './context.ts'
import {
  aboutOf,
  factsIn,
  isSlow,
  type PaymentFrame,
  paymentFrame,
  providerName,
} from './payment-frame.ts'

export type HandOverView = PaymentFrame & {
  text: string
  by_itself: string
  action: { label: string; href: string }
  steps: { title: string; list: string[] }
}

/** On the way to the provider's page: a browser that posts a form may not be sent there directly. */
export function handOverView(context: RenderContext, input: HandOverInput): HandOverView {
  const { document, provider, method, amount_minor } = input
  const facts = factsIn(context, document, input)
  const { labels, money, business } = facts
  const { handOver } = labels.online
  const name = providerName(facts, provider)
  const url = hostedPage(input.url)
  const heading = handOver.title(name)
  const { pay, bank, back, receipt } = handOver.steps
  return {
    // At once: the entry in the history is replaced, so that the way back leads to the pay page.
    ...paymentFrame(context, facts, { heading, test: input.test, refresh: `0;url=${url}` }),
    text: handOver.paying(money(amount_minor), business, aboutOf(facts)),
    by_itself: handOver.byItself,
    action: { label: heading, href: url },
    steps: {
      title: handOver.next,
      list: [pay(name), ...(isSlow(method) ? [bank] : []), back, receipt],
    },
  }
}

/** Only web pages are gone to, and only such addresses as a meta refresh reads whole. */
function hostedPage(url: string): string {
  const parsed = new URL(url, 'https://own.invalid')
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
    throw new Error('The provider named a page that is not on the web.')
  return url.startsWith('/') && !url.startsWith('//') ? url : parsed.href
}
