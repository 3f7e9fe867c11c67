import { expect, it } from 'vitest'
import type { Document } from '../../src/domain/document.ts'
import type { ReminderFacts, ReminderRule } from '../../src/domain/reminder.ts'
import { insertCheckout } from '../../src/store/checkouts.ts'
import { insertCustomer, updateCustomer } from '../../src/store/customers.ts'
import type { Trx } from '../../src/store/db.ts'
import { putDispute } from '../../src/store/disputes.ts'
import { updateDocument } from '../../src/store/documents.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import { insertMessage } from '../../src/store/outbox.ts'
import { findRemindable, type Remindable, remindablePages } from '../../src/store/reminder-facts.ts'
import {
  insertReminder,
  type StoredReminder,
  setDocumentReminders,
} from '../../src/store/reminders.ts'
import { revokeShares } from '../../src/store/shares.ts'
import { insertUnsubscribe } from '../../src/store/unsubscribes.ts'
import { aCheckout } from '../domain/checkouts.ts'
import { describeStore } from './fixtures.ts'
import { aCustomer, addDocument, addShare, aMessage, anEntry, now } from './rows.ts'

const later = '2025-01-15T15:00:10.000Z'
const to = 'john.smith@example.com'

describeStore('what decides about reminders', (store) => {
  const invoice = (work?: (trx: Trx, document: Document) => Promise<unknown>) =>
    store().write(async (trx) => {
      const document = await addDocument(
        trx,
        { state: 'sent', sent_at: now },
        { due_on: '2025-01-30' },
      )
      await work?.(trx, document)
      return document
    })
  const factsOf = async ({ id }: Document, rule: ReminderRule = 'reminders') =>
    (await findRemindable(store().read, rule, id))?.facts
  const factsWith = async (work: (trx: Trx, document: Document) => Promise<unknown>) =>
    factsOf(await invoice(work))

  const plain: ReminderFacts = {
    state: 'sent',
    ends_on: '2025-01-30',
    sent_at: now,
    reached_at: null,
    mail_waits: false,
    mail_refused: false,
    links_revoked: false,
    balance_minor: 10_000,
    pending_minor: 0,
    disputing_minor: 0,
    rests: false,
    revising: false,
    viewed: false,
    address: to,
    customer_reminders: true,
    document_reminders: true,
    stopped: null,
    handled: [],
  }

  it('is all there in one row', async () => {
    expect(await factsOf(await invoice())).toEqual(plain)
  })

  it('is of one kind only', async () => {
    const document = await invoice()
    expect(await factsOf(document, 'nudges')).toBeUndefined()
  })

  it('knows what was paid, what is on its way, and what is disputed', async () => {
    expect(
      await factsWith(async (trx, document) => {
        const entry = anEntry(document, 'payment', 4000)
        await insertLedgerEntry(trx, entry)
        await insertLedgerEntry(trx, anEntry(document, 'dispute', 4000))
        await putDispute(trx, {
          ...{ provider: 'stripe', provider_dispute_id: 'dp_1', document_id: document.id },
          ...{ ledger_id: entry.id, state: 'open', amount_minor: 4000, currency: 'USD' },
          ...{ reason: '', due_at: null, opened_at: now, updated_at: now },
        })
        const checkout = { state: 'processing', pending_minor: 6000, processing_at: now } as const
        await insertCheckout(
          trx,
          aCheckout({ id: `co_${'0'.repeat(26)}`, document_id: document.id, ...checkout }),
        )
      }),
    ).toEqual({ ...plain, balance_minor: 6000, pending_minor: 6000, disputing_minor: 4000 })
  })

  it('knows rest, revision, a look, and the switches', async () => {
    expect(
      await factsWith(async (trx, { id }) => {
        const changes = { rested_at: now, viewed_at: now, updated_at: now }
        await updateDocument(trx, id, changes)
        await setDocumentReminders(trx, id, { reminders: false, at: now })
      }),
    ).toEqual({ ...plain, rests: true, viewed: true, document_reminders: false })
  })

  const mail = (document: Document, changes: Partial<Parameters<typeof insertMessage>[1]> = {}) =>
    aMessage({ document_id: document.id, to, created_at: later, ...changes })
  const sent = { state: 'sent', sent_at: '2025-01-16T08:00:00.000Z', attempts: 1 } as const

  it('knows when the first mail was taken, whatever was sent later or as a test', async () => {
    const reached = await factsWith(async (trx, document) => {
      await insertMessage(trx, mail(document, { ...sent, data: { test: true }, sent_at: later }))
      await insertMessage(trx, mail(document, sent))
      await insertMessage(trx, mail(document, { ...sent, sent_at: '2025-01-20T08:00:00.000Z' }))
      await insertMessage(trx, mail(document))
    })
    expect(reached).toEqual({ ...plain, reached_at: sent.sent_at })
  })

  it('waits for a mail that brings the document, and for a reminder on its way', async () => {
    const first = await factsWith((trx, document) => insertMessage(trx, mail(document)))
    expect(first).toEqual({ ...plain, mail_waits: true })
    const leaving = await factsWith(async (trx, document) => {
      await insertMessage(trx, mail(document, sent))
      const changes = { kind: 'reminder', state: 'sending', leased_until: later } as const
      await insertMessage(trx, mail(document, changes))
    })
    expect(leaving).toMatchObject({ mail_waits: true })
    const queued = await factsWith(async (trx, document) => {
      await insertMessage(trx, mail(document, sent))
      await insertMessage(trx, mail(document, { kind: 'reminder' }))
    })
    expect(queued).toMatchObject({ mail_waits: false })
  })

  it('knows an address that was refused, unless it was corrected or the server was down', async () => {
    const failed = { state: 'failed', last_error: 'No such mailbox' } as const
    const refusedWith = async (changes: Parameters<typeof mail>[1], after?: typeof sent) => {
      const facts = await factsWith(async (trx, document) => {
        await insertMessage(trx, mail(document, { ...failed, ...changes }))
        if (after) await insertMessage(trx, mail(document, after))
      })
      return facts?.mail_refused
    }
    expect(await refusedWith({})).toBe(true)
    expect(await refusedWith({ to: to.toUpperCase() })).toBe(true)
    expect(await refusedWith({ to: 'other@example.com' })).toBe(false)
    expect(await refusedWith({ last_error: 'given up after 4 days: no answer' })).toBe(false)
    expect(await refusedWith({}, sent)).toBe(false)
    expect(await refusedWith({ kind: 'receipt' })).toBe(false)
  })

  it('knows that every link was revoked, and only then', async () => {
    const document = await invoice(async (trx, made) => {
      await addShare(trx, made)
      await addShare(trx, made, { scope: 'preview' })
    })
    await store().write((trx) => revokeShares(trx, { document_id: document.id }, now))
    expect(await factsOf(document)).toEqual({ ...plain, links_revoked: true })
    await store().write((trx) => addShare(trx, document))
    expect(await factsOf(document)).toEqual(plain)
  })

  it('knows what was decided in this round, and no other', async () => {
    const document = await invoice()
    const row: StoredReminder = {
      document_id: document.id,
      rule: 'reminders',
      round: '2025-01-30',
      stage: 7,
      outcome: 'skipped',
      reason: '',
      outbox_id: null,
      at: now,
    }
    expect(await store().write((trx) => insertReminder(trx, row))).toBe(true)
    expect(await store().write((trx) => insertReminder(trx, row))).toBe(false)
    await store().write((trx) => insertReminder(trx, { ...row, round: '2025-03-01', stage: 14 }))
    await store().write((trx) => insertReminder(trx, { ...row, rule: 'nudges', stage: 2 }))
    const handled = [{ stage: 7, outcome: 'skipped' }]
    expect(await factsOf(document)).toEqual({ ...plain, handled })
  })

  it('knows what the customer stopped', async () => {
    const one = await invoice((trx, { id, customer_id }) =>
      insertUnsubscribe(trx, { customer_id, document_id: id, share_id: null, at: now }),
    )
    expect(await factsOf(one)).toEqual({ ...plain, stopped: 'document' })
    const other = aCustomer({ id: 'cus_2', name: 'Ann Lee', email: 'ann@example.com' })
    await store().write((trx) => insertCustomer(trx, other))
    const theirs = await store().write(async (trx) => {
      const all = { customer_id: 'cus_2', document_id: null, share_id: null, at: now }
      expect(await insertUnsubscribe(trx, all)).toBe(true)
      expect(await insertUnsubscribe(trx, all)).toBe(false)
      await updateCustomer(trx, { ...other, reminders: false })
      return addDocument(trx, { state: 'sent', sent_at: now, customer_id: 'cus_2' })
    })
    expect(await factsOf(theirs)).toMatchObject({
      stopped: 'customer',
      customer_reminders: false,
      address: 'ann@example.com',
    })
  })

  const numbers = async (which: Remindable) => {
    const found: string[] = []
    for await (const page of remindablePages(store().read, 'reminders', which)) {
      found.push(...page.map(({ number }) => number))
    }
    return found
  }

  it('finds those whose day has come and that have something to pay', async () => {
    const before = new Set(await numbers({ everSent: true }))
    const add = (due_on: string, changes = {}) =>
      store().write((trx) =>
        addDocument(trx, { state: 'sent', sent_at: now, ...changes }, { due_on }),
      )
    const [due, early, late, done, paid, draft] = [
      await add('2026-01-10'),
      await add('2026-01-12'),
      await add('2026-01-01'),
      await add('2026-01-10'),
      await add('2026-01-10'),
      await add('2026-01-10', { state: 'draft' }),
    ]
    await store().write(async (trx) => {
      await insertLedgerEntry(trx, anEntry(paid, 'payment', 10_000))
      await insertReminder(trx, {
        ...{ document_id: done.id, rule: 'reminders', round: '2026-01-10', stage: 1 },
        ...{ outcome: 'skipped', reason: '', outbox_id: null, at: now },
      })
    })
    const windows = [{ stage: 1, since: '2026-01-05', until: '2026-01-11' }]
    expect(await numbers({ due: windows })).toEqual([due.number])
    expect(await numbers({ due: [] })).toEqual([])
    const all = (await numbers({ everSent: true })).filter((number) => !before.has(number))
    expect(all).toEqual([due, early, late, done, paid].map(({ number }) => number))
    expect(all).not.toContain(draft.number)
  })
})
