/**
 * What may become of a document: one table a kind, verb → from which states to which (design §5).
 */
import type { Document, Kind, StoredState } from './document.ts'
import { PortalError } from './errors.ts'
import { kindCommand, kindNoun } from './nouns.ts'

type Edge = { from: readonly StoredState[]; to: StoredState }

/**
 * `send_revision` is what `send` means while a newer version waits: it starts the estimate over.
 */
export const estimateEdges = {
  send: { from: ['draft', 'sent'], to: 'sent' },
  send_revision: { from: ['sent', 'approved', 'declined'], to: 'sent' },
  approve: { from: ['sent'], to: 'approved' },
  decline: { from: ['sent'], to: 'declined' },
  void: { from: ['sent'], to: 'void' },
  reopen: { from: ['declined'], to: 'sent' },
  invoice: { from: ['approved'], to: 'invoiced' },
} as const satisfies Record<string, Edge>

/** A draft is deleted, not voided; its number stays taken all the same. */
export const invoiceEdges = {
  send: { from: ['draft', 'sent'], to: 'sent' },
  void: { from: ['sent'], to: 'void' },
  uncollectible: { from: ['sent'], to: 'uncollectible' },
  reopen: { from: ['uncollectible'], to: 'sent' },
} as const satisfies Record<string, Edge>

/** Sending a credit note issues it; it may also be issued without a mail. */
export const creditNoteEdges = {
  send: { from: ['draft', 'issued'], to: 'issued' },
  issue: { from: ['draft'], to: 'issued' },
  void: { from: ['issued'], to: 'void' },
} as const satisfies Record<string, Edge>

/** The machine of each kind. */
const edges = {
  estimate: estimateEdges,
  invoice: invoiceEdges,
  credit_note: creditNoteEdges,
} as const satisfies Record<Kind, Record<string, Edge>>

/** All that can be done to the state of some document. */
export type Verb =
  | keyof typeof estimateEdges
  | keyof typeof invoiceEdges
  | keyof typeof creditNoteEdges

type Stateful = Pick<Document, 'kind' | 'number' | 'state' | 'draft_version'>

/**
 * The state after `verb`. Throws wrong_state, with a hint, when the document's state does not allow
 * it.
 */
export function transition(document: Stateful, verb: Verb): StoredState {
  const table: Record<string, Edge> = edges[document.kind]
  const edge = table[meaning(document, verb)]
  if (edge?.from.includes(document.state)) return edge.to
  throw refusal(document, verb, edge)
}

/** The machine of a kind as a mermaid diagram, for src/README.md. */
export function stateDiagram(kind: Kind): string {
  const arrows = new Map<string, string[]>()
  for (const [verb, { from, to }] of Object.entries(edges[kind])) {
    for (const state of from) {
      const arrow = `${state} --> ${to}`
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), verb])
    }
  }
  const lines = [...arrows].map(([arrow, verbs]) => `  ${arrow}: ${verbs.join(', ')}`)
  return ['stateDiagram-v2', '  [*] --> draft', ...lines].join('\n')
}

function meaning(document: Stateful, verb: Verb): Verb {
  const isRevision = document.kind === 'estimate' && document.draft_version !== null
  return verb === 'send' && isRevision ? 'send_revision' : verb
}

const participles = {
  send: 'sent',
  send_revision: 'sent anew',
  approve: 'approved',
  decline: 'declined',
  void: 'voided',
  reopen: 'reopened',
  invoice: 'invoiced',
  uncollectible: 'marked uncollectible',
  issue: 'issued',
} as const satisfies Record<Verb, string>

function refusal(document: Stateful, verb: Verb, edge: Edge | undefined): PortalError {
  const { kind, number, state } = document
  const done = participles[verb]
  if (!edge) {
    const message = `${number} cannot be ${done}: that is not for the kind ${kindNoun(kind)}.`
    return new PortalError(
      'wrong_state',
      message,
      `See what it is: portal ${kindCommand(kind)} show ${number}`,
    )
  }
  const wanted = edge.from.join(' or ')
  const message = `${number} is ${state === 'draft' ? 'a draft' : state} and cannot be ${done}; it must be ${wanted}.`
  return new PortalError('wrong_state', message, remedy(document, verb))
}

/** The command that gets a person further. */
function remedy({ kind, number, state }: Stateful, verb: Verb): string {
  const portal = `portal ${kindCommand(kind)}`
  if (verb === 'void' && state === 'draft') return `Delete the draft: ${portal} delete ${number}`
  if (state === 'draft') return `Send it first: portal send ${number}`
  if (verb === 'invoice' && state === 'sent') return `Approve it first: ${portal} approve ${number}`
  if (state === 'void')
    return `A void ${kindNoun(kind)} stays void; make a new one: ${portal} create`
  if (state === 'uncollectible') return `Reopen it first: ${portal} reopen ${number}`
  if (state === 'declined') return `Reopen it first: ${portal} reopen ${number}`
  if (state === 'approved') return `Make a new version first: ${portal} revise ${number}`
  return `See where it stands: ${portal} show ${number}`
}
