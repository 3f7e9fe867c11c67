import {
  type HandledStage,
  type ReminderFacts,
  type ReminderRule,
  ruleFacts,
} from '../domain/reminder.ts'
import { givenUp } from '../domain/retry.ts'
import { type Fragment, fragment, joinFragments, type Source } from './fragment.ts'
import { fromJson } from './json.ts'
import { fromLatestMail } from './latest-mail.ts'
import { selectMany } from './many-rows.ts'
import { pendingMinor } from './pending.ts'

/** A document with what decides whether its customer is reminded. */
export type RemindableDocument = {
  id: string
  number: string
  customer_id: string
  facts: ReminderFacts
}

/** A stage whose day has come for documents that are dated after `since` and not after `until`. */
export type StageWindow = { stage: number; since: string; until: string }

/** Which documents to look at. */
export type Remindable =
  /** All that were ever sent, for a preview. */
  | { everSent: true }
  /** Those that are open and of which one of these stages is not decided; few, whatever there is. */
  | { due: readonly StageWindow[] }

/** Documents of one statement: more would only take memory. */
const pageSize = 5000

/** The documents of a rule's kind with their facts, by number, a page at a time. */
export async function* remindablePages(
  r: Source,
  rule: ReminderRule,
  which: Remindable,
): AsyncGenerator<RemindableDocument[], void> {
  for (let after = { number_key: '', id: '' }; ; ) {
    const { number_key, id } = after
    const wanted = fragment`(d.number_key, d.id) > (${number_key}, ${id}) AND ${condition(rule, which)}`
    const rows = await selectMany<Row>(r, columns, query(rule, wanted))
    yield rows.map(documentOf)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last
  }
}

/** One document of a rule's kind with its facts; undefined when it is of another kind. */
export async function findRemindable(
  r: Source,
  rule: ReminderRule,
  id: string,
): Promise<RemindableDocument | undefined> {
  const rows = await selectMany<Row>(r, columns, query(rule, fragment`d.id = ${id}`))
  return rows.map(documentOf)[0]
}

function documentOf(row: Row): RemindableDocument {
  const { id, number, customer_id } = row
  return { id, number, customer_id, facts: factsOf(row) }
}

/** As they come: what is true or false is 1 or 0, what was decided is JSON. */
type Row = {
  [Name in keyof ReminderFacts]: ReminderFacts[Name] extends boolean ? number : ReminderFacts[Name]
} & { id: string; number: string; number_key: string; customer_id: string; handled: string }

const columns = [
  'id',
  'number',
  'number_key',
  'customer_id',
  'state',
  'ends_on',
  'sent_at',
  'balance_minor',
  'reached_at',
  'mail_waits',
  'mail_refused',
  'links_revoked',
  'pending_minor',
  'disputing_minor',
  'rests',
  'revising',
  'viewed',
  'address',
  'customer_reminders',
  'document_reminders',
  'stopped',
  'handled',
] as const satisfies (keyof Row)[]

function factsOf(row: Row): ReminderFacts {
  return {
    state: row.state,
    ends_on: row.ends_on,
    sent_at: row.sent_at,
    reached_at: row.reached_at,
    mail_waits: row.mail_waits === 1,
    mail_refused: row.mail_refused === 1,
    links_revoked: row.links_revoked === 1,
    balance_minor: row.balance_minor,
    pending_minor: row.pending_minor,
    disputing_minor: row.disputing_minor,
    rests: row.rests === 1,
    revising: row.revising === 1,
    viewed: row.viewed === 1,
    address: row.address,
    customer_reminders: row.customer_reminders === 1,
    document_reminders: row.document_reminders === 1,
    stopped: row.stopped,
    handled: row.handled === '[]' ? nothing : fromJson<HandledStage[]>(row.handled),
  }
}

/** Shared, for most documents have none. */
const nothing: HandledStage[] = []

