import type { PaymentWarning } from '../../usecases/payment-warnings.ts'
import type { Paper } from './paper.ts'
import { wrapText } from './text-width.ts'

/** What may still come besides, each with what to do about it. */
export function warningLines(
  warnings: readonly PaymentWarning[],
  { paint, width }: Paper,
): string[] {
  return warnings.flatMap(({ message, hint }) => [
    ...wrapText(message, width).map(paint.warn),
    ...wrapText(hint, width),
  ])
}
