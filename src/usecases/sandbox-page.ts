import type { App } from '../app.ts'
import type { SandboxInput } from '../ports/payment-pages.ts'

export const sandboxOutcomes = ['paid', 'declined', 'canceled', 'pending'] as const
export type SandboxOutcome = (typeof sandboxOutcomes)[number]

/** The hosted page of the provider `sandbox` (`/sandbox/:id`); undefined when there is none. */
export function showSandboxPage(
  _app: App,
  _input: { id: string },
): Promise<SandboxInput | undefined> {
  throw new Error('not written yet')
}

/**
 * What the visitor chose there. 303 to `to`; undefined when there is no such page. An outcome that the page
 * does not offer any more changes nothing.
 */
export function chooseSandboxOutcome(
  _app: App,
  _input: { id: string; outcome: string },
): Promise<{ to: string } | undefined> {
  throw new Error('not written yet')
}
