/**
 * Documents with the figures that a person computed by hand; page, PDF, mail and JSON must show
 * them.
 */
import { discounts } from './worked-examples/discounts.ts'
import { edges } from './worked-examples/edges.ts'
import { inclusive } from './worked-examples/inclusive.ts'
import { plain } from './worked-examples/plain.ts'
import { taxed } from './worked-examples/taxed.ts'
import type { WorkedExample } from './worked-examples/types.ts'

export type { WorkedExample } from './worked-examples/types.ts'

export const workedExamples: WorkedExample[] = [
  ...plain,
  ...discounts,
  ...taxed,
  ...inclusive,
  ...edges,
]
