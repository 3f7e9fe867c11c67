import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { fileName } from '../domain/file-name.ts'
import type { MailKind, OutboxMessage } from '../domain/outbox.ts'
import type { Attachment } from '../ports/mailer.ts'
import { sealApproval } from './seal-approval.ts'
import { atVersion, readSignedCopy } from './signed-copy.ts'

/** What tells of an outbox message whether a signed copy goes along. */
type Confirmation = Pick<OutboxMessage, 'kind' | 'document_id' | 'data'>

/**
 * Why the confirmation of an approval cannot go yet: its signed copy is missing and cannot be made now. Makes
 * it, if it can.
 */
export async function reasonToWait(app: App, message: Confirmation): Promise<string | undefined> {
  const version = confirmedVersion(message)
  if (version === undefined || message.document_id === null) return undefined
  try {
    await sealApproval(app, message.document_id, version)
    return undefined
  } catch (error) {
    return `waits for the signed copy: ${error instanceof Error ? error.message : error}`
  }
}

/** The document that a mail is about: of a decision the version that was decided about, however late it goes. */
export async function subjectOf(
  app: App,
  message: Confirmation,
  document: Document,
): Promise<Document> {
  const { kind, data } = message
  const isOfVersion = tellingOfDecisions.has(kind) && typeof data.version === 'number'
  return isOfVersion ? atVersion(app, document, Number(data.version)) : document
}

const tellingOfDecisions = new Set<MailKind>([
  'approved_confirmation',
  'declined_confirmation',
  'owner_notice',
])

/**
 * The signed copy of an approval, for its confirmation.
 * @param document as `subjectOf` gives it
 * @returns none for other mails, and where the owner noted the approval
 */
export async function signedAttachment(
  app: App,
  message: Confirmation,
  { number, approval }: Document,
): Promise<Attachment | undefined> {
  if (confirmedVersion(message) === undefined || !approval?.sealed_hash) return undefined
  const content = await readSignedCopy(app, approval.sealed_hash)
  return { filename: fileName(number), content, content_type: 'application/pdf' }
}

function confirmedVersion({ kind, data }: Confirmation): number | undefined {
  return kind === 'approved_confirmation' && typeof data.version === 'number'
    ? data.version
    : undefined
}
