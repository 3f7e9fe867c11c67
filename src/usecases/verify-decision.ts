import type { Document } from '../domain/document.ts'
import type { Event } from '../domain/event.ts'
import type { Find } from './finding.ts'

/**
 * What an estimate counts as follows from its approval and its timeline: neither can be taken from it, nor given
 * to it, by its state alone.
 */
export function verifyDecision(document: Document, events: readonly Event[], find: Find): void {
  const { kind, state, version, approval, approved_at } = document
  if (kind !== 'estimate') return
  const isApproved = state === 'approved' || state === 'invoiced'
  if (approval && !isApproved) {
    find('approval', `Version ${version} was approved, but the estimate counts as ${state}.`)
  }
  if (approval && isApproved && approved_at !== approval.at) {
    find(
      'approval',
      `The estimate does not name the time at which version ${version} was approved.`,
    )
  }
  if (isApproved && !hasEvent(events, 'approved', version)) {
    find('approval', `The estimate counts as ${state}, but the timeline names no approval of it.`)
  }
  if (state === 'declined') verifyDecline(document, events, find)
}

function verifyDecline(
  { version, declined_at, decline_reason }: Document,
  events: readonly Event[],
  find: Find,
): void {
  if (!hasEvent(events, 'declined', version)) {
    find('approval', 'The estimate counts as declined, but the timeline does not say so.')
  }
  const declined = events.findLast(({ type }) => type === 'declined')
  if (!declined) return
  const isAsNoted =
    declined.at === declined_at && (declined.data.reason ?? '') === (decline_reason ?? '')
  if (!isAsNoted) find('approval', 'When or why it was declined is not what the timeline says.')
}

/** What the owner noted names no version. */
function hasEvent(events: readonly Event[], type: Event['type'], version: number): boolean {
  return events.some((event) => event.type === type && (event.data.version ?? version) === version)
}
