import type { Config } from '../../config/schema.ts'
import { formatDate } from '../../domain/format.ts'
import type { ApprovalStatement, CopyState } from '../../usecases/verify-approvals.ts'
import type { Finding } from '../../usecases/verify-document.ts'
import { shortInstant } from './instant.ts'
import type { Paper } from './paper.ts'
import { oneLine, table } from './table.ts'
import { wrapText } from './text-width.ts'

type Business = Pick<Config['business'], 'locale' | 'time_zone'>

/** Who approved what, when and how, in plain words. */
export function approvalLines(
  approvals: readonly ApprovalStatement[],
  business: Business,
  { paint, width }: Paper,
): string[] {
  return approvals.flatMap((approval) => [
    paint.bold(`${approval.number}, version ${approval.version}`),
    ...sentences(approval, business).flatMap((line) => indented(line, width)),
    '',
  ])
}

/** What is wrong, or that nothing is. */
export function findingLines(problems: Finding[], well: string, paper: Paper): string {
  if (problems.length === 0) return `${paper.paint.good('All is well:')} ${well}`
  return table(
    [
      { title: 'Check', value: ({ check }) => check, paint: paper.paint.bad },
      { title: 'Number', value: ({ number }) => number ?? '' },
      { title: 'Finding', value: ({ message }) => message, least: 20, wraps: true },
    ],
    problems,
    paper,
  )
}

const indent = '  '

function indented(line: string, width: number): string[] {
  return wrapText(line, Math.max(20, width - indent.length)).map((part) => indent + part)
}

function sentences(approval: ApprovalStatement, business: Business): string[] {
  const { name, email, ip, user_agent, content_hash, chain_head } = approval
  const when = momentOf(approval.at, business)
  const who = oneLine(name) || 'The customer'
  const from = ip ? [`From ${ip}${user_agent ? `, ${oneLine(user_agent)}` : ''}.`] : []
  return [
    `${who} approved it on ${when}, ${manner[approval.kind]}.`,
    ...(email ? [`The link was mailed to ${oneLine(email)}.`] : []),
    ...from,
    `SHA-256 of what was approved: ${content_hash}`,
    `SHA-256 of the timeline until then: ${chain_head}`,
    ...copySentences(approval, business),
  ]
}

const manner = {
  typed: 'signed by typing the name on the page',
  drawn: 'signed by drawing on the page',
  paper: 'signed on paper, of which you keep a scan',
  owner: 'which you noted; there is no signature',
} as const satisfies Record<ApprovalStatement['kind'], string>

function copySentences(approval: ApprovalStatement, business: Business): string[] {
  const { copy, sealed_hash, seal_fingerprint, sealed_at } = approval
  if (copy === 'none' || copy === 'waiting') return [states[copy]].filter(Boolean)
  const made = sealed_at ? `, made on ${momentOf(sealed_at, business)}` : ''
  return [
    `Signed copy ${states[copy]}${made}. SHA-256: ${sealed_hash}`,
    seal_fingerprint
      ? `Sealed with the certificate whose SHA-256 fingerprint is ${seal_fingerprint}`
      : 'It carries no seal (signature.seal was off).',
  ]
}

const states = {
  whole: 'as it was made',
  altered: 'ALTERED',
  missing: 'MISSING',
  waiting: 'The signed copy is still to be made: portal cron seals',
  none: '',
} as const satisfies Record<CopyState, string>

/** "January 16, 2025, 13:00 (America/New_York)". */
function momentOf(at: string, { locale, time_zone }: Business): string {
  const [date = '', time = ''] = shortInstant(at, time_zone).split(' ')
  return `${formatDate(date, locale)}, ${time} (${time_zone})`
}
