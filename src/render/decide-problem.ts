import type { SignatureKind } from '../domain/approval.ts'
import { type DecideProblem, reasonLength } from '../domain/decide-form.ts'
import { lineLength } from '../domain/limits.ts'
import type { Facts } from './facts.ts'

/**
 * What is wrong with a form to decide, in the page's language; a problem without words there says its own.
 * @param methods the ways to sign that are offered: of a way that is not, nothing is said
 */
export function decideProblem(
  { labels }: Pick<Facts, 'labels'>,
  { field, code, message }: DecideProblem,
  methods: readonly SignatureKind[],
): string {
  const { problems } = labels.approval
  const isDrawing = field === 'signature' && !methods.includes('typed')
  const words: Partial<Record<DecideProblem['code'], Says>> = isDrawing
    ? problems.drawing
    : problems[field]
  const says = words[code] ?? message
  return typeof says === 'string' ? says : says(field === 'reason' ? reasonLength : lineLength)
}

type Says = string | ((most: number) => string)