function query(rule: ReminderRule, wanted: Fragment): Fragment {
  return fragment`
    SELECT d.id, d.number, d.number_key, d.customer_id, d.state, d.ends_on, d.sent_at,
      m.balance_minor, ${reachedAt} AS reached_at, ${mailWaits} AS mail_waits,
      ${mailRefused} AS mail_refused, ${linksRevoked} AS links_revoked,
      ${pendingMinor} AS pending_minor, ${disputingMinor} AS disputing_minor,
      d.rested_at IS NOT NULL AS rests, d.draft_version IS NOT NULL AS revising,
      d.viewed_at IS NOT NULL AS viewed, c.email AS address, c.reminders AS customer_reminders,
      d.reminders AS document_reminders, ${stopped} AS stopped, ${handled(rule)} AS handled
    FROM documents AS d JOIN customers AS c ON c.id = d.customer_id
      JOIN document_money AS m ON m.document_id = d.id
    WHERE d.kind = ${ruleFacts[rule].kind} AND ${wanted}
    ORDER BY d.number_key, d.id LIMIT ${pageSize}`
}

function condition(rule: ReminderRule, which: Remindable): Fragment {
  if ('everSent' in which) return fragment`d.state <> 'draft'`
  if (which.due.length === 0) return fragment`FALSE`
  const stages = which.due.map((window) => dueIn(rule, window))
  const open = rule === 'reminders' ? fragment`m.balance_minor > 0` : fragment`TRUE`
  return fragment`d.state = 'sent' AND (${joinFragments(stages, ' OR ')}) AND ${open}`
}

function dueIn(rule: ReminderRule, { stage, since, until }: StageWindow): Fragment {
  const dated = datedBy(rule)
  return fragment`(${dated} > ${since} AND ${dated} <= ${until} AND NOT EXISTS (
    SELECT 1 FROM reminders AS r WHERE r.document_id = d.id AND r.rule = ${rule}
      AND r.round = ${dated} AND r.stage >= ${stage}))`
}

/** What the days count from, which is also the round; `reminderRound` in SQL. */
function datedBy(rule: ReminderRule): Fragment {
  return rule === 'reminders' ? fragment`d.ends_on` : fragment`d.sent_at`
}

function handled(rule: ReminderRule): Fragment {
  return fragment`(SELECT json_group_array(json_object('stage', r.stage, 'outcome', r.outcome))
    FROM reminders AS r WHERE r.document_id = d.id AND r.rule = ${rule}
      AND r.round = ${datedBy(rule)} AND r.stage IS NOT NULL)`
}

/* Mails that bring the document itself, since it was sent; tests are not for the customer. */
const ownMail = fragment`o.document_id = d.id AND o.kind IN ('invoice_sent', 'estimate_sent')
  AND o.created_at >= d.sent_at AND coalesce(o.data ->> 'test', 0) = 0`

const reachedAt = fragment`(SELECT min(o.sent_at) FROM outbox AS o WHERE ${ownMail})`

const mailWaits = fragment`EXISTS (SELECT 1 FROM outbox AS o WHERE o.document_id = d.id
  AND ((o.state = 'sending' AND o.kind IN ('reminder', 'nudge'))
    OR (${ownMail} AND o.state IN ('pending', 'sending') AND NOT EXISTS (
      SELECT 1 FROM outbox AS s WHERE s.document_id = d.id AND s.state = 'sent'
        AND s.kind = o.kind AND s.created_at >= d.sent_at
        AND coalesce(s.data ->> 'test', 0) = 0))))`

/* A server that was down for days says nothing about the address. */
const mailRefused = fragment`(d.id IN (SELECT document_id FROM outbox WHERE state = 'failed')
  AND coalesce((SELECT o.state = 'failed' AND o."to" = c.email COLLATE NOCASE
    AND o.last_error NOT LIKE ${`${givenUp}%`} ${{ text: fromLatestMail, values: [] }}), 0))`

const linksRevoked = fragment`(SELECT coalesce(min(s.revoked_at IS NOT NULL), 0) FROM shares AS s
  WHERE s.document_id = d.id AND s.scope <> 'preview' AND s.kind IN ('invoice', 'estimate'))`

const disputingMinor = fragment`(SELECT coalesce(sum(amount_minor), 0) FROM disputes
  WHERE document_id = d.id AND state = 'open')`

const stopped = fragment`CASE
  WHEN d.customer_id IN (SELECT customer_id FROM unsubscribes WHERE document_id IS NULL)
    THEN 'customer'
  WHEN d.id IN (SELECT document_id FROM unsubscribes) THEN 'document' END`
