import { formatDate } from '../domain/format.ts'
import type { NoticeInput, NoticeKind } from '../ports/renderer.ts'
import { type BrandView, brandView } from './brand-view.ts'
import { type BusinessView, businessView } from './business-view.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './direction.ts'
import { type Labels, labelsFor } from './labels.ts'
import { mailLink } from './links.ts'
import { type ShellView, shellView } from './shell-view.ts'

type Way = { label: string; href: string }

const nowhere: Way = { label: '', href: '' }

export type NoticeView = ShellView &
  BrandView & {
    notice_kind: string
    heading: string
    text: string
    steps: string[]
    /** The form that asks for a fresh link; `href` is empty where there is none. */
    renew: Way
    /** What the button leads to, where none renews; `href` is empty where there is nothing. */
    action: Way
    quiet: Way[]
    reference: string
    business: BusinessView
  }

/** Kinds of pages that stand where a link leads nowhere any more, or never did. */
const lostLinks = new Set<NoticeKind>(['unknown', 'revoked', 'expired_link', 'expired_history'])

/** A page in place of a document that cannot be shown; it knows nothing of any document. */
export function noticeView(context: RenderContext, input: NoticeInput): NoticeView {
  const { config, assets } = context
  const { kind, reference } = input
  const locale = input.locale ?? config.business.locale
  const labels = labelsFor(locale)
  const { title, text, steps } = wordsOf(labels, input, locale)
  const ways = waysOn(labels, input, config.business.email)
  const [action = nowhere, ...others] = ways
  return {
    ...shellView(context, { labels, dir: directionOf(locale), title, scripts: [] }),
    ...brandView(context, assets['logo.png'] ?? ''),
    notice_kind: kind,
    heading: title,
    text,
    steps,
    renew: { label: labels.approval.actions.renew, href: input.renew_path ?? '' },
    action: input.renew_path ? nowhere : action,
    quiet: input.renew_path ? ways : others,
    reference: reference ? labels.reference(reference) : '',
    business: businessView(config, labels),
  }
}

/**
 * Where one can go from here, the most useful first: a mail to the business, and the way back. Whoever asked for
 * a history has only just left a page that works; a link that was renewed is probably one that does not.
 */
function waysOn(
  labels: Labels,
  { kind, reference, renew_path, back_path }: NoticeInput,
  email: string,
): Way[] {
  const { subjects, actions, approval } = labels
  const isLost = lostLinks.has(kind)
  const subject = isLost ? subjects.newLink : subjects.problem(reference)
  const label = isLost && !renew_path ? approval.actions.renew : actions.contact
  const ways = [
    { label, href: mailLink(email, subject) ?? '' },
    { label: actions.back, href: back_path ?? '' },
  ]
  const ordered = kind === 'history_sent' ? ways.toReversed() : ways
  return ordered.filter(({ href }) => href !== '')
}

/** What happened and what to do; a link that was replaced says by what. */
function wordsOf(
  { notices, renewal }: Labels,
  { kind, renew_path, replaced_on }: NoticeInput,
  locale: string,
): { title: string; text: string; steps: string[] } {
  const notice = notices[kind]
  const steps = renew_path ? [renewal.newest, renewal.renew] : notice.steps
  if (!replaced_on) return { ...notice, steps }
  const { title, text } = renewal.replaced
  return { title, text: text(formatDate(replaced_on, locale)), steps }
}
