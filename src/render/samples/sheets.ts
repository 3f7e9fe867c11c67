import type { Approval, SignatureKind } from '../../domain/approval.ts'
import type { Event, EventType } from '../../domain/event.ts'
import type { SignedCopyInput } from '../../ports/approval-pages.ts'
import type { Renderer } from '../../ports/renderer.ts'
import type { Sample } from '../../ports/sample.ts'
import { withApproval } from '../sample-decision.ts'
import { longContent } from './document-pages.ts'
import { drawing } from './drawing.ts'
import { receiptInput, refunded, statementInput } from './past.ts'
import { paidBy, type Scene } from './scene.ts'

/** Everything that is printed. */
export function sheets(scene: Scene): Sample[] {
  const { document } = scene
  const paid = paidBy(scene, document('invoice'), 1)
  const part = paidBy(scene, document('invoice'), 0.4)
  const long = { content: longContent() }
  const pdf = (one: ReturnType<Scene['document']>) => (renderer: Renderer) => renderer.pdf(one)
  const receipt = (of: typeof paid) => (renderer: Renderer) =>
    renderer.payments.receiptPdf(receiptInput(scene, of))
  return [
    sheet('pdf-invoice', 'Invoice', pdf(document('invoice'))),
    sheet('pdf-invoice-long', 'Invoice with 60 lines', pdf(document('invoice', long))),
    sheet('pdf-invoice-part', 'Invoice, partly paid', pdf(part)),
    sheet('pdf-estimate', 'Estimate', pdf(document('estimate'))),
    sheet('pdf-estimate-long', 'Estimate with 60 lines', pdf(document('estimate', long))),
    sheet(
      'pdf-credit-note',
      'Credit note',
      pdf(document('credit_note', { relates_to: 'INV-001' })),
    ),
    sheet('pdf-receipt', 'Receipt', receipt(paid)),
    sheet('pdf-receipt-refunded', 'Receipt, refunded in part', receipt(refunded(scene))),
    sheet('pdf-statement', 'Statement', (renderer) =>
      renderer.history.statement(statementInput(scene)),
    ),
    ...(Object.keys(signatures) as SignatureKind[]).map((kind) =>
      sheet(`pdf-signed-${kind}`, `Signed copy, ${signatures[kind]}`, (renderer) =>
        renderer.approvals.signedCopy(signedInput(scene, kind)),
      ),
    ),
  ]
}

const signatures = {
  typed: 'typed',
  drawn: 'drawn',
} as const satisfies Record<SignatureKind, string>

function sheet(id: string, title: string, html: (renderer: Renderer) => string): Sample {
  return { kind: 'sheet', id, group: 'sheets', title, leads: {}, html }
}

function signedInput(scene: Scene, kind: SignatureKind): SignedCopyInput {
  const at = scene.at(-1)
  const estimate = withApproval(scene.document('estimate'), scene.config, new Date(at))
  if (!estimate.approval) throw new Error('the sample estimate is not approved')
  const approval: Approval = { ...estimate.approval, ...phone, kind }
  return {
    document: { ...estimate, approval },
    business: null,
    customer: scene.customer,
    approval,
    picture: kind === 'drawn' ? drawing : null,
    events: eventsOf(scene, approval),
    seal_fingerprint: approval.seal_fingerprint ?? '',
  }
}

const phone = {
  ip: '203.0.113.7',
  user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) Safari/604.1',
}

function eventsOf({ at }: Scene, approval: Approval): Event[] {
  const { signer_name: name, signer_email: to, kind, consent_version } = approval
  return [
    event('created', at(-7)),
    event('sent', at(-6), { version: 1 }),
    event('mail_sent', at(-6), { to, message_id: '<sample@mail.example>' }),
    event('opened', at(-6)),
    event('viewed', at(-2), { device: 'phone' }),
    event('consented', approval.at, { version: consent_version }),
    event('approved', approval.at, { name, kind }),
  ]
}

function event(type: EventType, at: string, data: Event['data'] = {}): Event {
  const links = { seq: 1, share_id: null, prev_hash: '', hash: '' }
  return { document_id: 'sample', type, actor: 'customer', at, data, ...links }
}
