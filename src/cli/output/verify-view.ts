import type { Books } from '../../app.ts'
import { formatDate } from '../../domain/format.ts'
import type { Finding } from '../../usecases/finding.ts'
import type { ApprovalStatement, CopyState } from '../../usecases/verify-approvals.ts'
import { shortInstant } from './instant.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { oneLine, table } from './table.ts'
import { wrapText } from './text-width.ts'

/** Who approved what, when and how, in plain words. */
export function approvalLines(
  approvals: readonly ApprovalStatement[],
  books: Books,
  { paint, width }: Paper,
): string[] {
  return approvals.flatMap((approval) => [
    paint.bold(`${approval.number}, version ${approval.version}`),
    ...sentences(approval, books).flatMap((line) => indented(line, width)),
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

function sentences(approval: ApprovalStatement, books: Books): string[] {
  const { name, email, ip, user_agent, content_hash, chain_head } = approval
  const { total_minor, currency } = approval
  const who = oneLine(name) || 'The customer'
  const what = total_minor === null ? 'it' : moneyWriter(books)(total_minor, currency)
  const from = ip ? [`From ${ip}${user_agent ? `, ${oneLine(user_agent)}` : ''}.`] : []
  return [
    `${who} approved ${what} on ${momentOf(approval.at, books)}, ${manner[approval.kind]}.`,
    ...(email ? [`The link was mailed to ${oneLine(email)}.`] : []),
    ...from,
    `SHA-256 of what was approved: ${content_hash}`,
    `Chain head, the SHA-256 of the timeline until then: ${chain_head}`,
    ...copySentences(approval, books),
  ]
}

const manner = {
  typed: 'signed by typing the name on the page',
  drawn: 'signed by drawing on the page',
  paper: 'signed on paper, of which you keep a scan',
  owner: 'which you noted; there is no signature',
} as const satisfies Record<ApprovalStatement['kind'], string>

function copySentences(approval: ApprovalStatement, books: Books): string[] {
  const { copy, sealed_hash, seal_fingerprint, sealed_at } = approval
  if (copy === 'waiting') return [`${copyName(approval)} is still to be made: portal cron seals`]
  const made = sealed_at ? `, made on ${momentOf(sealed_at, books)},` : ''
  return [
    `${copyName(approval)}${made} ${states[copy]}. Its SHA-256: ${sealed_hash}`,
    seal_fingerprint
      ? `Seal fingerprint: ${seal_fingerprint}`
      : 'It carries no seal (signature.seal was off).',
  ]
}

/** What the owner noted bears no signature of anybody. */
function copyName({ kind }: ApprovalStatement): string {
  return kind === 'owner' ? 'The certified copy' : 'The signed copy'
}

const states = {
  whole: 'is whole here',
  altered: 'was ALTERED here',
  missing: 'is MISSING here',
} as const satisfies Partial<Record<CopyState, string>>

/** "January 16, 2025, 13:00 (America/New_York)". */
function momentOf(at: string, { config }: Books): string {
  const { locale, time_zone } = config.business
  const [date = '', time = ''] = shortInstant(at, time_zone).split(' ')
  return `${formatDate(date, locale)}, ${time} (${time_zone})`
}
