import type { ShownState } from '../../domain/document.ts'
import type { Paint } from './paint.ts'

/** A state as people say it. */
export function stateWord(state: string): string {
  return state.replaceAll('_', ' ')
}

/** The colour of a state: what is done, what is new, what needs attention, what is over. */
const colors = {
  draft: 'dim',
  sent: 'new',
  viewed: 'new',
  issued: 'new',
  approved: 'good',
  invoiced: 'good',
  paid: 'good',
  partially_paid: 'warn',
  overpaid: 'warn',
  expired: 'warn',
  refunded: 'warn',
  partially_refunded: 'warn',
  overdue: 'bad',
  declined: 'bad',
  uncollectible: 'dim',
  void: 'dim',
} as const satisfies Record<ShownState, keyof Paint>

export function paintState(text: string, state: ShownState, paint: Paint): string {
  return paint[colors[state]](text)
}
