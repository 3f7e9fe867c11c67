import type { App } from '../app.ts'
import type { SandboxInput } from '../ports/payment-pages.ts'
import type { SandboxCheckout, SandboxState } from '../ports/sandbox-books.ts'
import { createSandboxBooks } from '../store/sandbox-books.ts'
import { returnUrls } from './return-urls.ts'

/** What each button makes of a page; another button, or one that is pressed twice, changes nothing. */
const choices: Partial<Record<SandboxState, Record<string, SandboxState>>> = {
  open: { paid: 'paid', declined: 'declined', canceled: 'canceled', pending: 'pending' },
  /* The bank lets it settle, or sends it back. */
  pending: { paid: 'paid', declined: 'failed' },
}

/** The hosted page of the provider `sandbox` (`/sandbox/:id`); undefined when there is none. */
export async function showSandboxPage(
  app: App,
  { id }: { id: string },
): Promise<SandboxInput | undefined> {
  if (!isOn(app)) return undefined
  const found = await createSandboxBooks(app.db).find(id)
  if (!found) return undefined
  const { amount_minor, currency, locale, description, reference } = found
  const { return_url } = returnUrls(app, reference)
  const money = { amount_minor, currency, locale, description }
  return { path: `/sandbox/${id}`, ...money, state: shownState(found), return_url }
}

/**
 * What the visitor chose there. 303 to `to`; undefined when there is no such page. An outcome that the page
 * does not offer any more changes nothing.
 */
export async function chooseSandboxOutcome(
  app: App,
  { id, outcome }: { id: string; outcome: string },
): Promise<{ to: string } | undefined> {
  if (!isOn(app)) return undefined
  const changed = await createSandboxBooks(app.db).change(id, (checkout) => {
    const offered = choices[shownState(checkout)] ?? {}
    if (!Object.hasOwn(offered, outcome)) return checkout
    const state = offered[outcome] ?? checkout.state
    return { ...checkout, state, changed_at: app.clock.now().toISOString() }
  })
  if (!changed) return undefined
  const { return_url, cancel_url } = returnUrls(app, changed.reference)
  return { to: changed.state === 'canceled' ? cancel_url : return_url }
}

function isOn(app: App): boolean {
  return app.providers.enabled().includes('sandbox')
}

/** Real time ends a page, as it does elsewhere. */
function shownState({ state, expires_at }: SandboxCheckout): SandboxInput['state'] {
  if (state === 'open' && Date.parse(expires_at) <= Date.now()) return 'expired'
  return state === 'failed' ? 'declined' : state
}
