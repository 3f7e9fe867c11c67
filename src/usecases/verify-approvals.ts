import type { App } from '../app.ts'
import type { Approval, ApprovalKind } from '../domain/approval.ts'
import { contentHash, sha256 } from '../domain/canonical.ts'
import type { Document, Instant } from '../domain/document.ts'
import type { Event } from '../domain/event.ts'
import { evidenceHash } from '../domain/evidence.ts'
import { findApproval, getPicture, listApprovals } from '../store/approvals.ts'
import { listEvents } from '../store/events.ts'
import { listVersions, type NewVersion } from '../store/versions.ts'
import type { Find } from './finding.ts'

/** How the signed copy of an approval is: `waiting` until it is made. */
export type CopyState = 'whole' | 'altered' | 'missing' | 'waiting'

/** Who approved what and when, as the books say; whether they are to be believed, the findings say. */
export type ApprovalStatement = {
  number: string
  version: number
  kind: ApprovalKind
  name: string
  email: string
  /** Of the approved version; null where that is missing. */
  total_minor: number | null
  currency: string
  at: Instant
  ip: string
  user_agent: string
  /** SHA-256 of what was approved, of the timeline until then, of the signed copy, and of its certificate. */
  content_hash: string
  chain_head: string
  sealed_hash: string | null
  seal_fingerprint: string | null
  sealed_at: Instant | null
  copy: CopyState
}

/**
 * Holds each approval of a document against the version that it is of, the timeline that binds it, and the
 * signed copy.
 */
export async function verifyApprovals(
  app: App,
  document: Document,
  find: Find,
): Promise<ApprovalStatement[]> {
  const { id, number } = document
  const approvals = await listApprovals(app.db.read, id)
  const events = await listEvents(app.db.read, id)
  const versions = await listVersions(app.db.read, id)
  const statements: ApprovalStatement[] = []
  for (const approval of approvals) {
    verifyVersion(approval, versions, find)
    await verifyEvidence(app, approval, events, find)
    const copy = await verifyCopy(app, approval, events, find)
    const { totals, content } = versions.find((one) => one.version === approval.version) ?? {}
    const amount: Amount = {
      total_minor: totals?.total_minor ?? null,
      currency: content?.currency ?? '',
    }
    statements.push({ number, ...statementOf(approval), ...amount, copy })
  }
  for (const { hash, data, type } of events) {
    if (type !== 'approved' || data.evidence === undefined) continue
    if (approvals.some(({ chain_head }) => chain_head === hash)) continue
    find('approval', `The approval of version ${data.version} by ${data.name} is missing.`)
  }
  return statements
}

type Amount = Pick<ApprovalStatement, 'total_minor' | 'currency'>

function statementOf(
  approval: Approval,
): Omit<ApprovalStatement, 'number' | 'copy' | keyof Amount> {
  const { version, kind, signer_name: name, signer_email: email, at, ip, user_agent } = approval
  const { content_hash, chain_head, sealed_hash, seal_fingerprint, sealed_at } = approval
  const hashes = { content_hash, chain_head, sealed_hash, seal_fingerprint, sealed_at }
  return { version, kind, name, email, at, ip, user_agent, ...hashes }
}

function verifyVersion(approval: Approval, versions: readonly NewVersion[], find: Find): void {
  const { version, content_hash } = approval
  const approved = versions.find((one) => one.version === version)
  if (!approved) {
    find('approval', `Version ${version}, which was approved, is missing.`)
    return
  }
  if (contentHash(approved.content) === content_hash) return
  find('approval', `Version ${version} is not what was approved: its content was altered.`)
}

/** The line of the timeline by which it was approved holds the hash of all that the approval says. */
async function verifyEvidence(
  app: App,
  approval: Approval,
  events: readonly Event[],
  find: Find,
): Promise<void> {
  const { version, chain_head, share_id } = approval
  const approved = events.find(({ hash, type }) => hash === chain_head && type === 'approved')
  if (!approved) {
    return find('approval', `The approval of version ${version} names no line of the timeline.`)
  }
  const picture = await getPicture(app.db.read, approval.id)
  /* A link that was removed is not named any more; another one never was. */
  const isByItsLink = share_id === null || share_id === approved.share_id
  if (isByItsLink && evidenceHash(approval, picture) === approved.data.evidence) return
  find('approval', `The approval of version ${version} was altered after it was given.`)
}

async function verifyCopy(
  app: App,
  approval: Approval,
  events: readonly Event[],
  find: Find,
): Promise<CopyState> {
  const { version, sealed_hash } = approval
  const noted = events.filter(({ type, data }) => type === 'sealed' && data.version === version)
  if (sealed_hash === null) {
    if (noted.length > 0 && !(await isSealedSince(app, approval))) {
      find('signed', `The hash of the signed copy of version ${version} was taken away.`)
    }
    return 'waiting'
  }
  for (const what of notAsNoted(approval, noted)) {
    find(
      'signed',
      `The ${what} of the signed copy of version ${version} is not that of the timeline.`,
    )
  }
  const bytes = await app.site.readSigned(sealed_hash)
  if (!bytes) {
    find('signed', `The signed copy of version ${version} is missing: signed/${sealed_hash}.pdf`)
    return 'missing'
  }
  const problems = await problemsOfCopy(app, approval, bytes)
  for (const problem of problems) {
    find('signed', `The signed copy of version ${version}, signed/${sealed_hash}.pdf: ${problem}`)
  }
  return problems.length > 0 ? 'altered' : 'whole'
}

function notAsNoted(
  { sealed_hash, seal_fingerprint, sealed_at }: Approval,
  noted: readonly Event[],
): string[] {
  const [only] = noted
  if (noted.length !== 1 || only?.data.hash !== sealed_hash) return ['hash']
  return [
    ...((only.data.fingerprint ?? null) === seal_fingerprint ? [] : ['seal fingerprint']),
    ...(only.at === sealed_at ? [] : ['time']),
  ]
}

/** It may have been made between two looks at the database. */
async function isSealedSince(app: App, { document_id, version }: Approval): Promise<boolean> {
  const now = await findApproval(app.db.read, document_id, version)
  return now?.sealed_hash != null
}

async function problemsOfCopy(app: App, approval: Approval, bytes: Buffer): Promise<string[]> {
  const { sealed_hash, seal_fingerprint } = approval
  const isAltered = sha256(bytes) !== sealed_hash
  const altered = isAltered ? ['It is not the file that was made: its SHA-256 differs.'] : []
  if (seal_fingerprint === null) return altered
  const { problems, fingerprint } = await (await app.sealer()).inspect(bytes)
  if (problems.length > 0) return problems
  return fingerprint === seal_fingerprint ? altered : ['It is sealed with another key.']
}
