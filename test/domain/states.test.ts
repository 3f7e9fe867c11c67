import { describe, expect, it } from 'vitest'
import { kinds, type StoredState, storedStates } from '../../src/domain/document.ts'
import {
  creditNoteEdges,
  estimateEdges,
  invoiceEdges,
  stateDiagram,
  transition,
  type Verb,
} from '../../src/domain/states.ts'
import { errorOf } from './fixtures.ts'

const edges = { estimate: estimateEdges, invoice: invoiceEdges, credit_note: creditNoteEdges }
const verbs = [...new Set(kinds.flatMap((kind) => Object.keys(edges[kind])))] as Verb[]
const plainVerbs = verbs.filter((verb) => verb !== 'send_revision')

function document(
  kind: (typeof kinds)[number],
  state: StoredState,
  draft_version: number | null = null,
) {
  return { kind, number: 'X-001', state, draft_version }
}

/** The design's machines, written down once more: verb, from, to. */
const allowed: Record<(typeof kinds)[number], [string, string, string][]> = {
  estimate: [
    ['send', 'draft', 'sent'],
    ['send', 'sent', 'sent'],
    ['approve', 'sent', 'approved'],
    ['decline', 'sent', 'declined'],
    ['void', 'sent', 'void'],
    ['reopen', 'declined', 'sent'],
    ['invoice', 'approved', 'invoiced'],
  ],
  invoice: [
    ['send', 'draft', 'sent'],
    ['send', 'sent', 'sent'],
    ['void', 'sent', 'void'],
    ['uncollectible', 'sent', 'uncollectible'],
    ['reopen', 'uncollectible', 'sent'],
  ],
  credit_note: [
    ['send', 'draft', 'issued'],
    ['send', 'issued', 'issued'],
    ['issue', 'draft', 'issued'],
    ['void', 'issued', 'void'],
  ],
}

const cases = kinds.flatMap((kind) =>
  storedStates.flatMap((state) => plainVerbs.map((verb) => ({ kind, state, verb }))),
)

describe('every verb in every state', () => {
  it.each(cases)('$kind: $verb from $state', ({ kind, state, verb }) => {
    const edge = allowed[kind].find(([name, from]) => name === verb && from === state)
    if (edge) expect(transition(document(kind, state), verb)).toBe(edge[2])
    else {
      const error = errorOf(() => transition(document(kind, state), verb))
      expect(error?.code).toBe('wrong_state')
      expect(error?.message).toContain('X-001')
      expect(error?.hint).toContain('portal ')
    }
  })

  it('leads to every state of its kind, and from all but the last ones', () => {
    for (const kind of kinds) {
      const targets = new Set(Object.values(edges[kind]).map((edge) => edge.to))
      const sources = new Set(Object.values(edges[kind]).flatMap((edge) => [...edge.from]))
      for (const state of sources) if (state !== 'draft') expect(targets).toContain(state)
    }
  })
})

describe('a revised estimate', () => {
  it.each(['sent', 'approved', 'declined'] as const)('that was %s is sent anew', (state) => {
    expect(transition(document('estimate', state, 2), 'send')).toBe('sent')
  })

  it.each(['draft', 'invoiced', 'void'] as const)('cannot be sent anew when %s', (state) => {
    expect(errorOf(() => transition(document('estimate', state, 2), 'send'))?.code).toBe(
      'wrong_state',
    )
  })
})

describe('refusals', () => {
  it('name the command that helps', () => {
    const hint = (kind: 'estimate' | 'invoice', state: StoredState, verb: Verb) =>
      errorOf(() => transition(document(kind, state), verb))?.hint
    expect(hint('invoice', 'draft', 'void')).toBe('Delete the draft: portal invoice delete X-001')
    expect(hint('invoice', 'draft', 'uncollectible')).toBe('Send it first: portal send X-001')
    expect(hint('estimate', 'approved', 'send')).toMatch('portal estimate revise X-001')
    expect(hint('estimate', 'declined', 'approve')).toMatch('portal estimate reopen X-001')
    expect(hint('invoice', 'uncollectible', 'void')).toMatch('portal invoice reopen X-001')
  })
})

describe('the diagrams', () => {
  it('show every edge', () => {
    expect(stateDiagram('invoice')).toBe(`stateDiagram-v2
  [*] --> draft
  draft --> sent: send
  sent --> sent: send
  sent --> void: void
  sent --> uncollectible: uncollectible
  uncollectible --> sent: reopen`)
    expect(stateDiagram('credit_note')).toContain('draft --> issued: send, issue')
    expect(stateDiagram('estimate')).toContain('approved --> sent: send_revision')
  })
})
