import type { SignatureKind } from '../domain/approval.ts'
import type { DecideProblem } from '../domain/decide-form.ts'
import type { ApproveInput } from '../ports/approval-pages.ts'
import type { RenderContext } from './context.ts'
import { type DecideFrame, decideFrame, problemOf } from './decide-frame.ts'
import { estimateSum } from './estimate-says.ts'
import { type Facts, factsOf } from './facts.ts'
import { langAttribute } from './page-view.ts'
import type { Sum } from './saying.ts'
import { type SheetView, sheetView } from './sheet-view.ts'

export type ApproveView = DecideFrame & {
  intro: string
  /** Everything that is agreed to, as on the estimate's own page. */
  sheet: SheetView
  text_lang: string
  sum: Sum
  form: SignFormView
}

/** The form below the details: consent, name, signature. */
export type SignFormView = {
  action: string
  title: string
  consent: { version: string; text: string; problem: string }
  name: { label: string; value: string; hint: string; problem: string }
  signature: {
    /** Empty where there is only one way to sign. */
    title: string
    problem: string
    kinds: { value: SignatureKind; label: string; hint: string; is_checked: boolean }[]
    /** Null where drawing is not offered. */
    pad: PadView | null
  }
  next: { title: string; list: string[] }
  submit: string
}

type PadView = Record<'title' | 'canvas' | 'undo' | 'clear' | 'full' | 'waiting', string>

/** All of an estimate for review, then its terms, then the signature. */
export function approveView(context: RenderContext, came: ApproveInput): ApproveView {
  const facts = factsOf(context.config, came.document, came.lang)
  const input = { ...came, problems: problemsOf(facts, came) }
  const { labels } = facts
  const canDraw = input.methods.includes('drawn')
  const scripts = [context.assets['sign.js']]
  return {
    ...decideFrame(context, facts, input, { page: 'approve', scripts: canDraw ? scripts : [] }),
    intro: labels.approval.approve.intro,
    sheet: sheetView(facts),
    text_lang: langAttribute(facts.textLang),
    sum: estimateSum(facts),
    form: signForm(facts, input),
  }
}

/** The box is never ticked for anybody: whoever is told of another problem is told of it too, not one try later. */
function problemsOf({ labels }: Facts, { problems, unsaved }: ApproveInput): DecideProblem[] {
  const isAgain = problems.length > 0 || unsaved !== ''
  if (!isAgain || problems.some(({ field }) => field === 'consent')) return problems
  const message = labels.approval.problems.consent.missing
  return [...problems, { field: 'consent', code: 'missing', message }]
}

function signForm(facts: Facts, input: ApproveInput): SignFormView {
  const { labels } = facts
  const { approve, actions } = labels.approval
  const isTypedOnly = input.methods.length === 1 && input.methods[0] === 'typed'
  return {
    action: facts.href(`${input.path}/approve`),
    title: approve.sign,
    consent: { ...input.consent, problem: problemOf(facts, input, 'consent') },
    name: {
      label: approve.name,
      value: input.form.signer_name ?? '',
      hint: isTypedOnly ? approve.typedOnly : '',
      problem: problemOf(facts, input, 'signer_name'),
    },
    signature: {
      title: input.methods.length > 1 ? approve.how : '',
      problem: problemOf(facts, input, 'signature_kind', 'signature'),
      kinds: kindsOf(facts, input),
      pad: padOf(facts, input),
    },
    next: { title: approve.next.title, list: nextOf(facts) },
    submit: actions.approve,
  }
}

/** Typing comes first and is chosen first, since it works for everyone. */
function kindsOf({ labels }: Facts, { methods, form }: ApproveInput) {
  const offered = (['typed', 'drawn'] as const).filter((kind) => methods.includes(kind))
  const chosen = offered.find((kind) => kind === form.signature_kind) ?? offered[0]
  return offered.map((value) => ({
    value,
    ...labels.approval.approve[value],
    is_checked: value === chosen,
  }))
}

/** Typing is spoken of only where it is offered. */
function padOf({ labels }: Facts, { methods }: ApproveInput): PadView | null {
  const { only, ...pad } = labels.approval.approve.pad
  if (!methods.includes('drawn')) return null
  return methods.includes('typed') ? pad : { ...pad, ...only }
}

function nextOf({ labels, document, content, business, money }: Facts): string[] {
  const { next } = labels.approval.approve
  const { deposit_minor } = document.totals
  return [
    next.told(business),
    content.bill_to.email === '' ? next.download : next.mailed,
    deposit_minor ? next.deposit(money(deposit_minor)) : next.free,
  ]
}
