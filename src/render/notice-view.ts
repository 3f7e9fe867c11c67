import { formatDate } from '../domain/format.ts'
import type { NoticeInput, NoticeKind } from '../ports/renderer.ts'
import { type BrandView, brandView } from './brand-view.ts'
import { type BusinessView, businessView } from './business-view.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './direction.ts'
import { type Labels, labelsFor } from './labels.ts'
import { mailLink } from './links.ts'
import { type ShellView, shellView } from './shell-view.ts'

export type NoticeView = ShellView &
  BrandView & {
    notice_kind: string
    heading: string
    text: string
    steps: string[]
    /** The form that asks for a fresh link; `href` is empty where there is none. */
    renew: { label: string; href: string }
    /** A mail to the business; `href` is empty where it has no e-mail address. */
    action: { label: string; href: string }
    reference: string
    business: BusinessView
  }

/** Kinds of pages that stand where a link leads nowhere any more, or never did. */
const lostLinks = new Set<NoticeKind>(['unknown', 'revoked', 'expired_link', 'expired_history'])

/** A page in place of a document that cannot be shown; it knows nothing of any document. */
export function noticeView(context: RenderContext, input: NoticeInput): NoticeView {
  const { config, assets } = context
  const { kind, reference } = input
  const { email } = config.business
  const locale = input.locale ?? config.business.locale
  const labels = labelsFor(locale)
  const { title, text, steps } = wordsOf(labels, input, locale)
  const { subjects, notices } = labels
  const isLost = lostLinks.has(kind)
  const subject = isLost ? subjects.newLink : subjects.problem(reference)
  return {
    ...shellView(context, { labels, dir: directionOf(locale), title, scripts: [] }),
    ...brandView(context, assets['logo.png'] ?? ''),
    notice_kind: kind,
    heading: title,
    text,
    steps,
    renew: { label: labels.approval.actions.renew, href: input.renew_path ?? '' },
    action: {
      label: input.renew_path ? labels.actions.contact : notices[kind].action,
      href: mailLink(email, subject) ?? '',
    },
    reference: reference ? labels.reference(reference) : '',
    business: businessView(config, labels),
  }
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
