import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event, NewEvent } from '../../src/domain/event.ts'
import { chainEvent, emptyHead, verifyChain } from '../../src/domain/event-chain.ts'

const types = ['created', 'sent', 'opened', 'viewed', 'edited'] as const

function chain(length: number): Event[] {
  const events: Event[] = []
  for (let index = 0; index < length; index++) {
    const event: NewEvent = {
      document_id: 'doc_1',
      type: types[index % types.length] ?? 'created',
      actor: 'owner',
      at: `2025-01-${String(10 + index)}T00:00:00.000Z`,
      share_id: null,
      data: { version: index },
    }
    const head = events.at(-1)?.hash ?? emptyHead
    events.push({ ...event, seq: index + 1, ...chainEvent(event, head) })
  }
  return events
}

function head(events: Event[]): string {
  return events.at(-1)?.hash ?? emptyHead
}

describe('the chain of events', () => {
  it('verifies as it was written, also when it is empty', () => {
    for (const length of [0, 1, 7]) {
      const events = chain(length)
      expect(verifyChain(events, head(events), length)).toEqual([])
    }
  })

  it('shows any field that was changed', () => {
    const changes: Partial<Event>[] = [
      { type: 'voided' },
      { actor: 'customer' },
      { at: '2025-01-01T00:00:00.000Z' },
      { share_id: 'sh_1' },
      { data: { version: 99 } },
      { document_id: 'doc_2' },
      { prev_hash: 'f'.repeat(64) },
      { hash: '0'.repeat(64) },
    ]
    const cases = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(...changes))
    fc.assert(
      fc.property(cases, ([index, change]) => {
        const events = chain(7)
        const tampered = events.map((event, at) => (at === index ? { ...event, ...change } : event))
        expect(verifyChain(tampered, head(events), 7)).not.toEqual([])
      }),
    )
  })

  it('shows events that were removed, doubled or swapped', () => {
    const events = chain(7)
    const places = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(places, ([a, b]) => {
        const one = events.slice(a, a + 1)
        expect(verifyChain(events.toSpliced(a, 1), head(events), 7)).not.toEqual([])
        expect(verifyChain(events.toSpliced(b, 0, ...one), head(events), 7)).not.toEqual([])
        fc.pre(a !== b)
        const swapped = events.with(a, events[b] as Event).with(b, events[a] as Event)
        expect(verifyChain(swapped, head(events), 7)).not.toEqual([])
      }),
    )
  })

  it('shows a tail that was cut off', () => {
    const events = chain(7)
    const problems = verifyChain(events.slice(0, 5), head(events), 7)
    expect(problems.map((problem) => problem.message)).toEqual([
      '5 found, 7 expected',
      'the last one is not the head of the chain',
    ])
  })

  it('names the event that does not fit', () => {
    const events = chain(3).map((event, at) => (at === 1 ? { ...event, data: {} } : event))
    expect(verifyChain(events, head(events), 3)).toEqual([
      { field: 'events[1]', message: 'does not match its hash' },
    ])
  })
})
