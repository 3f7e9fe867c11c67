/** The timeline as a chain of hashes: a changed, missing or added event shows. */
import { canonicalJson, sha256 } from './canonical.ts'
import type { Problem } from './errors.ts'
import type { Event, NewEvent } from './event.ts'

/** The head of a chain without events. */
export const emptyHead = ''

/**
 * The hashes that link an event to the one before; `prevHash` is the head of its document's chain.
 */
export function chainEvent(event: NewEvent, prevHash: string): { prev_hash: string; hash: string } {
  const { document_id, type, actor, at, share_id, data } = event
  const linked = { document_id, type, actor, at, share_id, data, prev_hash: prevHash }
  return { prev_hash: prevHash, hash: sha256(canonicalJson(linked)) }
}

/**
 * Checks a document's events, in the order of `seq`, against the head and the count that the
 * document remembers. An empty list of problems means that nothing was changed, removed, added or
 * swapped.
 */
export function verifyChain(events: readonly Event[], head: string, count: number): Problem[] {
  const problems = events.flatMap((event, index) => linkProblems(events, event, index))
  if (events.length !== count) {
    problems.push({ field: 'events', message: `${events.length} found, ${count} expected` })
  }
  if ((events.at(-1)?.hash ?? emptyHead) !== head) {
    problems.push({ field: 'events', message: 'the last one is not the head of the chain' })
  }
  return problems
}

function linkProblems(events: readonly Event[], event: Event, index: number): Problem[] {
  const field = `events[${index}]`
  const before = events[index - 1]
  const expected = chainEvent(event, event.prev_hash)
  const problems: Problem[] = []
  if (event.hash !== expected.hash) problems.push({ field, message: 'does not match its hash' })
  if (event.prev_hash !== (before?.hash ?? emptyHead)) {
    problems.push({ field, message: 'does not follow the event before it' })
  }
  if (before && before.document_id !== event.document_id) {
    problems.push({ field, message: 'belongs to another document' })
  }
  return problems
}
