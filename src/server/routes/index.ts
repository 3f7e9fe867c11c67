/** Which function answers which path; the compiler asks for one for each method in `paths.ts`. */
import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import type { PathName, paths } from '../paths.ts'
import { getApprove, postApprove } from './approve.ts'
import { getHistoryAsked, postHistory } from './ask-history.ts'
import { getAsset } from './asset.ts'
import { getDecline, postDecline } from './decline.ts'
import { getGo, getReturned } from './go.ts'
import { getHealth } from './health.ts'
import { getHistory, getHistoryReceipt, getStatement, postHistoryDocument } from './history.ts'
import { getPage } from './page.ts'
import { getPay, postPay } from './pay.ts'
import { getPdf } from './pdf.ts'
import { getReceipt, getReceiptPdf } from './receipt.ts'
import { getRenewed, postRenew } from './renew.ts'
import { getRobots } from './robots.ts'
import { getSandbox, postSandbox } from './sandbox.ts'
import { getStop, postStop } from './stop.ts'
import { postViewed } from './viewed.ts'
import { postWebhook } from './webhook.ts'

export type Handler = (context: Context, req: Request, res: Response) => Promise<void>

export const routes = {
  page: { GET: getPage },
  pdf: { GET: getPdf },
  pay: { GET: getPay, POST: postPay },
  approve: { GET: getApprove, POST: postApprove },
  decline: { GET: getDecline, POST: postDecline },
  renew: { GET: getRenewed, POST: postRenew },
  askHistory: { GET: getHistoryAsked, POST: postHistory },
  viewed: { POST: postViewed },
  go: { GET: getGo },
  returned: { GET: getReturned },
  receipt: { GET: getReceipt },
  receiptPdf: { GET: getReceiptPdf },
  history: { GET: getHistory },
  historyDocument: { POST: postHistoryDocument },
  historyReceipt: { GET: getHistoryReceipt },
  statement: { GET: getStatement },
  stop: { GET: getStop, POST: postStop },
  sandbox: { GET: getSandbox, POST: postSandbox },
  webhook: { POST: postWebhook },
  asset: { GET: getAsset },
  robots: { GET: getRobots },
  health: { GET: getHealth },
} as const satisfies {
  [name in PathName]: Record<(typeof paths)[name]['methods'][number], Handler>
}
