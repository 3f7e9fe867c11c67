import { civilDateIn } from '../domain/dates.ts'
import type { Kind, ShownState } from '../domain/document.ts'
import { type Standing, standing } from '../domain/standing.ts'
import type { PageInput } from '../ports/renderer.ts'
import type { ActionsView } from './action.ts'
import { actionsView } from './actions.ts'
import { type BrandView, brandView } from './brand-view.ts'
import type { RenderContext } from './context.ts'
import { isOpenEstimate } from './decision-actions.ts'
import { type Facts, factsOf } from './facts.ts'
import { languagesNav } from './languages-view.ts'
import { type SheetView, sheetView } from './sheet-view.ts'
import { type ShellView, shellView } from './shell-view.ts'
import { type SummaryView, summaryView } from './summary-view.ts'

export type PageView = ShellView &
  BrandView & {
    /** The hooks of contract.md, for scripts and tests. */
    data: {
      kind: Kind
      number: string
      state: ShownState
      balance_due_minor: number
      amount_due_now_minor: number
    }
    /** Where the beacon reports to; empty where nobody's look counts. */
    viewed_path: string
    ribbon: string
    /** What this way of looking at the document leaves out; else empty. */
    as_of: string
    summary: SummaryView
    actions: ActionsView
    sheet: SheetView
    /** An attribute for texts in the document's own language. */
    text_lang: string
  }

/** The whole page of a document at an instant. */
export function pageView(context: RenderContext, page: PageInput): PageView {
  const { config, assets } = context
  const { document, now, mode } = page
  const facts = factsOf(config, document, page.lang)
  const { labels, balance } = facts
  const today = civilDateIn(config.business.time_zone, now)
  const current = standing(document, today)
  const counts = mode === 'live'
  const scripts = [assets['print.js'], counts ? assets['beacon.js'] : undefined]
  return {
    ...shellView(context, {
      labels,
      dir: facts.dir,
      title: labels.titles[document.kind](config.business.name),
      scripts,
      // A host that only serves files has each page once.
      languages: mode === 'read_only' ? '' : languagesNav(context, facts),
    }),
    ...brandView(context, assets['logo.png'] ?? ''),
    data: {
      kind: document.kind,
      number: document.number,
      state: current.state,
      balance_due_minor: balance.balance_due_minor,
      amount_due_now_minor: balance.amount_due_now_minor,
    },
    viewed_path: counts ? `${page.path}/viewed` : '',
    ribbon: mode === 'preview' ? ribbonOf(facts) : '',
    as_of: remarkOf(facts, current, page),
    summary: summaryView(facts, current, page.failed_payment),
    actions: actionsView({ facts, standing: current, page }),
    sheet: sheetView(facts, page.receipts),
    text_lang: langAttribute(facts.textLang),
  }
}

/** What the owner sees has no buttons: those belong to the customer. */
function ribbonOf({ labels, document }: Facts): string {
  const { preview, previewEstimate } = labels.states
  return document.kind === 'estimate' ? previewEstimate : preview
}

/** Of when a page is that nobody brings up to date, and why an open estimate cannot be decided here. */
function remarkOf(facts: Facts, current: Standing, { mode, scope, now }: PageInput): string {
  const { labels, business } = facts
  const { readOnly, viewOnly } = labels.approval.states
  const isOpen = isOpenEstimate(facts, current)
  if (mode === 'read_only') {
    const asOf = labels.states.asOf(facts.day(now.toISOString()))
    return facts.join(isOpen ? readOnly(business) : '', asOf)
  }
  return isOpen && scope === 'view' ? viewOnly : ''
}

/** ` lang="ja-JP"`, so that browsers choose the right letters; empty where the page's own language holds. */
export function langAttribute(locale: string): string {
  return /^[a-z0-9-]+$/i.test(locale) ? ` lang="${locale}"` : ''
}
