import { expect, test } from 'vitest'
import { PortalError } from '../../src/domain/errors.ts'
import { createJobFaults } from '../../src/server/job-faults.ts'
import { createLog } from '../../src/server/log.ts'

test('a job that fails each minute says so once, and that it works again', () => {
  const lines: string[] = []
  const faults = createJobFaults(createLog({ write: (line) => lines.push(line) }))
  const full = () =>
    new PortalError('conflict', 'The disk is full; nothing was written.', 'Free it.')
  const fails = (error: Error) => {
    faults.failed('outbox', error)
    faults.ended({ name: 'outbox', ok: false, counts: {} })
  }
  for (const error of [full(), full(), new Error('another'), full()]) fails(error)
  for (let run = 0; run < 2; run++) faults.ended({ name: 'outbox', ok: true, counts: {} })
  const told = lines.map((line) => JSON.parse(line))
  expect(told.map(({ message, error }) => [message, error?.message])).toEqual([
    ['the job outbox failed', 'The disk is full; nothing was written.'],
    ['the job outbox failed', 'another'],
    ['the job outbox failed', 'The disk is full; nothing was written.'],
    ['the job outbox works again', undefined],
  ])
  expect(told.map(({ error }) => error && 'stack' in error)).toEqual([
    false,
    true,
    false,
    undefined,
  ])
})
