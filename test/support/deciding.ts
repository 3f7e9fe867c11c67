/** John Smith has an estimate and a link to it; a stranger has neither. */

import type { App } from '../../src/app.ts'
import { type ApproveForm, type DeclineForm, formVersion } from '../../src/domain/decide-form.ts'
import type { Document } from '../../src/domain/document.ts'
import type { Event } from '../../src/domain/event.ts'
import type { OutboxMessage } from '../../src/domain/outbox.ts'
import { tokenFor } from '../../src/domain/token.ts'
import { getDocument } from '../../src/store/documents.ts'
import { listEvents } from '../../src/store/events.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { listShares } from '../../src/store/shares.ts'
import { type ApprovedOnPage, approveOnPage } from '../../src/usecases/approve-on-page.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { type DeclinedOnPage, declineOnPage } from '../../src/usecases/decline-on-page.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { type ShareInput, shareDocument } from '../../src/usecases/share-document.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { shownVersion } from './approve-version.ts'
import { openTestApp, type TestApp } from './test-app.ts'

export const phone = {
  ip: '203.0.113.7',
  user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148',
}

export type Deciding = TestApp & ReturnType<typeof decisions>

/** A workspace with the estimate EST-001 over $108.00, not sent yet. */
export async function openDeciding(
  config: Record<string, unknown> = {},
  draft: Partial<DocumentDraft> = {},
): Promise<Deciding> {
  const t = await openTestApp(config)
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  await createEstimate(t.app, draft)
  return { ...t, ...decisions(t.app) }
}

/** Another of his estimates. */
export async function createEstimate(
  app: App,
  draft: Partial<DocumentDraft> = {},
): Promise<string> {
  const [made] = await createDocuments(app, {
    drafts: [
      {
        kind: 'estimate',
        customer: 'John Smith',
        taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
        items: [{ description: 'Work', unit_price: '100', taxes: ['T'] }],
        valid_until_on: '2025-01-29',
        ...draft,
      } as DocumentDraft,
    ],
  })
  return made?.number ?? ''
}

/** What those around an estimate do with it, through this app. */
export function decisions(app: App, own = 'EST-001') {
  const document = (number = own): Promise<Document> => getDocument(app.db.read, number)
  return {
    document,
    /** The owner mails it; gives the token of the link in the mail. */
    async send(number = own): Promise<string> {
      await sendDocuments(app, { numbers: [number], queue: true })
      const { id } = await document(number)
      const share = (await listShares(app.db.read, { document_id: id })).at(-1)
      if (!share) throw new Error('no link')
      return tokenFor(app.linkKey, share.kind, share.id, share.rotation)
    },
    /** The owner hands a link over; gives its token. */
    async share(input: Partial<ShareInput> = {}): Promise<string> {
      const { url } = await shareDocument(app, { number: own, ...input })
      return url.split('/').at(-1) ?? ''
    },
    /** What the form of its review page carries. */
    version: async (number = own): Promise<string> => shownVersion(app, await document(number)),
    async approve(token: string, form: Partial<ApproveForm> = {}): Promise<ApprovedOnPage> {
      const version = shownVersion(app, await document())
      return approveOnPage(app, {
        kind: 'estimate',
        token,
        form: {
          ...{ version, signer_name: 'John Smith', signature_kind: 'typed', signature: '' },
          consent: 'yes',
          ...form,
        },
        device: phone,
      })
    },
    async decline(token: string, form: Partial<DeclineForm> = {}): Promise<DeclinedOnPage> {
      const version = formVersion(await document())
      const whole = { version, reason: '', ...form }
      return declineOnPage(app, { kind: 'estimate', token, form: whole, device: phone })
    },
    async events(number = own): Promise<Event[]> {
      return listEvents(app.db.read, (await document(number)).id)
    },
    async story(number = own): Promise<string[]> {
      return (await listEvents(app.db.read, (await document(number)).id)).map(({ type }) => type)
    },
    /** What was queued, in order. */
    messages: (): Promise<OutboxMessage[]> => listMessages(app.db.read),
    /** The same in short: kinds of mails to customers, events of notices to the owner. */
    async mails(): Promise<string[]> {
      const messages = await listMessages(app.db.read)
      return messages.map(({ kind, data }) => (data.event ? String(data.event) : kind))
    },
    /** Everything that `verify --all` finds wrong. */
    async problems(): Promise<string[]> {
      const { problems } = await verifyWorkspace(app)
      return problems.map(({ check, message }) => `${check}: ${message}`)
    },
  }
}
