import { type DecideProblem, reasonLength } from '../domain/decide-form.ts'
import { lineLength } from '../domain/limits.ts'
import type { Facts } from './facts.ts'

/** What is wrong with a form to decide, in the page's language; a problem without words there says its own. */
export function decideProblem(
  { labels }: Pick<Facts, 'labels'>,
  { field, code, message }: DecideProblem,
): string {
  const words: Partial<Record<DecideProblem['code'], Says>> = labels.approval.problems[field]
  const says = words[code] ?? message
  return typeof says === 'string' ? says : says(field === 'reason' ? reasonLength : lineLength)
}

type Says = string | ((most: number) => string)
