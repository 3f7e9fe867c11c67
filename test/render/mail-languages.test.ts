/** Every mail in every language: a subject, a preview, one button, and two parts that say the same. */
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { encodeMail } from '../../src/mail/mime.ts'
import type { MailInput } from '../../src/ports/renderer.ts'
import { mailLabelsFor } from '../../src/render/labels.ts'
import { renderedMailKinds, renderMail } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import { sampleEvents } from '../../src/render/sample-notices.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'
import { sampleMail } from '../support/sample-mail.ts'

const now = new Date('2025-01-15T15:00:00Z')
const stopUrl = `https://portal.acme.example/u/${'0'.repeat(32)}`

describe.each(Object.keys(languages))('in %s', (locale) => {
  const payments = { instructions: 'IBAN 1234 5678' }
  const config = acmeConfig({ business: { ...acmeConfig().business, locale }, payments })
  const context = mailContext(config)

  test.each(renderedMailKinds.filter((kind) => kind !== 'owner_notice'))('%s', async (kind) => {
    await checkMail(kind, sampleMailInput(config, kind, now))
  })

  test('every notice to the owner', async () => {
    for (const event of sampleEvents) {
      await checkMail('owner_notice', sampleMailInput(config, 'owner_notice', now, { event }))
    }
  })

  test('a notice of a view names whom the link went to in the owner’s words, and a label as it is', () => {
    const { facts } = mailLabelsFor(locale)
    const viewed = (label: string) => {
      const input = sampleMailInput(config, 'owner_notice', now, { event: 'viewed' })
      return plain(renderMail(context, { ...input, data: { event: 'viewed', label } }).text)
    }
    const told = viewed('renewed for jane@example.com')
    expect(told).toContain(facts.recipient)
    expect(told).toContain('jane@example.com')
    expect(told).not.toContain('renewed for')
    expect(viewed('my bookkeeper')).toContain('my bookkeeper')
  })

  async function checkMail(kind: string, input: MailInput): Promise<void> {
    const data = { ...input.data, message: 'On 3 March' }
    const rendered = renderMail(context, { ...input, data })
    const { raw } = await encodeMail(sampleMail(rendered))
    const mail = await PostalMime.parse(raw)
    const [html, text] = [lines(mail.html), lines(mail.text)]
    const { subject = '' } = mail
    expect([subject, html, text]).toEqual([
      rendered.subject,
      lines(rendered.html),
      lines(rendered.text),
    ])
    expect(subject).toMatch(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]{8,200}$/u)
    const [, preview = ''] = /<div class="preheader"[^>]*>([^<]*)<\/div>/.exec(html) ?? []
    expect(preview.trim()).not.toBe('')
    expect(html.match(/<td class="button"/g) ?? []).toHaveLength(input.url ? 1 : 0)
    const isStoppable = kind === 'reminder' || kind === 'nudge'
    expect([html.includes(stopUrl), text.includes(stopUrl)]).toEqual([isStoppable, isStoppable])
    expect(factsIn(shownBy(html))).toEqual(factsIn(text))
    const shown = plain(shownBy(html))
    for (const line of plain(text)
      .split(/\n+/)
      .filter((one) => one !== '-- ')) {
      for (const part of line.split(/:\s|[:：]$/)) expect(shown).toContain(part.trim())
    }
  }
})

/** Mail has other ends of lines. */
function lines(text = ''): string {
  return text.replaceAll('\r\n', '\n').trim()
}

/** Amounts, dates, numbers and addresses, each once: whatever has a digit, or an @ or a slash in it. */
function factsIn(text: string): string[] {
  const words = plain(text).match(/\S*[\p{Nd}@/]\S*/gu) ?? []
  const bare = words.map((word) =>
    word.replace(/^[\p{P}\p{S}]+(?=[\p{Nd}h])|[\p{Po}\p{Pe}]+$/gu, ''),
  )
  return [...new Set(bare)].sort()
}

/** Without marks that nobody sees, and with spaces of one kind. */
function plain(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]/g, ' ')
    .replaceAll('：', '：\n')
}

/** What a reader of the HTML part reads, and where its links lead. */
function shownBy(html: string): string {
  return html
    .replace(/<head>.*<\/head>|<div class="preheader".*?<\/div>/gs, '')
    .replace(/<a [^>]*href="(https:\/\/portal[^"]*)"[^>]*>/g, '\n$1\n')
    .replace(/<br>|<\/?(?:td|tr|p|h1|li|a)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
