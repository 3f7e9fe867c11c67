/** What a customer may pay online now, and what of a form is believed (design §8). */
import type { MethodName, ProviderName } from './checkout.ts'
import type { Document } from './document.ts'

/** Why nothing can be paid online now. */
export type NotPayable =
  | 'not_open'
  | 'void'
  | 'already_paid'
  | 'processing'
  | 'resting'
  | 'offline'
  | 'no_method'

/** What the pay page offers. */
export type PayOptions = {
  due_minor: number
  currency: string
  /**
   * Bounds of another amount, null where only all that is due can be paid. What is left after it must be
   * nothing or at least `least_minor`.
   */
  custom: { least_minor: number; most_minor: number } | null
  /** The methods that can charge the amount due, or some other amount that may be chosen. */
  methods: { method: MethodName; provider: ProviderName }[]
}

/** The form of the pay page as it came in: text, whatever was sent. */
export type PayForm = { amount_choice: string; amount: string; method: string }

/** One thing wrong with the form; `message` is for the customer, amounts written in their locale. */
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

/** Why a document cannot be paid online at all now; null when it can. */
export function whyNotPayable(_document: Document): NotPayable | null {
  throw new Error('not written yet')
}
