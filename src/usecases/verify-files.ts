import type { App } from '../app.ts'
import { sha256 } from '../domain/canonical.ts'
import { getDocument } from '../store/documents.ts'
import { allPages } from '../store/pages.ts'
import { listPdfs } from '../store/pdfs.ts'
import { findSiteState } from '../store/site-state.ts'
import type { Finding } from './finding.ts'
import { type StrayCopy, strayCopies } from './orphaned-copies.ts'
import { expectedFiles, orphanedPdfs } from './remove-orphans.ts'

/** Every printed PDF is as it was printed, and none belongs to nothing. */
export async function verifyPdfs(app: App): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const hash of await orphanedPdfs(app)) {
    findings.push({ check: 'pdf', number: null, message: `pdfs/${hash}.pdf belongs to nothing.` })
  }
  for (const { hash, file_hash } of await listPdfs(app.db.read)) {
    const bytes = await app.site.readPdf(hash)
    if (!bytes || sha256(bytes) === file_hash) continue
    findings.push({ check: 'pdf', number: null, message: `pdfs/${hash}.pdf was altered.` })
  }
  return findings
}

/** No signed copy belongs to nothing; those that belong to an approval are looked at with it. */
export async function verifyCopies(app: App): Promise<Finding[]> {
  const copies = await strayCopies(app)
  return copies.map((copy) => ({ check: 'pdf', number: null, message: strayCopy(copy) }))
}

function strayCopy({ hash, of }: StrayCopy): string {
  const file = `signed/${hash}.pdf`
  return of
    ? `${file} is the signed copy of ${of.number}, version ${of.version}, and whole, but no approval names it any more.`
    : `${file} belongs to no approval; portal build --full removes it.`
}

/** Every file under `site/` belongs to a link, and every page shows its document as it is now. */
export async function verifySite(app: App): Promise<Finding[]> {
  const findings: Finding[] = []
  const files = await app.site.list()
  if (files.length === 0) return findings
  for (const { generation, document_id, share_id, revoked_at } of await allPages(app.db.read)) {
    if (generation < 0 || revoked_at !== null) continue
    const document = await getDocument(app.db.read, document_id)
    if (document.generation === generation) continue
    const message = `The page of link ${share_id} shows an earlier state; portal build renews it.`
    findings.push({ check: 'page', number: document.number, message })
  }
  const expected = await expectedFiles(app)
  const isDue = await isBuildDue(app)
  for (const path of files) {
    if (expected.has(path) || (isDue && /^assets\/\w/.test(path))) continue
    findings.push({ check: 'site', number: null, message: strayFile(path) })
  }
  return findings
}

/** Since then the look has changed: until all pages have the new one, those of the old one are needed. */
async function isBuildDue(app: App): Promise<boolean> {
  const site = await findSiteState(app.db.read)
  return site !== undefined && site.look !== (await app.renderer()).fingerprint
}

/** Names a file without the token in its path. */
function strayFile(path: string): string {
  const shown = path.replace(/[0-9a-z]{24}(?=[./])/, '…')
  return path.includes('.tmp-')
    ? `site/${shown} was left half-written by a process that was ended; portal cron pages removes it.`
    : `site/${shown} belongs to no link; portal build --full removes it.`
}
