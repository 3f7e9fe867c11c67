import { expect, test } from 'vitest'
import { plain } from '../../../src/cli/output/paint.ts'
import { reminderView } from '../../../src/cli/output/reminder-view.ts'
import type { ReminderItem } from '../../../src/usecases/preview-reminders.ts'

const paper = { width: Number.POSITIVE_INFINITY, paint: plain }
const situation = { rule: 'reminders', enabled: true, done: false } as const
const item: ReminderItem = {
  ...{ number: 'INV-001', to: 'john@example.com', stage: 1 },
  ...{ action: 'send', reason: '1 day after the due date', why: null },
}
const paid: ReminderItem = { ...item, action: 'skip', why: 'paid' }

test('a long list says what it leaves out: mails that go, and what is settled', () => {
  const items = [...Array<ReminderItem>(120).fill(item), paid]
  const lines = reminderView({ date: '2025-01-31', items }, situation, paper).split('\n')
  expect(lines).toHaveLength(1 + 1 + 100 + 1)
  expect(lines.at(-1)).toBe(
    'Not shown: 20 more like these, 1 invoice with nothing to remind of. All of them: --json',
  )
})

test('a list that is whole says nothing of the kind', () => {
  const view = reminderView({ date: '2025-01-31', items: [item] }, situation, paper)
  expect(view).not.toContain('Not shown')
})
