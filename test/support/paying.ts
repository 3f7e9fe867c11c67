/** John Smith has an invoice and a link, and ways to pay. */
import type { App } from '../../src/app.ts'
import type { Document } from '../../src/domain/document.ts'
import type { Language } from '../../src/domain/language.ts'
import type { PayForm } from '../../src/domain/pay-form.ts'
import { returnKey } from '../../src/domain/return-key.ts'
import type { ReturnOutcome } from '../../src/domain/return-outcome.ts'
import { getDocument } from '../../src/store/documents.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { finishCheckout } from '../../src/usecases/finish-checkout.ts'
import { processWebhooks } from '../../src/usecases/process-webhooks.ts'
import { type ReceivedWebhook, receiveWebhook } from '../../src/usecases/receive-webhook.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { type StartedCheckout, startCheckout } from '../../src/usecases/start-checkout.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { type ScriptedProvider, scriptedProvider, scriptedProviders } from './scripted-provider.ts'
import { openTestApp, type TestApp } from './test-app.ts'

export type Paying = TestApp & {
  stripe: ScriptedProvider
  paypal: ScriptedProvider
  /** Makes a sent document and gives the token of a link to it. */
  send(draft?: Partial<DocumentDraft>): Promise<{ number: string; token: string }>
  click(token: string, form?: Partial<PayForm>, lang?: Language): Promise<StartedCheckout>
  /** The id of the checkout that a click opens. */
  start(token: string, form?: Partial<PayForm>): Promise<string>
  /** A provider tells of a checkout; processed at once unless told otherwise. */
  tell(provider: 'stripe' | 'paypal', event: Event, process?: boolean): Promise<ReceivedWebhook>
  /** The customer comes back from the provider. */
  comeBack(id: string, canceled?: boolean): Promise<ReturnOutcome>
  document(number?: string): Promise<Document>
  /** What was queued, in order: kinds of mails to customers, events of notices to the owner. */
  mails(): Promise<string[]>
  /** Everything that `verify --all` finds wrong. */
  problems(): Promise<string[]>
}

export type Event = { event_id: string; checkout_id?: string; payment?: string; url?: string }

type Options = { config?: Record<string, unknown> }

export async function openPaying(options: Options = {}): Promise<Paying> {
  const t = await openTestApp(options.config)
  const now = () => t.app.clock.now()
  const stripe = scriptedProvider('stripe', { methods: ['stripe_card', 'stripe_ach'], now })
  const paypal = scriptedProvider('paypal', { now })
  t.app.providers = scriptedProviders(stripe, paypal)
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  return { ...t, stripe, paypal, ...actions(t.app) }
}

/** The same for an app that is opened already. */
export function actions(app: App): Omit<Paying, keyof TestApp | 'stripe' | 'paypal'> {
  const click: Paying['click'] = (token, form, lang) =>
    startCheckout(app, {
      kind: 'invoice',
      token,
      lang,
      form: { amount_choice: 'due', amount: '', method: 'stripe_card', ...form },
    })
  return {
    click,
    async send(draft) {
      const items = [{ description: 'Work', unit_price: '100' }]
      const kind = 'invoice'
      const [made] = await createDocuments(app, {
        drafts: [{ kind, customer: 'John Smith', items, ...draft } as DocumentDraft],
      })
      const number = made?.number ?? ''
      const { url } = await shareDocument(app, { number })
      return { number, token: url.split('/').at(-1) ?? '' }
    },
    async start(token, form) {
      const started = await click(token, form)
      if (started.status !== 'started') throw new Error(`not started: ${JSON.stringify(started)}`)
      return started.id
    },
    async tell(provider, event, process = true) {
      const raw = Buffer.from(JSON.stringify({ type: 'something.happened', ...event }))
      const received = await receiveWebhook(app, provider, { headers: { signature: 'good' }, raw })
      if (process && 'id' in received) await processWebhooks(app, { ids: [received.id] })
      return received
    },
    async comeBack(id, canceled = false) {
      const k = returnKey(app.linkKey, id)
      const finished = await finishCheckout(app, { id, k, canceled })
      if (finished.status !== 'page') throw new Error('unknown')
      return finished.page.outcome
    },
    document: (number = 'INV-001') => getDocument(app.db.read, number),
    async mails() {
      const messages = await listMessages(app.db.read)
      return messages.map(({ kind, data }) => (data.event ? String(data.event) : kind))
    },
    async problems() {
      const { problems } = await verifyWorkspace(app)
      return problems.map(({ check, message }) => `${check}: ${message}`)
    },
  }
}
