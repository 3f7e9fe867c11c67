import { describe, expect, it } from 'vitest'
import type { ReminderFacts } from '../../src/domain/reminder.ts'
import { planReminder } from '../../src/domain/reminder-plan.ts'
import { previewReminder } from '../../src/domain/reminder-preview.ts'
import { reminderReason } from '../../src/domain/reminder-reason.ts'
import { aPlan, someFacts } from './reminders.ts'

/** What is decided at an instant, in one line. */
function decided(at: string, facts: Partial<ReminderFacts> = {}, plan = aPlan()): string {
  const verdict = planReminder(someFacts(facts), plan, new Date(at))
  const overtaken = verdict.action === 'send' ? verdict.overtaken.map((day) => `+${day}`) : []
  const what = verdict.action === 'send' ? 'send' : verdict.why
  return [what, verdict.stage, ...overtaken].filter((part) => part !== null).join(' ')
}

/* Nine o'clock in New York is 14:00 in UTC in winter. */
describe('an overdue invoice', () => {
  it('is reminded of from the hour of its day on', () => {
    expect(decided('2025-01-31T13:59:59.999Z')).toBe('not_yet 1')
    expect(decided('2025-01-31T14:00:00Z')).toBe('send 1')
    expect(decided('2025-02-01T01:59:59Z')).toBe('send 1')
  })

  it('is not reminded of at night, but in the morning after', () => {
    expect(decided('2025-02-01T02:00:00Z')).toBe('night 1')
    expect(decided('2025-02-01T13:00:00Z')).toBe('night 1')
    expect(decided('2025-02-01T14:00:00Z')).toBe('send 1')
  })

  it('is reminded of late in the evening where the hour says so', () => {
    const plan = aPlan('reminders', { hour: 22 })
    expect(decided('2025-02-01T02:59:00Z', {}, plan)).toBe('not_yet 1')
    expect(decided('2025-02-01T03:00:00Z', {}, plan)).toBe('send 1')
    expect(decided('2025-02-01T05:00:00Z', {}, plan)).toBe('night 1')
  })

  it('gets one mail for all the days that were missed', () => {
    expect(decided('2025-02-10T15:00:00Z')).toBe('send 7 +1')
    expect(decided('2025-03-01T15:00:00Z')).toBe('send 14 +1 +7')
  })

  it('gets each mail once, and none for a day before one that was decided', () => {
    const handled: ReminderFacts['handled'] = [{ stage: 7, outcome: 'sent' }]
    expect(decided('2025-02-10T15:00:00Z', { handled })).toBe('not_yet 14')
    expect(decided('2025-02-13T14:00:00Z', { handled })).toBe('send 14 +1')
  })

  it('gets no more than the most', () => {
    const plan = aPlan('reminders', { max: 1 })
    const handled: ReminderFacts['handled'] = [{ stage: 1, outcome: 'sent' }]
    expect(decided('2025-02-10T15:00:00Z', { handled }, plan)).toBe('enough 7')
    const skipped: ReminderFacts['handled'] = [{ stage: 1, outcome: 'skipped' }]
    expect(decided('2025-02-10T15:00:00Z', { handled: skipped }, plan)).toBe('send 7')
  })

  it('may be reminded of before and on its due date', () => {
    const plan = aPlan('reminders', { days: [0, -3, 0] })
    expect(decided('2025-01-27T14:00:00Z', {}, plan)).toBe('send -3')
    expect(decided('2025-01-30T14:00:00Z', {}, plan)).toBe('send 0 +-3')
  })

  it('is not reminded of for days before it was sent', () => {
    const late = { sent_at: '2025-02-08T20:00:00.000Z', reached_at: null }
    expect(decided('2025-02-08T20:01:00Z', late)).toBe('not_yet 14')
    expect(decided('2025-02-13T14:00:00Z', late)).toBe('send 14 +1 +7')
    const later = { ...late, sent_at: '2025-03-01T20:00:00.000Z' }
    expect(decided('2025-03-02T20:00:00Z', later)).toBe('done')
  })

  it('is let go when its last day is long past', () => {
    expect(decided('2025-05-14T15:00:00Z')).toBe('send 14 +1 +7')
    expect(decided('2025-05-15T15:00:00Z')).toBe('too_late')
  })

  it.each<[string, Partial<ReminderFacts>]>([
    ['draft', { state: 'draft' }],
    ['void', { state: 'void' }],
    ['uncollectible', { state: 'uncollectible' }],
    ['paid', { balance_minor: 0 }],
    ['paid', { balance_minor: -5 }],
    ['resting', { rests: true }],
    ['paying', { pending_minor: 1 }],
    ['disputed', { disputing_minor: 1 }],
    ['revising', { revising: true }],
    ['document_off', { document_reminders: false }],
    ['customer_off', { customer_reminders: false }],
    ['document_stopped', { stopped: 'document' }],
    ['customer_stopped', { stopped: 'customer' }],
    ['no_address', { address: '' }],
    ['mail_refused', { mail_refused: true }],
    ['links_revoked', { links_revoked: true }],
    ['mail_waits', { mail_waits: true }],
  ])('is not reminded of: %s', (why, facts) => {
    expect(decided('2025-01-31T15:00:00Z', facts)).toBe(`${why} 1`)
  })

  it('is not reminded of while reminders are off, and the preview says what would be', () => {
    const plan = aPlan('reminders', { enabled: false })
    expect(decided('2025-01-31T15:00:00Z', {}, plan)).toBe('off 1')
    const verdict = planReminder(someFacts(), plan, new Date('2025-01-31T15:00:00Z'))
    expect(reminderReason(verdict, plan)).toBe(
      'reminders are off (reminders.enabled); else due: 1 day after the due date',
    )
  })
})

