import type { Request, Response } from 'express'
import { processWebhooks } from '../../usecases/process-webhooks.ts'
import { receiveWebhook } from '../../usecases/receive-webhook.ts'
import type { Context } from '../context.ts'
import { createLanes } from '../lanes.ts'
import { answerNotice, answerText } from '../notice.ts'

/** A storm is taken first and looked at afterwards: both write, and who sends it waits for the first only. */
const lanes = createLanes(4)

/**
 * `POST /webhooks/:provider`: stored before it is looked at, answered, then processed apart. A database that
 * cannot take it throws, which is 503: the provider sends it again.
 */
export async function postWebhook(context: Context, req: Request, res: Response): Promise<void> {
  const raw = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  const received = await receiveWebhook(context.app, String(req.params.provider), {
    headers: headersOf(req),
    raw,
  })
  switch (received.status) {
    case 'absent':
      return answerNotice(context, req, res, { status: 404, kind: 'unknown' })
    case 'forged':
      return answerText(req, res, { status: 400, text: 'The signature does not hold.' })
    case 'duplicate':
      return answerText(req, res, { status: 200, text: 'Known.' })
    case 'stored':
      await answerText(req, res, { status: 200, text: 'Stored.' })
      context.background.run(`webhook ${received.id}`, () =>
        lanes(() => processWebhooks(context.app, { ids: [received.id] })),
      )
  }
}

/** Names in lower case, as Node gives them; of a repeated header all values in one. */
function headersOf(req: Request): Record<string, string> {
  const entries = Object.entries(req.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  )
  return Object.fromEntries(entries)
}
