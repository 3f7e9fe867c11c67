import { describe, expect, it } from 'vitest'
import type { Config } from '../../src/config/schema.ts'
import type { MailInput, RenderedMail } from '../../src/ports/renderer.ts'
import { renderMail } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'

const sentOn = new Date('2025-01-15T15:00:00Z')
const seen = '2025-01-16T08:00:00.000Z'

type Situation = { now: string; stage: number | null; viewed_at?: string | null }

/** Of the sample invoice over $9,828.00, due on January 30, or its estimate. */
function render(
  kind: 'reminder' | 'nudge',
  { now, stage, viewed_at = null }: Situation,
  config: Config = acmeConfig(),
  changes: Partial<MailInput> = {},
): RenderedMail {
  const sample = sampleMailInput(config, kind, sentOn)
  const document = sample.document && { ...sample.document, viewed_at }
  const input = { ...sample, document, now: new Date(now), data: { stage }, ...changes }
  return renderMail(mailContext(config), input)
}

describe('a reminder', () => {
  it('says in its subject that it is one, how much was due, and since when', () => {
    expect(render('reminder', { now: '2025-01-31T15:00:00Z', stage: 1 }).subject).toBe(
      'Reminder: Invoice INV-001 from Acme Remodeling: $9,828.00 was due January 30, 2025',
    )
  })

  it('is a plain hint before and on the due date', () => {
    for (const now of ['2025-01-27T15:00:00Z', '2025-01-31T04:59:59Z']) {
      const { subject, text } = render('reminder', { now, stage: 1 })
      expect(subject).toMatch(/: \$9,828\.00 due January 30, 2025$/)
      expect(text).toContain('A short reminder: this invoice is due on January 30, 2025.')
      expect(text).not.toContain('was due')
    }
  })

  it('grows plainer from stage to stage, and never threatens', () => {
    const tones = [1, 7, 14].map(
      (stage) => render('reminder', { now: '2025-02-14T15:00:00Z', stage }).text,
    )
    expect(tones[0]).toContain('Perhaps it slipped your mind')
    expect(tones[1]).toContain('is still open. Please pay it now.')
    expect(tones[2]).toContain('tell us what keeps you from it: together we will find a way')
    for (const text of tones) expect(text).not.toMatch(/collect|legal|fee|interest|court|final/i)
  })

  it('is friendly in the first one after the due date, whatever went before it', () => {
    const config = acmeConfig({ reminders: { days_after_due: [-3, 0, 1, 7] } })
    const now = '2025-02-07T15:00:00Z'
    expect(render('reminder', { now, stage: 1 }, config).text).toContain('slipped your mind')
    expect(render('reminder', { now, stage: 7 }, config).text).toContain('what keeps you from it')
  })

  it('is friendly by hand, before any stage was reached', () => {
    const { text } = render('reminder', { now: '2025-01-31T15:00:00Z', stage: null })
    expect(text).toContain('Perhaps it slipped your mind')
  })

  it('has other words for whoever has looked at the invoice', () => {
    const now = '2025-01-31T15:00:00Z'
    const unseen = render('reminder', { now, stage: 1 }).text
    expect(unseen).toContain('In case our earlier e-mail did not reach you')
    const viewed = render('reminder', { now, stage: 1, viewed_at: seen }).text
    expect(viewed).not.toContain('did not reach you')
    expect(viewed).toContain('reply to this e-mail')
  })

  it('says how to pay, and offers one button', () => {
    const config = acmeConfig({ payments: { instructions: 'Check to Acme' } })
    const { text, html } = render('reminder', { now: '2025-01-31T15:00:00Z', stage: 1 }, config)
    expect(text).toContain('How to pay:\nCheck to Acme')
    expect(html.match(/>View invoice</g)).toHaveLength(1)
  })

  it('can be stopped, in both of its parts', () => {
    const stop_url = 'https://portal.acme.example/u/00000000000000000000000000000000'
    const { text, html } = render('reminder', { now: '2025-01-31T15:00:00Z', stage: 1 })
    expect(text).toContain(`Stop reminders:\n${stop_url}`)
    expect(html).toContain(`href="${stop_url}"`)
    const { text: sent } = renderMail(
      mailContext(),
      sampleMailInput(acmeConfig(), 'invoice_sent', sentOn),
    )
    expect(sent).not.toContain('/u/')
  })
})

describe('a nudge', () => {
  const now = '2025-01-17T15:00:00Z'

  it('says in its subject what, who, how much and until when', () => {
    expect(render('nudge', { now, stage: 2 }).subject).toMatch(
      /^Reminder: Estimate EST-001 from Acme Remodeling: \$9,828\.00, valid until /,
    )
  })

  it('asks kindly first, and the last one says that it is the last', () => {
    expect(render('nudge', { now, stage: 2 }).text).toContain('what you think of it')
    expect(render('nudge', { now, stage: 7 }).text).toContain('we will not write about it again')
  })

  it('says how long it holds, and has other words for whoever has looked at it', () => {
    const unseen = render('nudge', { now, stage: 2 }).text
    expect(unseen).toContain('You can approve it until ')
    expect(unseen).toContain('In case our earlier e-mail did not reach you')
    const viewed = render('nudge', { now, stage: 2, viewed_at: seen }).text
    expect(viewed).toContain('If you have a question, or would like something changed')
    expect(viewed).not.toContain('did not reach you')
  })

  it('is only friendly where there is one stage', () => {
    const config = acmeConfig({ nudges: { days_after_sent: [3] } })
    expect(render('nudge', { now, stage: 3 }, config).text).toContain('what you think of it')
  })
})
