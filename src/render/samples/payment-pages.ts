import type { Document } from '../../domain/document.ts'
import type { PayProblem } from '../../domain/pay-form.ts'
import type { NotPayable, PayOptions } from '../../domain/payable.ts'
import type { PayInput } from '../../ports/payment-pages.ts'
import type { OfferedMethod } from '../../ports/providers.ts'
import type { Sample } from '../../ports/sample.ts'
import { withApproval } from '../sample-decision.ts'
import { sandboxPages } from './sandbox-pages.ts'
import { paidBy, receiptsOf, type Scene } from './scene.ts'

/** The way to a payment: what is asked, the hand-over, the sandbox's own page. */
export function paymentPages(scene: Scene): Sample[] {
  const document = scene.document('invoice')
  const estimate = withApproval(scene.document('estimate'), scene.config, scene.now)
  const page = payPage(scene)
  const offer = offerOf(scene, document)
  return [
    page('pay', 'All ways to pay', document, { offer: { ...offer, custom: null } }),
    page('pay-test', 'Play money', document, {
      offer: { ...offer, custom: null, methods: [sandbox] },
    }),
    page('pay-amount', 'Choice of the amount', document, { offer }),
    page('pay-problems', 'Mistakes in the form', document, {
      offer,
      form: { amount_choice: 'custom', amount: 'a lot' },
      problems,
    }),
    page('pay-unreachable', 'The provider does not answer', document, {
      offer: { ...offer, custom: null },
      unreachable: true,
      reference: '7Q4K-2M',
    }),
    page('pay-deposit', 'Deposit of an estimate', estimate, {
      offer: { ...offerOf(scene, estimate), custom: null },
    }),
    ...Object.entries(refusals).map(([offer, title]) =>
      page(`pay-${offer.replaceAll('_', '-')}`, title, paidBy(scene, document, 0.4), {
        offer: offer as NotPayable,
      }),
    ),
    handOver(scene, document, { id: 'hand-over', title: 'On to the provider', test: false }),
    handOver(scene, document, { id: 'hand-over-test', title: 'The same in test mode', test: true }),
    ...sandboxPages(scene, document),
  ]
}

const sandbox = { method: 'sandbox', provider: 'sandbox' } as const

/** Why nothing can be paid, in the words of the index. */
const refusals = {
  not_open: 'Not open for payment',
  void: 'Void',
  already_paid: 'Paid already',
  processing: 'A bank payment is on its way',
  resting: 'Not asked for after a refund',
  offline: 'Not to be paid online',
  no_method: 'No way to pay set up',
} as const satisfies Record<NotPayable, string>

function customOf({ totals: { total_minor } }: Document): NonNullable<PayOptions['custom']> {
  return { least_minor: Math.ceil(total_minor / 100), most_minor: total_minor }
}

/** With every way to pay that a page can offer at once, in the order of the real one. */
function offerOf(scene: Scene, document: Document): PayOptions {
  const { deposit_minor, total_minor } = document.totals
  return {
    due_minor: deposit_minor ?? total_minor,
    currency: document.content.currency,
    custom: customOf(document),
    methods: [...(takesSquare(scene) ? squared : striped)],
  }
}

const ach = { method: 'stripe_ach', provider: 'stripe' } as const
const paypal = { method: 'paypal', provider: 'paypal' } as const
const striped = [{ method: 'stripe_card', provider: 'stripe' }, ach, paypal] as const
const squared = [ach, { method: 'square_card', provider: 'square' }, paypal] as const

/** Whoever takes the cards of this business. */
function card(scene: Scene): OfferedMethod {
  return takesSquare(scene) ? squared[1] : striped[0]
}

function takesSquare({ config }: Scene): boolean {
  return config.payments.card_provider === 'square'
}

const problems: PayProblem[] = [
  { field: 'amount', code: 'not_an_amount', message: 'Enter the amount in digits.' },
  { field: 'method', code: 'missing', message: 'Choose how to pay.' },
]

type PayPage = (id: string, title: string, document: Document, input: Partial<PayInput>) => Sample

function payPage({ now }: Scene): PayPage {
  return (id, title, document, input) => ({
    kind: 'page',
    id,
    group: 'paying',
    title,
    leads: { pay: 'hand-over', receipt: 'receipt', back: pageOf(document) },
    html: (renderer, { path, lang }) =>
      renderer.payments.pay({
        document,
        path: `${path}/back`,
        lang,
        offer: 'offline',
        form: {},
        problems: [],
        unreachable: false,
        reference: '',
        receipts: receiptsOf(document, path),
        now,
        ...input,
      }),
  })
}

/** The page that a form came from. */
function pageOf({ kind }: Document): string {
  return kind === 'estimate' ? 'estimate-approved' : 'invoice-sent'
}

function handOver(
  scene: Scene,
  document: Document,
  { id, title, test }: { id: string; title: string; test: boolean },
): Sample {
  return {
    kind: 'page',
    id,
    group: 'paying',
    title,
    leads: { outcome: 'return-paid' },
    html: (renderer, { path, lang }) =>
      renderer.payments.handOver({
        document,
        ...card(scene),
        amount_minor: document.totals.total_minor,
        currency: document.content.currency,
        url: `${path}/outcome`,
        test,
        lang,
      }),
  }
}
