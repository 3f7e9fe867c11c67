import type { NoticeInput } from '../ports/renderer.ts'
import { type BrandView, brandView } from './brand-view.ts'
import { type BusinessView, businessView } from './business-view.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './direction.ts'
import { labelsFor } from './labels.ts'
import { mailLink } from './links.ts'
import { type ShellView, shellView } from './shell-view.ts'

export type NoticeView = ShellView &
  BrandView & {
    notice_kind: string
    heading: string
    text: string
    steps: string[]
    /** `href` is empty where the business has no e-mail address. */
    action: { label: string; href: string }
    reference: string
    business: BusinessView
  }

/** A page in place of a document that cannot be shown; it knows nothing of any document. */
export function noticeView(context: RenderContext, { kind, reference }: NoticeInput): NoticeView {
  const { config, assets } = context
  const { locale, email } = config.business
  const labels = labelsFor(locale)
  const { title, text, steps, action } = labels.notices[kind]
  const { subjects } = labels
  const isLost = kind === 'unknown' || kind === 'revoked' || kind === 'expired_link'
  const subject = isLost ? subjects.newLink : subjects.problem(reference)
  return {
    ...shellView(context, { labels, dir: directionOf(locale), title, scripts: [] }),
    ...brandView(context, assets['logo.png'] ?? ''),
    notice_kind: kind,
    heading: title,
    text,
    steps,
    action: { label: action, href: mailLink(email, subject) ?? '' },
    reference: reference ? labels.reference(reference) : '',
    business: businessView(config, labels),
  }
}
