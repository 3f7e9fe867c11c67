import type { PayProblem } from '../domain/pay-form.ts'
import type { PayOptions } from '../domain/payable.ts'
import { exampleAmount } from '../domain/typed-amount.ts'
import type { PayInput } from '../ports/payment-pages.ts'
import type { Facts } from './facts.ts'

/** What is wrong with the pay form, in the page's language; a problem without words there says its own. */
export function payProblem(
  facts: Facts,
  offer: PayInput['offer'],
  { field, code, message }: PayProblem,
): string {
  if (typeof offer === 'string') return message
  const words: Partial<Record<PayProblem['code'], Says>> = facts.labels.online.problems[field]
  const says = words[code]
  if (typeof says !== 'function') return says ?? message
  const [first, second] = amountsOf(facts, offer, code)
  return says(first, second)
}

type Says = string | ((first: string, second: string) => string)

/** The amounts that a sentence names, in its order. */
function amountsOf(
  { money, locale }: Facts,
  { due_minor, currency, custom }: PayOptions,
  code: PayProblem['code'],
): [string, string] {
  const least = custom?.least_minor ?? due_minor
  switch (code) {
    case 'not_an_amount':
    case 'too_many_digits':
      return [exampleAmount(due_minor, currency, locale), '']
    case 'too_much':
      return [money(custom?.most_minor ?? due_minor), '']
    case 'too_little':
      return [money(least), '']
    case 'leaves_too_little':
      return [money(due_minor), money(due_minor - least)]
    default:
      return [money(due_minor), '']
  }
}
