/** A business that reminds its customers, John with an invoice and an estimate, and a clock to move. */
import type { App } from '../../src/app.ts'
import { runJobs } from '../../src/jobs.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { openTestApp, type TestApp } from './test-app.ts'

export type Reminding = TestApp & {
  /** Makes a document over 100 for John and sends it by mail; gives its number. */
  send(draft?: Partial<DocumentDraft>): Promise<string>
  /** Moves the clock and runs what `portal cron` runs for mail. */
  cron(instant: string): Promise<void>
  /** What was handed over, as "reminder INV-001 7" in the order of sending. */
  sent(): Promise<string[]>
}

/** January 15, 2025, noon in New York. */
export const begin = '2025-01-15T17:00:00.000Z'

export const remindingConfig = {
  reminders: { enabled: true },
  nudges: { enabled: true },
}

export async function openReminding(config: Record<string, unknown> = {}): Promise<Reminding> {
  const t = await openTestApp({ ...remindingConfig, ...config }, begin)
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  return { ...t, ...remindingActions(t.app, t.setNow) }
}

/** The same for an app that is open already. */
export function remindingActions(
  app: App,
  setNow: (instant: string) => void,
): Omit<Reminding, keyof TestApp> {
  return {
    async send(draft) {
      const items = [{ description: 'Work', unit_price: '100' }]
      const given = { kind: 'invoice', customer: 'John Smith', items, ...draft }
      const [made] = await createDocuments(app, { drafts: [given as DocumentDraft] })
      const number = made?.number ?? ''
      const [result] = await sendDocuments(app, { numbers: [number] })
      if (!result?.ok) throw new Error(result?.error?.message)
      return number
    },
    async cron(instant) {
      setNow(instant)
      const { jobs } = await runJobs(app, ['reminders', 'nudges', 'outbox'], (_, error) => {
        throw error
      })
      if (jobs.some(({ ok }) => !ok)) throw new Error(JSON.stringify(jobs))
    },
    async sent() {
      const rows = await app.db.read
        .selectFrom('outbox as o')
        .innerJoin('documents as d', 'd.id', 'o.document_id')
        .select(['o.id', 'd.number'])
        .execute()
      const numbers = new Map(rows.map(({ id, number }) => [id, number]))
      return (await listMessages(app.db.read, { state: 'sent' }))
        .filter(({ kind }) => kind === 'reminder' || kind === 'nudge')
        .sort((a, b) => ((a.sent_at ?? '') < (b.sent_at ?? '') ? -1 : 1))
        .map(({ id, kind, data }) => `${kind} ${numbers.get(id)} ${data.stage}`)
    },
  }
}
