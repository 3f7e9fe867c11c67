/** What a mail says, before it is HTML and text: both are made from it, so both say the same. */
import type { Config } from '../config/schema.ts'
import type { MailInput } from '../ports/renderer.ts'
import type { MailLabels } from './labels/en/mail.ts'

export type Fact = { label: string; value: string }

/** A heading with a text of several lines. */
export type Section = { heading: string; text: string }

export type Letter = {
  subject: string
  /** What mail programs show beside the subject. */
  preheader: string
  title: string
  /** The one number that the mail is about; null when it is about none. */
  amount: Fact | null
  /** The most important first: it stands right under the amount. */
  facts: Fact[]
  /** Sentences above the button. */
  sentences: string[]
  button: { label: string; url: string } | null
  /** What whoever has the link can do; of a document's link when absent. */
  secrecy?: string
  sections: Section[]
  /** How to stop such mails; only on reminders. */
  stop?: { why: string; label: string; url: string } | null
  /** True for mails to customers: closes with the business's address and how to reach it. */
  signed: boolean
}

/** What the writer of a letter has at hand. */
export type LetterInput = MailInput & {
  config: Config
  labels: MailLabels
  /** For amounts and dates; the document's, else the business's. */
  locale: string
}

export type LetterWriter = (input: LetterInput) => Letter

/** A number of an outbox message; undefined when it is not there. */
export function numberOf(data: MailInput['data'], name: string): number | undefined {
  const value = data[name]
  return typeof value === 'number' ? value : undefined
}

/** A fact of an outbox message as text; empty when it is not there. */
export function textOf(data: MailInput['data'], name: string): string {
  const value = data[name]
  return typeof value === 'string' ? value.trim() : ''
}
