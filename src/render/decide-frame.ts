/** What the pages to approve and to decline share. */
import { civilDateIn } from '../domain/dates.ts'
import type { DecideProblem, NotDecidable } from '../domain/decide-form.ts'
import type { Kind, ShownState } from '../domain/document.ts'
import { standing } from '../domain/standing.ts'
import type { DecideInput } from '../ports/approval-pages.ts'
import type { Action } from './action.ts'
import { closedSays } from './closed-says.ts'
import type { RenderContext } from './context.ts'
import { decideProblem } from './decide-problem.ts'
import { askAction } from './decision-actions.ts'
import type { Facts } from './facts.ts'
import {
  aboutOf,
  type DocumentHooks,
  documentHooks,
  type PaymentFrame,
  paymentFrame,
} from './payment-frame.ts'
import type { Mark } from './saying.ts'

export type DecideFrame = PaymentFrame & {
  data: DocumentHooks & { kind: Kind; state: ShownState }
  /** What is wrong with the form, each with where it stands on the page. */
  errors: { title: string; list: { text: string; href: string }[] } | null
  /** Set where the form that came in was about another version. */
  changed: { title: string; text: string } | null
  /** Set where a decision could not be written. */
  unsaved: { title: string; text: string; reference: string } | null
  /** Set where nothing can be decided. */
  closed: ClosedView | null
  /** Names what the form shows; opaque. */
  version: string
  quiet: Action[]
}

export type ClosedView = {
  why: NotDecidable
  mark: Mark
  sentences: string[]
  primary: Action
  quiet: Action[]
}

/** Which of the two pages it is. */
type Page = 'approve' | 'decline'

/** Head, state and what stands above either form; a closed page has the reason as its heading. */
export function decideFrame(
  context: RenderContext,
  facts: Facts,
  input: DecideInput,
  { page, scripts = [] }: { page: Page; scripts?: (string | undefined)[] },
): DecideFrame {
  const { labels, config, document, business } = facts
  const { approval } = labels
  const told = input.closed && closedSays(facts, input, input.closed)
  const heading = told?.title ?? approval[page].title(aboutOf(facts))
  const frame = paymentFrame(context, facts, {
    heading,
    scripts: told ? [] : scripts,
    has_languages: true,
  })
  const today = civilDateIn(config.business.time_zone, input.now)
  const isRefused = !told && input.unsaved === '' && input.problems.length > 0
  return {
    ...frame,
    title: isRefused ? labels.online.pay.errorTitle(frame.title) : frame.title,
    data: { ...documentHooks(facts), kind: document.kind, state: standing(document, today).state },
    errors: isRefused ? errorsOf(facts, input) : null,
    changed:
      input.changed && !told
        ? { title: approval.changed.title, text: approval.changed.text(business) }
        : null,
    unsaved:
      input.unsaved && !told
        ? { ...approval.unsaved, reference: labels.reference(input.unsaved) }
        : null,
    closed: told && input.closed ? { why: input.closed, ...told } : null,
    version: input.version,
    quiet: quietOf(facts, input, page),
  }
}

/** What is wrong with one field; empty when nothing is. */
export function problemOf(
  facts: Facts,
  { problems, methods }: DecideInput,
  ...fields: DecideProblem['field'][]
): string {
  const found = problems.filter(({ field }) => fields.includes(field))
  return facts.join(...found.map((problem) => decideProblem(facts, problem, methods)))
}

/** Where each field stands, in their order on the page: a problem in the summary leads there. */
const places = {
  consent: '#consent',
  signer_name: '#signer-name',
  signature_kind: '#signature',
  signature: '#signature',
  reason: '#reason',
} as const satisfies Record<DecideProblem['field'], string>

const order = Object.keys(places)

function errorsOf({ labels }: Facts, { problems, methods }: DecideInput): DecideFrame['errors'] {
  const list = problems
    .toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field))
    .map((problem) => ({
      text: decideProblem({ labels }, problem, methods),
      href: places[problem.field],
    }))
  return { title: labels.online.pay.wrong, list }
}

/** The way back, the other decision, and a question instead of either. */
function quietOf(facts: Facts, { path }: DecideInput, page: Page): Action[] {
  const { actions } = facts.labels.approval
  const other = page === 'approve' ? 'decline' : 'approve'
  return [
    { id: 'back', label: actions.back, href: facts.href(path) },
    { id: other, label: actions[other], href: facts.href(`${path}/${other}`) },
    askAction(facts),
  ]
}
