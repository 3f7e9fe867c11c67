import type { App } from '../app.ts'
import { approvalAtStake } from '../usecases/approval-at-stake.ts'
import { type Context, confirm } from './context.ts'
import { oneLine } from './output/table.ts'

/**
 * Asks before an approval is taken back by what a command is about to send out.
 * @throws PortalError needs_confirmation when nobody can be asked, or the answer is no
 */
export async function confirmReplacing(context: Context, app: App, ref: string): Promise<void> {
  const lost = await approvalAtStake(app, ref)
  if (!lost) return
  const { number, version, name, next } = lost
  const by = name === '' ? '' : ` by ${oneLine(name)}`
  const sentence = `Version ${version} of ${number} was approved${by}; version ${next} goes out now, and the customer is asked anew.`
  await confirm(context, `${sentence} Take that approval back?`)
}
