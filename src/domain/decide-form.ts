/** What a customer sends when they approve or decline, believed only as far as the estimate allows. */
import type { SignatureKind } from './approval.ts'
import { hideCardNumbers } from './card-number.ts'
import type { CivilDate, Document, StoredState } from './document.ts'
import { lineLength } from './limits.ts'
import type { ShareScope } from './share.ts'
import { dropTurning } from './steering.ts'
import { checkBlock, checkLine, cleanBlock, isBlank } from './text.ts'

/** The form of the review page as it came in: text, whatever was sent. */
export type ApproveForm = {
  /** Names all that the page showed. */
  version: string
  signer_name: string
  signature_kind: string
  /** A PNG data URL; empty for a typed signature. */
  signature: string
  consent: string
}

export type DeclineForm = { version: string; reason: string }

/** One thing wrong with a form; `message` is for the customer where their language has no words for its code. */
export type DecideProblem = {
  field: 'signer_name' | 'signature_kind' | 'signature' | 'consent' | 'reason'
  code:
    | 'missing'
    | 'too_long'
    | 'unfit'
    | 'a_link'
    | 'a_card'
    | 'not_offered'
    | 'changed'
    | 'not_an_image'
    | 'too_big'
    | 'empty'
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

/** Who signs and how, as the form has it; a drawing is looked at by itself. */
export type Signing = { signer_name: string; kind: SignatureKind }

/** Characters of a reason to decline: a few sentences, not a letter. */
export const reasonLength = 1_000

type Named = Pick<Document, 'version' | 'content_hash'>

/** Names an estimate as it was shown: one that was changed since has another. */
export function formVersion({ version, content_hash }: Named): string {
  return `${version}-${content_hash}`
}

/** Whether a form is about an estimate as it stands now; that of the review page names more than that. */
export function isAbout(document: Named, version: string): boolean {
  const own = formVersion(document)
  return version === own || version.startsWith(`${own}-`)
}

/** Reads the form of the review page but for its drawing; all problems at once. */
export function readApproveForm(
  form: ApproveForm,
  { methods }: { methods: readonly SignatureKind[] },
): Signing | DecideProblem[] {
  const signer_name = form.signer_name.trim()
  const kind = methods.find((method) => method === form.signature_kind)
  const problems = [
    nameProblem(signer_name),
    kind === undefined
      ? kindProblem(form.signature_kind, methods)
      : drawingProblem(kind, form.signature),
    form.consent === 'yes' ? undefined : consentProblem,
  ].filter((found) => found !== undefined)
  return problems.length > 0 || kind === undefined ? problems : { signer_name, kind }
}

/** Reads the form to decline; a reason may be left out, and loses the numbers of cards. */
export function readDeclineForm(form: DeclineForm): { reason: string } | DecideProblem[] {
  const reason = cleanBlock(form.reason).trim()
  const unfit = checkBlock(reason, Number.POSITIVE_INFINITY)
  const problems: DecideProblem[] = []
  if (reason.length > reasonLength) {
    const most = reasonLength.toLocaleString('en-US')
    const message = `Shorten the reason to ${most} characters; it has ${reason.length}.`
    problems.push({ field: 'reason', code: 'too_long', message })
  }
  if (unfit !== undefined) {
    const message = 'The reason has characters that cannot be shown. Please type it again.'
    problems.push({ field: 'reason', code: 'unfit', message })
  }
  return problems.length > 0 ? problems : { reason: isBlank(reason) ? '' : hideCardNumbers(reason) }
}

type Decidable = Pick<Document, 'state' | 'content'>

/** Why a link does not let its estimate be decided on this day; null when it does. */
export function notDecidable(
  { state, content }: Decidable,
  scope: ShareScope,
  today: CivilDate,
): NotDecidable | null {
  const decided = decidedStates[state]
  if (decided !== null) return decided
  const { valid_until_on } = content
  if (valid_until_on !== null && valid_until_on < today) return 'expired'
  if (scope === 'preview') return 'preview'
  return scope === 'view' ? 'view_only' : null
}

/* What was decided is told to whoever asks, also to those who could only have looked on. */
const decidedStates = {
  draft: 'draft',
  sent: null,
  approved: 'approved',
  declined: 'declined',
  invoiced: 'invoiced',
  void: 'void',
  /* No estimate is ever one of these. */
  uncollectible: 'void',
  issued: 'void',
} as const satisfies Record<StoredState, NotDecidable | null>

function nameProblem(name: string): DecideProblem | undefined {
  const refuse = (code: DecideProblem['code'], message: string): DecideProblem => ({
    field: 'signer_name',
    code,
    message,
  })
  if (isBlank(name)) return refuse('missing', 'Enter your full name.')
  /* Turned around, a name could be read as another one on a certificate. */
  if (checkLine(name, Number.POSITIVE_INFINITY) !== undefined || dropTurning(name) !== name) {
    return refuse('unfit', 'The name has characters that cannot be shown. Please type it again.')
  }
  /* A link that was pasted would keep its secret here for ever. */
  if (name.includes('://')) return refuse('a_link', 'Enter your name, not a link.')
  if (hideCardNumbers(name) !== name) return refuse('a_card', 'Enter your name, not a card number.')
  if (name.length <= lineLength) return undefined
  return refuse('too_long', `Shorten the name to ${lineLength} characters.`)
}

function kindProblem(kind: string, methods: readonly SignatureKind[]): DecideProblem {
  const field = 'signature_kind'
  /* Where there is one way there is nothing to choose: the page was another one when it was filled in. */
  if (methods.length === 1) {
    return { field, code: 'changed', message: 'The way to sign has changed. Please sign anew.' }
  }
  const [code, message] =
    kind === ''
      ? (['missing', 'Choose how to sign.'] as const)
      : (['not_offered', 'Choose one of the ways to sign that are offered.'] as const)
  return { field, code, message }
}

function drawingProblem(kind: SignatureKind, signature: string): DecideProblem | undefined {
  if (kind !== 'drawn' || signature !== '') return undefined
  return drawingFault('missing')
}

const consentProblem: DecideProblem = {
  field: 'consent',
  code: 'missing',
  message: 'Tick the box to agree to sign electronically.',
}

const drawingFaults = {
  missing: 'Draw your signature.',
  empty: 'The drawing is empty. Draw your signature.',
  not_an_image: 'The drawing did not arrive whole. Please draw it again.',
  too_big: 'The drawing is too large. Please draw it again with fewer strokes.',
} as const satisfies Partial<Record<DecideProblem['code'], string>>

/** What is wrong with a drawn signature, in words for the customer. */
export function drawingFault(code: keyof typeof drawingFaults): DecideProblem {
  return { field: 'signature', code, message: drawingFaults[code] }
}
