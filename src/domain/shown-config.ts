import { type ProviderName, providerNames } from './checkout.ts'

/** The options that can be seen, as far as their shape matters here. */
type Options = {
  business: object
  branding: object
  payments: { online: boolean; instructions: string; partial: object } & Record<
    ProviderName,
    { enabled: boolean }
  >
  pdf: { page: string }
  links: {
    renew: boolean
    estimate_days_after_expiry: number | null
    invoice_days_after_paid: number | null
  }
}

/**
 * The parts of the configuration that pages and sheets are made of, or that decide when a link ends. Values that
 * come from the environment are in it, secrets are not.
 */
export function shownConfig({ business, branding, payments, pdf, links }: Options): unknown {
  const { online, instructions, partial } = payments
  const { renew, estimate_days_after_expiry, invoice_days_after_paid } = links
  return {
    business,
    branding,
    payments: {
      online,
      instructions,
      partial,
      // Never more of a provider than that it is there: the rest of its settings is secret.
      enabled: providerNames.filter((name) => payments[name].enabled),
    },
    page: pdf.page,
    links: { renew, estimate_days_after_expiry, invoice_days_after_paid },
  }
}
