/** What only shows when several options are seen together. */
import type { Problem } from '../domain/errors.ts'
import { toMinor } from '../domain/money.ts'
import { checkPattern } from '../domain/numbering.ts'
import { isLoopback } from '../domain/public-url.ts'
import type { Config } from './schema.ts'

/** All problems between options that are each fine by themselves. */
export function crossChecks(config: Config): Problem[] {
  return [
    ...numberingProblems(config),
    ...amountProblems(config),
    ...taxProblems(config),
    ...providerProblems(config),
    ...mailProblems(config),
  ]
}

function numberingProblems({ numbering }: Config): Problem[] {
  const { reset, ...patterns } = numbering
  const seen = new Map<string, string>()
  return Object.entries(patterns).flatMap(([name, pattern]) => {
    const field = `numbering.${name}`
    const twin = seen.get(pattern)
    seen.set(pattern, name)
    const message = twin
      ? `must differ from the pattern of ${twin}: numbers are unique over all kinds`
      : checkPattern(pattern, reset)
    return message ? [{ field, message }] : []
  })
}

function amountProblems({ business, documents, payments }: Config): Problem[] {
  const { currency } = business
  const amounts = [{ field: 'payments.partial.minimum', value: payments.partial.minimum }]
  if (documents.deposit && 'fixed' in documents.deposit) {
    amounts.push({ field: 'documents.deposit.fixed', value: documents.deposit.fixed })
  }
  return amounts
    .filter(({ value }) => toMinor(value, currency) === undefined)
    .map(({ field }) => ({ field, message: `has more digits than ${currency} has` }))
}

function taxProblems({ documents }: Config): Problem[] {
  const ids = documents.taxes.map(({ id }) => id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ field: `documents.taxes[${index}].id`, message: `${id} is there twice` }]
      : [],
  )
}

function providerProblems({ payments, public_url }: Config): Problem[] {
  const { stripe, paypal, square, sandbox, card_provider } = payments
  const needed = {
    stripe: { secret_key: stripe.secret_key, api_base: stripe.api_base },
    paypal: {
      client_id: paypal.client_id,
      client_secret: paypal.client_secret,
      api_base: paypal.api_base,
    },
    square: {
      access_token: square.access_token,
      location_id: square.location_id,
      api_base: square.api_base,
    },
  }
  const problems = Object.entries(needed).flatMap(([name, options]) =>
    payments[name as keyof typeof needed].enabled ? empties(`payments.${name}`, options) : [],
  )
  if (stripe.enabled && !stripe.card && !stripe.ach) {
    problems.push({ field: 'payments.stripe.card', message: 'card or ach must be true' })
  }
  if (card_provider !== 'auto' && !payments[card_provider].enabled) {
    const message = `${card_provider} is chosen for cards but not enabled`
    problems.push({ field: 'payments.card_provider', message })
  }
  if (sandbox.enabled && !sandbox.allow_public && isPublic(public_url)) {
    const message = 'pays with play money on a public address; set allow_public if that is meant'
    problems.push({ field: 'payments.sandbox.enabled', message })
  }
  return problems
}

function mailProblems({ mail, business }: Config): Problem[] {
  if (mail.transport !== 'smtp') return []
  const problems = empties('mail.smtp', { host: mail.smtp.host })
  if (mail.smtp.user) problems.push(...empties('mail.smtp', { password: mail.smtp.password }))
  if (!mail.from && !business.email) {
    problems.push({ field: 'mail.from', message: 'must be set, or else business.email' })
  }
  return problems
}

function empties(section: string, options: Record<string, string>): Problem[] {
  return Object.entries(options)
    .filter(([, value]) => value === '')
    .map(([name]) => ({ field: `${section}.${name}`, message: 'must not be empty' }))
}

function isPublic(publicUrl: string): boolean {
  const url = new URL(publicUrl)
  return url.protocol === 'https:' && !isLoopback(url.hostname)
}
