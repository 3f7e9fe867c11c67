import type { ApprovalPages } from '../ports/approval-pages.ts'
import { approveView } from './approve-view.ts'
import type { RenderContext } from './context.ts'
import { declineView } from './decline-view.ts'
import { signedCopyView } from './signed-copy-view.ts'

/** The pages around a decision about an estimate, and the copy that was signed, each from its template. */
export function createApprovalPages(context: RenderContext): ApprovalPages {
  const { engine } = context
  return {
    approve: (input) => engine.render('pages/approve', approveView(context, input)),
    decline: (input) => engine.render('pages/decline', declineView(context, input)),
    signedCopy: (input) => engine.render('pdf/signed', signedCopyView(context, input)),
  }
}
