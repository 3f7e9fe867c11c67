import type { App } from '../app.ts'
import { approvalAtStake } from '../usecases/approval-at-stake.ts'
import { type Context, confirm } from './context.ts'
import { oneLine } from './output/table.ts'

/**
 * Asks whoever is there before an approval is taken back by what a command is about to send out. Scripts are not
 * asked: this is how a newer version goes out, and the result says what it took back.
 * @throws PortalError needs_confirmation when the answer is no
 */
export async function confirmReplacing(context: Context, app: App, ref: string): Promise<void> {
  if (!context.canAsk()) return
  const lost = await approvalAtStake(app, ref)
  if (!lost) return
  const { number, version, name, next } = lost
  const by = name === '' ? '' : ` by ${oneLine(name)}`
  const sentence = `Version ${version} of ${number} was approved${by}; version ${next} goes out now, and the customer is asked anew.`
  await confirm(context, `${sentence} Take that approval back?`)
}
