/** What a customer sends when they approve or decline, believed only as far as the estimate allows. */

/** The form of the review page as it came in: text, whatever was sent. */
export type ApproveForm = {
  /** Names the version and content hash that the page showed. */
  version: string
  signer_name: string
  signature_kind: string
  /** A PNG data URL; empty for a typed signature. */
  signature: string
  consent: string
}

export type DeclineForm = { version: string; reason: string }

/** One thing wrong with a form; `message` is for the customer. */
export type DecideProblem = {
  field: 'signer_name' | 'signature_kind' | 'signature' | 'consent' | 'reason'
  code: 'missing' | 'too_long' | 'unfit' | 'not_offered' | 'not_an_image' | 'too_big' | 'empty'
  message: string
}

/** Why an estimate cannot be decided by its customer now. */
export type NotDecidable =
  | 'view_only'
  | 'preview'
  | 'draft'
  | 'approved'
  | 'declined'
  | 'invoiced'
  | 'expired'
  | 'void'