describe('a pending estimate', () => {
  const plan = aPlan('nudges')
  const estimate = (facts: Partial<ReminderFacts> = {}) => ({ balance_minor: 0, ...facts })

  it('is nudged days after it was sent, whatever its total', () => {
    expect(decided('2025-01-17T13:59:00Z', estimate(), plan)).toBe('not_yet 2')
    expect(decided('2025-01-17T14:00:00Z', estimate(), plan)).toBe('send 2')
    expect(decided('2025-01-22T14:00:00Z', estimate(), plan)).toBe('send 7 +2')
  })

  it('counts from the day on which its mail was taken', () => {
    const reached_at = '2025-01-17T16:00:00.000Z'
    expect(decided('2025-01-17T16:01:00Z', estimate({ reached_at }), plan)).toBe('not_yet 2')
    expect(decided('2025-01-19T14:00:00Z', estimate({ reached_at }), plan)).toBe('send 2')
  })

  it.each<[string, Partial<ReminderFacts>]>([
    ['approved', { state: 'approved' }],
    ['declined', { state: 'declined' }],
    ['invoiced', { state: 'invoiced' }],
    ['void', { state: 'void' }],
    ['expired', { ends_on: '2025-01-21' }],
  ])('is not nudged once it is %s', (why, facts) => {
    expect(decided('2025-01-22T15:00:00Z', estimate(facts), plan)).toBe(`${why} 7`)
  })

  it('is nudged on its last day', () => {
    expect(decided('2025-01-22T15:00:00Z', estimate({ ends_on: '2025-01-22' }), plan)).toBe(
      'send 7 +2',
    )
  })
})

describe('a preview', () => {
  const on = (date: string, facts: Partial<ReminderFacts> = {}, now = '2025-01-20T15:00:00Z') => {
    const verdict = previewReminder(someFacts(facts), aPlan(), { now: new Date(now), date })
    return `${verdict.action}: ${reminderReason(verdict, aPlan())}`
  }

  it('takes it that all goes well until then', () => {
    expect(on('2025-01-30')).toBe('skip: not due before 2025-01-31: 1 day after the due date')
    expect(on('2025-01-31')).toBe('send: 1 day after the due date')
    expect(on('2025-02-01')).toBe('skip: not due before 2025-02-06: 7 days after the due date')
    expect(on('2025-02-06')).toBe('send: 7 days after the due date')
    expect(on('2025-02-14')).toBe('skip: all its days have passed')
  })

  it('sees today as a whole day until it is over', () => {
    expect(on('2025-02-06', {}, '2025-02-06T08:00:00Z')).toBe('send: 7 days after the due date')
    expect(on('2025-02-08', {}, '2025-02-08T20:00:00Z')).toBe(
      'send: 7 days after the due date, 2 days late',
    )
    expect(on('2025-02-08', {}, '2025-02-09T04:00:00Z')).toBe(
      'skip: due, and waits until it is day: 2025-02-09T14:00:00.000Z',
    )
  })

  it('sees what was missed go out in the next hours', () => {
    expect(on('2025-02-10', {}, '2025-02-09T04:00:00Z')).toBe(
      'skip: not due before 2025-02-13: 14 days after the due date',
    )
  })
})
