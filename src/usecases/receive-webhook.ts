import type { App } from '../app.ts'

export type ReceivedWebhook =
  /** 200, then `processWebhooks(app, { ids: [id] })` apart from the answer. */
  | { status: 'stored'; id: string }
  /** 200: it came before. */
  | { status: 'duplicate'; id: string }
  /** 400: the signature does not hold. */
  | { status: 'forged' }
  /** 404: no such provider, not enabled, or without a secret. */
  | { status: 'absent' }

/** Verifies a webhook on its raw body and stores it. When the database cannot take it this throws: 503. */
export function receiveWebhook(
  _app: App,
  _provider: string,
  _request: { headers: Record<string, string>; raw: Buffer },
): Promise<ReceivedWebhook> {
  throw new Error('not written yet')
}
