import type { Config } from '../config/schema.ts'
import type { MethodName, ProviderName } from '../domain/checkout.ts'
import { PortalError } from '../domain/errors.ts'
import type { PaymentProvider } from '../ports/payment-provider.ts'
import type { OfferedMethod, Providers } from '../ports/providers.ts'
import type { SandboxBooks } from '../ports/sandbox-books.ts'

/** What providers need besides their own settings. */
export type ProviderTools = {
  /** Where the sandbox keeps its side of the story. */
  sandbox: SandboxBooks
  /** The business clock: the sandbox settles by it. */
  now: () => Date
  /** An id beyond guessing for a page of the sandbox. */
  nextSandboxId: () => string
}

type Entry = {
  enabled(payments: Config['payments']): boolean
  /** What it would offer, without loading its SDK. */
  methods(payments: Config['payments']): MethodName[]
  create(config: Config, tools: ProviderTools): Promise<PaymentProvider>
}

/** Every provider; a further one is a folder and an entry. In the order in which customers see them. */
const registry: Record<ProviderName, Entry> = {
  stripe: {
    enabled: ({ stripe }) => stripe.enabled,
    methods: ({ stripe, card_provider }) => [
      ...(stripe.card && card_provider !== 'square' ? (['stripe_card'] as const) : []),
      ...(stripe.ach ? (['stripe_ach'] as const) : []),
    ],
    create: async ({ payments }) => {
      const { createStripe } = await import('./stripe/create-stripe.ts')
      return createStripe(payments.stripe)
    },
  },
  square: {
    enabled: ({ square }) => square.enabled,
    methods: ({ stripe, card_provider }) => {
      const stripeTakesCards = stripe.enabled && stripe.card && card_provider !== 'square'
      return stripeTakesCards ? [] : ['square_card']
    },
    create: async ({ payments, public_url, business }) => {
      const { createSquare } = await import('./square/create-square.ts')
      return createSquare(payments.square, { public_url, currency: business.currency })
    },
  },
  paypal: {
    enabled: ({ paypal }) => paypal.enabled,
    methods: () => ['paypal'],
    create: async ({ payments }) => {
      const { createPaypal } = await import('./paypal/create-paypal.ts')
      return createPaypal(payments.paypal)
    },
  },
  sandbox: {
    enabled: ({ sandbox }) => sandbox.enabled,
    methods: () => ['sandbox'],
    create: async ({ public_url }, { sandbox: books, now, nextSandboxId: nextId }) => {
      const { createSandbox } = await import('./sandbox/create-sandbox.ts')
      return createSandbox({ books, now, nextId, public_url })
    },
  },
}

/** The providers that the configuration enables; each is made once, when it is first needed. */
export function createProviders(config: Config, tools: ProviderTools): Providers {
  const { payments } = config
  const made = new Map<ProviderName, Promise<PaymentProvider>>()
  const enabled = () => providerNames.filter((name) => registry[name].enabled(payments))
  return {
    enabled,
    methods: () =>
      payments.online
        ? enabled().flatMap((provider) => offered(provider, registry[provider].methods(payments)))
        : [],
    async get(name) {
      if (!registry[name].enabled(payments)) throw notEnabled(name)
      const known = made.get(name) ?? registry[name].create(config, tools)
      made.set(name, known)
      /* What was missing may be there the next time. */
      return known.catch((error) => {
        made.delete(name)
        throw error
      })
    },
  }
}

const providerNames = Object.keys(registry) as ProviderName[]

function offered(provider: ProviderName, methods: readonly MethodName[]): OfferedMethod[] {
  return methods.map((method) => ({ method, provider }))
}

function notEnabled(name: ProviderName): PortalError {
  return new PortalError(
    'config_invalid',
    `The payment provider ${name} is not enabled.`,
    `Set payments.${name}.enabled to true in config.yml.`,
  )
}
