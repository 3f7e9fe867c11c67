import type { App } from '../app.ts'
import type { HandOverInput, ReturnInput } from '../ports/payment-pages.ts'

export type HandedOver =
  | { status: 'go'; page: HandOverInput }
  /** Nothing is to be paid there any more: what became of it. */
  | { status: 'over'; page: ReturnInput }
  | { status: 'unknown' }

/** What `/go/:id` shows. Reads only; no provider is asked. */
export function handOver(_app: App, _input: { id: string }): Promise<HandedOver> {
  throw new Error('not written yet')
}
