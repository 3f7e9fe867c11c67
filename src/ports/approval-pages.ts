/** The pages around a customer's decision about an estimate, as the renderer gets them. */
import type { Approval, ApprovalPicture, SignatureKind } from '../domain/approval.ts'
import type { ShownBusiness } from '../domain/approve-version.ts'
import type {
  ApproveForm,
  DecideProblem,
  DeclineForm,
  NotDecidable,
} from '../domain/decide-form.ts'
import type { Customer, Document } from '../domain/document.ts'
import type { Event } from '../domain/event.ts'
import type { Shown } from './renderer.ts'

/** What both forms show. */
export type DecideInput = Shown & {
  document: Document
  /** Of the estimate's page; the forms post to `<path>/approve` and `<path>/decline`. */
  path: string
  /** Why nothing can be decided here; null when it can. */
  closed: NotDecidable | null
  /** The form that came in was about another version: this is the one that stands now. */
  changed: boolean
  /** Opaque; what the form's field `version` holds. */
  version: string
  /** Both empty on a first visit. */
  problems: DecideProblem[]
  /** The ways to sign that are offered. */
  methods: readonly SignatureKind[]
  /** Names the fault that kept a decision from being written: nothing was decided; empty when there was none. */
  unsaved: string
  now: Date
}

/** `GET …/approve`, and what a refused POST shows again with all that was typed. */
export type ApproveInput = DecideInput & {
  form: Partial<ApproveForm>
  consent: { version: string; text: string }
}

/** `GET …/decline`. */
export type DeclineInput = DecideInput & { form: Partial<DeclineForm> }

/** The signed copy: the document, the signature and the certificate. */
export type SignedCopyInput = {
  /** As it was approved. */
  document: Document
  customer: Customer
  approval: Approval
  picture: ApprovalPicture | null
  /** The timeline up to the signature. */
  events: Event[]
  /** As it was called when it was approved; null for one from before that was noted. */
  business: ShownBusiness | null
  /** Of the certificate that will seal it; empty where sealing is off. */
  seal_fingerprint: string
}

export type ApprovalPages = {
  approve(input: ApproveInput): string
  decline(input: DeclineInput): string
  /** The sheet to print, with everything inlined. */
  signedCopy(input: SignedCopyInput): string
}
