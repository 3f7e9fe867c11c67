/** The mails: one entry a kind. What they have in common is in mail-letter.ts and templates/mail/letter.eta. */
import type { MailKind } from '../domain/outbox.ts'
import type { MailInput, RenderedMail } from '../ports/renderer.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './direction.ts'
import { mailLabelsFor } from './labels.ts'
import { approvedConfirmation } from './mail-approved.ts'
import { declinedConfirmation } from './mail-declined.ts'
import { estimateSent } from './mail-estimate-sent.ts'
import { letterFrame } from './mail-frame.ts'
import { historyLink } from './mail-history-link.ts'
import { invoiceSent } from './mail-invoice-sent.ts'
import type { LetterWriter } from './mail-letter.ts'
import { mailMarkup } from './mail-markup.ts'
import { nudgeMail } from './mail-nudge.ts'
import { ownerNotice } from './mail-owner-notice.ts'
import { receiptMail } from './mail-receipt.ts'
import { refundMail } from './mail-refund.ts'
import { reminderMail } from './mail-reminder.ts'
import { renewedLink } from './mail-renewed-link.ts'
import { testMail } from './mail-test.ts'
import { letterText } from './mail-text.ts'
import { inPlainMarks } from './plain-marks.ts'
import { writtenIn } from './written-in.ts'

const letters = {
  invoice_sent: invoiceSent,
  estimate_sent: estimateSent,
  reminder: reminderMail,
  nudge: nudgeMail,
  receipt: receiptMail,
  refund: refundMail,
  approved_confirmation: approvedConfirmation,
  declined_confirmation: declinedConfirmation,
  history_link: historyLink,
  renewed_link: renewedLink,
  owner_notice: ownerNotice,
  test: testMail,
} satisfies Partial<Record<MailKind, LetterWriter>>

/** The kinds that can be rendered, for `portal mail preview`. */
export const renderedMailKinds = Object.keys(letters) as (keyof typeof letters)[]

/** What a mail needs of what pages, sheets and mails have in common. */
export type MailContext = Pick<RenderContext, 'config' | 'theme' | 'engine' | 'brand'>

/**
 * Renders one mail as things stand now; both parts say the same. `data.test` marks it as a test. A kind
 * that nobody has written yet is a bug and throws.
 */
export function renderMail(context: MailContext, input: MailInput): RenderedMail {
  const { config, theme, brand, engine } = context
  const locale = localeOf(config, input)
  const labels = mailLabelsFor(locale)
  const { test } = mailLabelsFor(config.business.locale)
  const document = input.document && writtenIn(locale, input.document)
  const letterInput = { ...input, document, config, labels, locale }
  const letter = writerOf(input.kind)(letterInput)
  const isTest = input.data.test === true || input.kind === 'test'
  const direction = directionOf(labels.language)
  const said = isTest ? test.subject(letter.subject) : letter.subject
  const subject = direction === 'rtl' ? inPlainMarks(said) : said
  const frame = letterFrame(config, labels, {
    banner: isTest && input.document ? test.banner : '',
    number: input.document?.number ?? '',
    secrecy: letter.secrecy ?? labels.texts.secrecy,
  })
  const html = engine.render('mail/letter', {
    ...letter,
    ...frame,
    subject,
    language: labels.language,
    direction,
    button_fails: labels.texts.buttonFails,
    schemes: {
      light: { ...theme.settings.light, ...brand.light },
      dark: { ...theme.settings.dark, ...brand.dark },
    },
    corner: theme.settings.corner,
    font: theme.settings.font,
    markup: mailMarkup(letterInput),
  })
  return { subject, html, text: letterText(letter, frame, labels) }
}

/** Customers are written to in their document's language, else in their own; the owner in the business's. */
function localeOf({ business }: MailContext['config'], input: MailInput): string {
  const { kind, document, customer } = input
  if (kind === 'owner_notice') return business.locale
  return document?.content.locale ?? (customer?.locale || business.locale)
}

function writerOf(kind: MailKind): LetterWriter {
  if (Object.hasOwn(letters, kind)) return letters[kind as keyof typeof letters]
  throw new Error(`There is no mail of kind "${kind}" yet.`)
}
