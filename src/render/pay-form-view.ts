import { hideCardNumbers } from '../domain/card-number.ts'
import type { PayForm } from '../domain/pay-form.ts'
import type { PayOptions } from '../domain/payable.ts'
import type { PayInput } from '../ports/payment-pages.ts'
import { isLong } from './amount.ts'
import type { Facts } from './facts.ts'
import { payProblem } from './pay-problem.ts'

export type PayFormView = {
  action: string
  sum: { amount: string; note: string; is_long: boolean }
  /** Null where only all that is due can be paid. */
  choice: ChoiceView | null
  methods: {
    title: string
    problem: string
    /** Below the buttons: who sees what. */
    safety: string
    list: { value: string; label: string; hint: string }[]
  }
}

type ChoiceView = {
  title: string
  problem: string
  due: { label: string; is_checked: boolean }
  custom: { label: string; is_checked: boolean }
  amount: { label: string; hint: string; value: string; problem: string }
}

/** The form: what is due, another amount where that may be, and the ways to pay. */
export function payFormView(facts: Facts, offer: PayOptions, input: PayInput): PayFormView {
  const { labels, money } = facts
  const { pay, methods } = labels.online
  const amount = money(offer.due_minor)
  return {
    action: facts.href(`${input.path}/pay`),
    sum: { amount, note: pay.dueNow, is_long: isLong(amount) },
    choice: offer.custom ? choiceOf(facts, offer, offer.custom, input) : null,
    methods: {
      title: pay.howToPay,
      problem: problemOf(facts, input, 'method'),
      safety: pay.safety,
      list: offer.methods.map(({ method }) => ({ value: method, ...methods[method] })),
    },
  }
}

function choiceOf(
  facts: Facts,
  { due_minor, currency }: PayOptions,
  { least_minor, most_minor }: NonNullable<PayOptions['custom']>,
  input: PayInput,
): ChoiceView {
  const { labels, money, join } = facts
  const { pay } = labels.online
  const { amount_choice = 'due', amount = '' } = input.form
  const bounds = pay.bounds(money(least_minor), money(most_minor))
  return {
    title: pay.howMuch,
    problem: problemOf(facts, input, 'amount_choice'),
    due: { label: pay.allDue(money(due_minor)), is_checked: amount_choice !== 'custom' },
    custom: { label: pay.another, is_checked: amount_choice === 'custom' },
    amount: {
      label: pay.amount(currency),
      hint: join(bounds, pay.leaves(money(least_minor))),
      // Who takes it for the field of a card is not shown the number again.
      value: hideCardNumbers(amount, ''),
      problem: problemOf(facts, input, 'amount'),
    },
  }
}

function problemOf(facts: Facts, { problems, offer }: PayInput, field: keyof PayForm): string {
  const found = problems.filter((problem) => problem.field === field)
  return facts.join(...found.map((problem) => payProblem(facts, offer, problem)))
}
