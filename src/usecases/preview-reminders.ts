import { type Books, today } from '../app.ts'
import type { CivilDate } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { kindWithArticle } from '../domain/nouns.ts'
import { type ReminderPlan, type ReminderRule, ruleFacts } from '../domain/reminder.ts'
import { planReminder, type ReminderVerdict } from '../domain/reminder-plan.ts'
import { previewReminder } from '../domain/reminder-preview.ts'
import { reminderReason } from '../domain/reminder-reason.ts'
import { getDocument } from '../store/documents.ts'
import type { Source } from '../store/fragment.ts'
import {
  findRemindable,
  type RemindableDocument,
  remindablePages,
} from '../store/reminder-facts.ts'
import { reminderPlanOf } from './reminder-plan-of.ts'

/** Who gets a mail and why, or why not. */
export type ReminderItem = {
  number: string
  to: string
  /** In days; of a skipped one that which would be due, or comes next. */
  stage: number | null
  action: ReminderVerdict['action']
  reason: string
  /** A word for what stands in the way, for programs; null for what goes out. */
  why: string | null
}

export type ReminderPreview = { date: CivilDate; items: ReminderItem[] }

export type PreviewInput = {
  rule: ReminderRule
  /** A whole day to look at; without it this very moment. */
  on?: CivilDate
  /** One document only. */
  number?: string
}

/** What is decided now, or will be on a day, for every document that was ever sent. Changes nothing. */
export async function previewReminders(
  books: Books,
  { rule, on, number }: PreviewInput,
): Promise<ReminderPreview> {
  const plan = reminderPlanOf(books.config, rule)
  const now = books.clock.now()
  const decide = ({ facts }: RemindableDocument) =>
    on === undefined
      ? planReminder(facts, plan, now)
      : previewReminder(facts, plan, { now, date: on })
  const { read } = books.db
  const items: ReminderItem[] = []
  if (number !== undefined) {
    const found = await findRemindable(read, rule, await remindableId(read, rule, number))
    if (found) items.push(itemOf(found, decide(found), plan))
  } else {
    for await (const page of remindablePages(read, rule, { everSent: true })) {
      for (const found of page) items.push(itemOf(found, decide(found), plan))
    }
  }
  return { date: on ?? today(books), items }
}

/** A line of the preview. */
export function itemOf(
  { number, facts }: RemindableDocument,
  verdict: ReminderVerdict,
  plan: ReminderPlan,
): ReminderItem {
  const { action, stage } = verdict
  const reason = reminderReason(verdict, plan)
  const why = verdict.action === 'skip' ? verdict.why : null
  return { number, to: facts.address, stage, action, reason, why }
}

/**
 * The id of a document that the rule is for.
 * @throws PortalError not_found, naming the command that it belongs to
 */
export async function remindableId(r: Source, rule: ReminderRule, number: string): Promise<string> {
  const document = await getDocument(r, number)
  const { kind, command } = ruleFacts[rule]
  if (document.kind === kind) return document.id
  const right = document.kind === 'estimate' ? 'portal nudge' : 'portal remind'
  throw new PortalError(
    'not_found',
    `${document.number} is not ${kindWithArticle(kind)}: \`portal ${command}\` is not for it.`,
    document.kind === 'credit_note'
      ? 'Nobody is reminded of a credit note.'
      : `Write: ${right} ${document.number}`,
  )
}
