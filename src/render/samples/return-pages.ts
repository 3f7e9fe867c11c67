import type { Document } from '../../domain/document.ts'
import { type ReturnOutcome, returnOutcomes } from '../../domain/return-outcome.ts'
import type { ReturnInput } from '../../ports/payment-pages.ts'
import type { Sample } from '../../ports/sample.ts'
import { paidBy, receiptsOf, type Scene } from './scene.ts'

/** What a customer is told who comes back from a provider. */
export function returnPages(scene: Scene): Sample[] {
  const pages = returnOutcomes.map((outcome) => pagesOf(scene, outcome))
  return [...pages.map(([own]) => own), ...pages.map(([, moved]) => moved)]
}

const outcomes = {
  paid: 'Paid',
  processing: 'On its way from the bank',
  not_finished: 'Not finished',
  declined: 'Declined',
  already_paid: 'Paid already',
  void: 'Cancelled meanwhile',
  changed: 'Changed meanwhile',
  needs_review: 'To be looked at',
  confirming: 'Being confirmed',
  unreachable: 'The provider does not answer',
} as const satisfies Record<ReturnOutcome, string>

/** For the customer who came back, and for whoever has no more than the address. */
function pagesOf(scene: Scene, outcome: ReturnOutcome): [Sample, Sample] {
  const document = scene.document('invoice')
  const name = outcome.replaceAll('_', '-')
  const title = outcomes[outcome]
  const paid = paidBy(scene, document, 1)
  const told = outcome === 'paid' ? paid : document
  const page = returnPage(scene, told, outcome)
  const moved = { path: null, checkout: { ...checkoutOf(document), ...byBank } } as const
  return [
    page(`return-${name}`, title, {}),
    page(`return-${name}-moved`, `${title}, without the link`, moved),
  ]
}

function checkoutOf({ totals, content }: Document): ReturnInput['checkout'] {
  const { total_minor: amount_minor } = totals
  const { currency } = content
  return { amount_minor, currency, method: 'stripe_card', provider: 'stripe', state: 'open' }
}

const byBank = { method: 'stripe_ach', state: 'succeeded' } as const

type ReturnPage = (id: string, title: string, input: Partial<ReturnInput>) => Sample

function returnPage({ now }: Scene, document: Document, outcome: ReturnOutcome): ReturnPage {
  return (id, title, input) => ({
    kind: 'page',
    id,
    group: 'returning',
    title,
    leads: { pay: 'pay', receipt: 'receipt', back: 'invoice-sent' },
    html: (renderer, { path, lang }) =>
      renderer.payments.returned({
        outcome,
        document,
        checkout: checkoutOf(document),
        path: `${path}/back`,
        receipt: receiptsOf(document, path)[0] ?? null,
        can_pay: true,
        // A page that asks again by itself would not stand still.
        refresh_s: null,
        reference: outcome === 'unreachable' ? '7Q4K-2M' : '',
        now,
        lang,
        ...input,
      }),
  })
}
