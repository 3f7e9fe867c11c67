/** Whatever a customer or the owner gets to see, made of made-up data: for looking at themes, and for tests. */
import type { Language } from '../domain/language.ts'
import type { RenderedMail, Renderer } from './renderer.ts'

/** In the order in which they are looked at, each with its title. */
export const sampleGroups = {
  invoices: 'Invoices',
  estimates: 'Estimates',
  paying: 'Paying',
  returning: 'Back from paying',
  deciding: 'Approving and declining',
  past: 'Receipts and history',
  notices: 'Notices',
  mails: 'Mails to customers',
  owner: 'Mails to you',
  sheets: 'PDFs',
} as const
export type SampleGroup = keyof typeof sampleGroups

/** Where a sample page is shown, and in which language other than its own. */
export type SampleView = { path: string; lang?: Language | undefined }

/** `sheet` is what a PDF is printed from. */
export type Sample = {
  /** As in an address: small letters, digits and hyphens. */
  id: string
  group: SampleGroup
  title: string
  /** Which samples the page's own links and forms lead to: the last part of their address → id. */
  leads: Readonly<Record<string, string>>
} & (
  | { kind: 'page'; html(renderer: Renderer, view: SampleView): string }
  | { kind: 'sheet'; html(renderer: Renderer): string }
  | { kind: 'mail'; mail(renderer: Renderer): RenderedMail }
)
