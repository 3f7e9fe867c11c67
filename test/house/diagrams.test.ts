import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkoutEdges } from '../../src/domain/checkout.ts'
import { stateDiagram } from '../../src/domain/states.ts'
import { webhookEdges } from '../../src/domain/webhook-event.ts'
import { root } from '../support/source-imports.ts'

const readme = readFileSync(join(root, 'src', 'README.md'), 'utf8')

/** A machine without verbs: somebody else's word moves it. */
function diagram(first: string, edges: Record<string, readonly string[]>): string {
  const arrows = Object.entries(edges).flatMap(([from, next]) =>
    next.map((to) => `  ${from} --> ${to}`),
  )
  return ['stateDiagram-v2', `  [*] --> ${first}`, ...arrows].join('\n')
}

test.each([
  ['estimates', stateDiagram('estimate')],
  ['invoices', stateDiagram('invoice')],
  ['credit notes', stateDiagram('credit_note')],
  ['checkouts', diagram('open', checkoutEdges)],
  ['webhook events', diagram('received', webhookEdges)],
])('the picture of %s shows every edge of its table', (_, picture) => {
  expect(readme).toContain(`\`\`\`mermaid\n${picture}\n\`\`\``)
})
