/** What a customer asks for on the pay page, believed only as far as the server itself offers it. */
import type { MethodName, ProviderName } from './checkout.ts'
import { currencyDigits } from './currency.ts'
import { parseDecimal } from './decimal.ts'
import { formatMoney, fromMinor, toMinor } from './money.ts'
import type { Charger, PayOptions } from './payable.ts'
import { plainAmount } from './typed-amount.ts'

/** The form of the pay page as it came in: text, whatever was sent. */
export type PayForm = { amount_choice: string; amount: string; method: string }

/** One thing wrong with the form; `message` is for a customer whose language has no words for its code. */
export type PayProblem = {
  field: keyof PayForm
  code:
    | 'missing'
    | 'not_an_amount'
    | 'not_positive'
    | 'too_many_digits'
    | 'too_little'
    | 'too_much'
    | 'leaves_too_little'
    | 'not_offered'
    | 'not_for_this_amount'
  message: string
}

/** What is to be paid, and how. */
export type PayWish = { amount_minor: number; method: MethodName; provider: ProviderName }

type Offer = { options: PayOptions; chargers: readonly Charger[]; locale: string }

/** Reads the form against what is offered; all problems at once. */
export function readPayForm(form: PayForm, offer: Offer): PayWish | PayProblem[] {
  const amount = readAmount(form, offer)
  const method = readMethod(form, offer)
  const problems = [amount, method].filter((read) => typeof read === 'object' && 'code' in read)
  if (typeof amount !== 'number' || 'code' in method) return problems as PayProblem[]
  if (method.check(amount) === 'ok') {
    return { amount_minor: amount, method: method.method, provider: method.provider }
  }
  return [problem('method', 'not_for_this_amount', 'This amount cannot be paid this way.')]
}

function readAmount({ amount_choice, amount }: PayForm, offer: Offer): number | PayProblem {
  const { options } = offer
  const isDue = amount_choice === 'due' || (amount_choice === '' && amount === '')
  if (isDue) return options.due_minor
  if (amount_choice !== 'custom') {
    return problem('amount_choice', 'missing', 'Choose how much to pay.')
  }
  if (options.custom === null) {
    const due = money(options.due_minor, offer)
    return problem('amount_choice', 'not_offered', `Only the whole ${due} can be paid.`)
  }
  return parseAmount(amount.trim(), options.custom, offer)
}

function parseAmount(
  text: string,
  { least_minor, most_minor }: NonNullable<PayOptions['custom']>,
  offer: Offer,
): number | PayProblem {
  const { currency, due_minor } = offer.options
  const refuse = (code: PayProblem['code'], message: string) => problem('amount', code, message)
  const like = fromMinor(due_minor, currency)
  if (text === '') return refuse('missing', 'Enter the amount to pay.')
  const plain = plainAmount(text, currency, offer.locale) ?? ''
  const decimal = parseDecimal(plain)
  if (!decimal) return refuse('not_an_amount', `Enter the amount in digits, like ${like}.`)
  if (decimal.units <= 0n) return refuse('not_positive', 'Enter an amount above zero.')
  const minor = toMinor(plain, currency)
  if (minor === undefined && decimal.scale > currencyDigits(currency)) {
    return refuse('too_many_digits', `Enter no more digits than in ${like}.`)
  }
  if (minor === undefined || minor > due_minor) {
    return refuse('too_much', `Enter at most ${money(most_minor, offer)}, all that is due.`)
  }
  if (minor < least_minor) {
    return refuse('too_little', `Enter at least ${money(least_minor, offer)}.`)
  }
  if (minor === due_minor || due_minor - minor >= least_minor) return minor
  const [all, most] = [money(due_minor, offer), money(due_minor - least_minor, offer)]
  return refuse(
    'leaves_too_little',
    `Pay all ${all}, or at most ${most}: too little would be left.`,
  )
}

function readMethod({ method }: PayForm, { options, chargers }: Offer): Charger | PayProblem {
  if (method === '') return problem('method', 'missing', 'Choose how to pay.')
  const isOffered = options.methods.some((one) => one.method === method)
  const charger = chargers.find((one) => one.method === method)
  if (isOffered && charger) return charger
  return problem('method', 'not_offered', 'Choose one of the ways to pay that are offered.')
}

function problem(
  field: PayProblem['field'],
  code: PayProblem['code'],
  message: string,
): PayProblem {
  return { field, code, message }
}

function money(minor: number, { options, locale }: Offer): string {
  return formatMoney(minor, options.currency, locale)
}
