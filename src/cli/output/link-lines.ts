import type { SharedLink } from '../../usecases/share-document.ts'
import { shortInstant } from './instant.ts'
import type { Paper } from './paper.ts'
import { linkWarning, replacedLine } from './sent-lines.ts'
import { warningLines } from './warning-lines.ts'

const historyWarning =
  'Anyone with this link can view all of the customer’s documents. Treat it like a password.'

/** A secret link, what it allows and how long, and the warning that goes with it. */
export function linkLines(
  link: SharedLink,
  { zone, now }: { zone: string; now: Date },
  paper: Paper,
): string {
  const { paint } = paper
  const { number, url, id, label, scope, expires_at } = link
  const about = [
    `link ${id}`,
    ...(label ? [label] : []),
    ...(scope === 'view' ? ['view only'] : []),
    expires_at
      ? `${isEnded(link, now) ? 'ended' : 'works until'} ${shortInstant(expires_at, zone)}`
      : 'no end date',
  ]
  return [
    `${paint.bold(number ?? 'History')}  ${url}`,
    paint.dim(about.join(', ')),
    ...(link.replaced_approval ? [paint.warn(replacedLine(link.replaced_approval))] : []),
    ...warningLines(link.warnings ?? [], paper),
    number === null ? historyWarning : linkWarning,
  ].join('\n')
}

/** Such as a link of an estimate that has expired: extended, it would open again. */
export function isEnded({ expires_at }: Pick<SharedLink, 'expires_at'>, now: Date): boolean {
  return expires_at !== null && expires_at <= now.toISOString()
}
