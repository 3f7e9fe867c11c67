import { reasonLength } from '../domain/decide-form.ts'
import type { DeclineInput } from '../ports/approval-pages.ts'
import type { RenderContext } from './context.ts'
import { type DecideFrame, decideFrame, problemOf } from './decide-frame.ts'
import { estimateSum } from './estimate-says.ts'
import { factsOf } from './facts.ts'
import type { Sum } from './saying.ts'

export type DeclineView = DecideFrame & {
  text: string
  sum: Sum
  form: {
    action: string
    reason: { label: string; hint: string; value: string; most: number; problem: string }
    submit: string
  }
}

/** Asks once more before an estimate is declined, and for a reason that may be left out. */
export function declineView(context: RenderContext, input: DeclineInput): DeclineView {
  const facts = factsOf(context.config, input.document, input.lang)
  const { decline, actions } = facts.labels.approval
  return {
    ...decideFrame(context, facts, input, { page: 'decline' }),
    text: decline.text(facts.business),
    sum: estimateSum(facts),
    form: {
      action: facts.href(`${input.path}/decline`),
      reason: {
        label: decline.reason,
        hint: decline.hint(reasonLength),
        value: input.form.reason ?? '',
        most: reasonLength,
        problem: problemOf(facts, input, 'reason'),
      },
      submit: actions.decline,
    },
  }
}
