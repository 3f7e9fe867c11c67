import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import { readSealReason } from '../domain/seal-reason.ts'
import type { SealReport } from '../ports/sealer.ts'
import { getDocument } from '../store/documents.ts'
import type { Finding } from './finding.ts'
import { matchFile } from './match-file.ts'
import type { ApprovalStatement } from './verify-approvals.ts'
import { verifyDocument } from './verify-document.ts'

/** What a file is, what its seal says, and what is wrong with it or with what it is a copy of. */
export type VerifiedFile = {
  ok: boolean
  problems: Finding[]
  file: {
    sha256: string
    /** A signed copy, one that was altered, a PDF from here without a signature, or none of these. */
    is: 'copy' | 'altered_copy' | 'print' | 'unknown'
    seal: SealReport
  }
  /** Of what the file is, or is made from. */
  approvals: ApprovalStatement[]
}

/** Says of any file whether it is what somebody signed here. */
export async function verifyFile(app: App, bytes: Buffer): Promise<VerifiedFile> {
  const hash = sha256(bytes)
  const seal = await (await app.sealer()).inspect(bytes)
  const match = await matchFile(app, { bytes, hash, seal })
  const file = { sha256: hash, is: match.is, seal }
  if (match.is === 'unknown') {
    const problems = unknownFile(seal)
    return { ok: false, problems, file, approvals: [] }
  }
  const { document_id, version } = match.is === 'print' ? match : match.approval
  const { number } = await getDocument(app.db.read, document_id)
  const { findings, approvals } = await verifyDocument(app, document_id)
  const about = (message: string): Finding => ({ check: 'file', number, message })
  const own = match.is === 'altered_copy' ? alteredCopy(seal, { number, version }).map(about) : []
  const problems = [...own, ...findings]
  const ofIt = match.is === 'print' ? [] : approvals.filter((one) => one.version === version)
  return { ok: problems.length === 0, problems, file, approvals: ofIt }
}

function unknownFile(seal: SealReport): Finding[] {
  const find = (message: string): Finding => ({ check: 'file', number: null, message })
  const { sealed, problems, issued_to, ours } = seal
  const isWhole = sealed && problems.length === 0
  if (isWhole && ours) return [find(lostCopy(seal))]
  const unknown = find('The file is not known here: it is no PDF that was signed or printed here.')
  if (problems.length > 0) return [unknown, ...problems.map(find)]
  if (!sealed) return [unknown]
  const whose = issued_to || 'somebody else'
  return [unknown, find(`It was sealed by ${whose}${sealedOn(seal)}, and was not altered since.`)]
}

/** Nobody else can make such a file: what is missing is missing in the books. */
function lostCopy(seal: SealReport): string {
  const named = readSealReason(seal.reason)
  const whose = named ? ` as the signed copy of ${named.number}, version ${named.version},` : ''
  return (
    `The file was sealed here${whose}${sealedOn(seal)} and was not altered since, but the books do not know it: ` +
    'what it says was taken out of them, or they are from before it.'
  )
}

function sealedOn({ sealed_at }: SealReport): string {
  return sealed_at ? ` on ${sealed_at.slice(0, 16).replace('T', ' at ')} UTC` : ''
}

/** What was done to a signed copy; that it is not the copy itself is already known. */
function alteredCopy(
  { problems }: SealReport,
  { number, version }: { number: string; version: number },
): string[] {
  const copy = `the signed copy of ${number}, version ${version}`
  if (problems.length > 0) return [`This is not ${copy}, but was made from it.`, ...problems]
  return [`This is not ${copy}, though it is sealed with the same key: its SHA-256 differs.`]
}
