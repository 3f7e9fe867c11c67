import { describe, expect, test } from 'vitest'
import { declineInput } from './decisions.ts'
import { renderer, textOf } from './rendering.ts'

const made = await renderer()
const { decline } = made.approvals

describe('the page to decline', () => {
  const html = decline(declineInput())
  const text = textOf(html)

  test('says what it is about, what happens, and that a reason may be left out', () => {
    expect(text).toContain('Decline Estimate EST-001 $9,828.00 valid until February 14, 2025')
    expect(text).toContain('Acme Remodeling is told that you decline')
    expect(text).toContain('Reason (optional) Up to 1,000 characters.')
    expect(html).toMatch(/<textarea id="reason" name="reason" rows="4" maxlength="1000"/)
  })

  test('asks once more, and offers a way back, the approval and a question', () => {
    expect(html).toContain('<form id="decline" method="post" action="/e/token/decline">')
    expect(html).toContain('<button class="button">Decline</button>')
    expect(text).toContain('Back to the Estimate Approve Ask a Question')
    expect(html).toContain('subject=Question%20about%20Estimate%20EST-001')
  })

  test('works without script', () => {
    expect(html).not.toMatch(/<script|style=|\son\w+=/)
  })
})

test('a reason that is too long is kept, with what is wrong at the field and above', () => {
  const reason = `</textarea><b>${'x'.repeat(1000)}`
  const message = 'Shorten the reason to 1,000 characters.'
  const problems = [{ field: 'reason' as const, code: 'too_long' as const, message }]
  const html = decline(declineInput({ form: { reason }, problems }))
  expect(html).toContain(`<li><a href="#reason">${message}</a></li>`)
  expect(html).toContain('aria-describedby="reason-hint reason-problem" aria-invalid="true"')
  expect(html).toContain(`&lt;/textarea&gt;&lt;b&gt;${'x'.repeat(1000)}</textarea>`)
})

test('an estimate that was changed meanwhile says so before anything is declined', () => {
  const html = decline(declineInput({ changed: true, form: { reason: 'Too late' } }))
  expect(textOf(html)).toContain('Nothing was approved or declined.')
  expect(html).toContain('Too late</textarea>')
})
