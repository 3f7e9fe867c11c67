import type { OutboxMessage } from '../../domain/outbox.ts'
import { oneLine } from './table.ts'

const words = { receipt: 'The receipt', refund: 'The note about the refund' } as const

/** How the mails to the customer about a payment fared, a line each. */
export function paymentMailLines(messages: readonly OutboxMessage[]): string[] {
  return messages.map(({ kind, to, state, last_error }) => {
    const what = words[kind as keyof typeof words] ?? 'The mail'
    if (state === 'sent') return `${what} went to ${to}.`
    const why = last_error ? `: ${oneLine(last_error)}` : ''
    if (state === 'failed' || state === 'canceled') return `${what} did not reach ${to}${why}`
    return `${what} for ${to} waits in the outbox${why || '.'}`
  })
}
