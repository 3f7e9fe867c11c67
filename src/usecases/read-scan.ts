import type { App } from '../app.ts'
import type { ApprovalPicture } from '../domain/approval.ts'
import { PortalError } from '../domain/errors.ts'
import { fileName } from '../domain/file-name.ts'
import { getPicture } from '../store/approvals.ts'
import { getDocument } from '../store/documents.ts'

const extensions = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const satisfies Record<ApprovalPicture['content_type'], string>

/**
 * The paper by which an estimate was approved, as the owner scanned it, byte for byte.
 * @throws PortalError not_found when it was not approved on paper
 */
export async function readScan(
  app: App,
  { number: ref }: { number: string },
): Promise<{ number: string; bytes: Buffer; filename: string }> {
  const { number, approval } = await getDocument(app.db.read, ref)
  const isPaper = approval?.kind === 'paper'
  const picture = isPaper ? await getPicture(app.db.read, approval.id) : null
  if (picture) {
    const filename = fileName(`${number}-signed`, extensions[picture.content_type])
    return { number, bytes: picture.bytes, filename }
  }
  throw new PortalError(
    'not_found',
    `${number} has no scan of a signed paper.`,
    `Such a scan is kept by: portal estimate approve ${number} --scan <file>`,
  )
}
