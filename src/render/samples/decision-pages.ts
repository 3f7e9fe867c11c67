import { consentFor } from '../../domain/consent.ts'
import type { DecideProblem, NotDecidable } from '../../domain/decide-form.ts'
import type { Document } from '../../domain/document.ts'
import { languageShown } from '../../domain/language.ts'
import type { ApproveInput, DeclineInput } from '../../ports/approval-pages.ts'
import type { Sample } from '../../ports/sample.ts'
import { withApproval } from '../sample-decision.ts'
import type { Scene } from './scene.ts'
import { sampleReason } from './text.ts'

/** The forms with which a customer approves or declines, and why they may be closed. */
export function decisionPages(scene: Scene): Sample[] {
  const decided = {
    ...withApproval(scene.document('estimate'), scene.config, new Date(scene.at(-1))),
    invoice_number: 'INV-002',
    declined_at: scene.at(-1),
  }
  const typed = { signer_name: scene.customer.name, signature_kind: 'typed', consent: 'yes' }
  const approve = approvePage(scene)
  const decline = declinePage(scene)
  return [
    approve('approve', 'Review and sign', {}),
    approve('approve-typed', 'Sign by typing only', { methods: ['typed'] }),
    approve('approve-problems', 'Mistakes in the form', { problems: approveProblems }),
    approve('approve-changed', 'Changed while it was read', { changed: true, form: typed }),
    approve('approve-unsaved', 'Could not be saved', { unsaved: '7Q4K-2M', form: typed }),
    decline('decline', 'Decline', {}),
    decline('decline-problems', 'Decline: a mistake in the form', {
      form: { reason: sampleReason },
      problems: [{ field: 'reason', code: 'too_long', message: 'Shorten the reason.' }],
    }),
    ...(Object.keys(reasons) as NotDecidable[]).map((closed) =>
      decline(`closed-${closed.replaceAll('_', '-')}`, `Closed: ${reasons[closed]}`, {
        closed,
        document: decided,
      }),
    ),
  ]
}

/** Why nothing can be decided, in the words of the index. */
const reasons = {
  view_only: 'link for viewing only',
  preview: 'your own view',
  draft: 'a draft',
  approved: 'approved already',
  declined: 'declined already',
  invoiced: 'invoiced already',
  expired: 'expired',
  void: 'void',
} as const satisfies Record<NotDecidable, string>

const approveProblems: DecideProblem[] = [
  { field: 'signer_name', code: 'missing', message: 'Enter your full name.' },
  { field: 'signature_kind', code: 'missing', message: 'Choose how to sign.' },
  { field: 'consent', code: 'missing', message: 'Tick the box to agree to sign electronically.' },
]

const leads = {
  approve: 'estimate-approved',
  decline: 'estimate-declined',
  pay: 'pay-deposit',
  pdf: 'pdf-estimate',
  back: 'estimate-sent',
}

function decidable(
  scene: Scene,
  document: Document = scene.document('estimate'),
): Omit<DeclineInput, 'path' | 'form'> {
  const { version, content_hash } = document
  return {
    document,
    methods: ['typed', 'drawn'],
    closed: null,
    changed: false,
    version: `${version}-${content_hash}`,
    problems: [],
    unsaved: '',
    now: scene.now,
  }
}

type ApprovePage = (id: string, title: string, input: Partial<ApproveInput>) => Sample

function approvePage(scene: Scene): ApprovePage {
  const { business } = scene.config
  return (id, title, input) => ({
    kind: 'page',
    id,
    group: 'deciding',
    title,
    leads,
    html: (renderer, { path, lang }) =>
      renderer.approvals.approve({
        ...decidable(scene),
        path: `${path}/back`,
        form: {},
        consent: consentFor(business, languageShown(business.locale, lang)),
        lang,
        ...input,
      }),
  })
}

type DeclinePage = (id: string, title: string, input: Partial<DeclineInput>) => Sample

function declinePage(scene: Scene): DeclinePage {
  return (id, title, input) => ({
    kind: 'page',
    id,
    group: 'deciding',
    title,
    leads,
    html: (renderer, { path, lang }) =>
      renderer.approvals.decline({
        ...decidable(scene, input.document),
        path: `${path}/back`,
        form: {},
        lang,
        ...input,
      }),
  })
}
