import type { Document } from '../domain/document.ts'
import { printStyle } from './assets.ts'
import { type BrandView, brandView } from './brand-view.ts'
import type { RenderContext } from './context.ts'
import { type Facts, factsOf } from './facts.ts'
import { langAttribute } from './page-view.ts'
import { type SheetView, sheetView } from './sheet-view.ts'
import { pageRule, printProperties } from './stylesheets.ts'

/** What stands around every printed sheet. */
export type PdfFrame = BrandView & {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  style: string
  /** Below the text; a short one stands at the foot of each page instead. */
  long_footer: string
  text_lang: string
}

export type PdfView = PdfFrame & { sheet: SheetView }

/** In characters: what fits between the number and the page number. */
const shortFooter = 80

/** The sheet to print. Knows no clock: it shows dates and payments, never what a date makes of them. */
export function pdfView(context: RenderContext, document: Document): PdfView {
  const facts = factsOf(context.config, document)
  const title = facts.labels.names[document.kind](document.number)
  return { ...pdfFrame(context, facts, title), sheet: sheetView(facts) }
}

/** Style, paper and brand of a sheet; its title stands at the foot of each page. */
export function pdfFrame(
  context: RenderContext,
  facts: Pick<Facts, 'labels' | 'dir' | 'textLang'>,
  title: string,
): PdfFrame {
  const { config, theme, brand, logo } = context
  const { labels, dir } = facts
  const { footer } = config.branding
  const isShort = footer.length <= shortFooter && !footer.includes('\n')
  const paper = { size: config.pdf.page, dir, foot: title, middle: isShort ? footer : '' }
  return {
    ...brandView(context, logo ? `data:image/png;base64,${logo.png.toString('base64')}` : ''),
    lang: labels.language,
    dir,
    title,
    style: printProperties(brand, theme.settings) + pageRule(paper, labels) + printStyle(theme),
    long_footer: isShort ? '' : footer,
    text_lang: langAttribute(facts.textLang),
  }
}
