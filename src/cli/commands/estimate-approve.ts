import type { App } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { PortalError } from '../../domain/errors.ts'
import { isCutOff } from '../../domain/scan.ts'
import { approveEstimate } from '../../usecases/approve-estimate.ts'
import { sealApproval } from '../../usecases/seal-approval.ts'
import { defineCommand } from '../command.ts'
import { type Context, confirm } from '../context.ts'
import { afterApproval, readDocument, readOwn } from '../document-outcome.ts'
import { readScanFile } from '../input/read-scan.ts'
import { moneyWriter } from '../output/money.ts'

export const estimateApprove = defineCommand({
  arguments: { number: { says: "the estimate's number or id" } },
  options: {
    name: { value: 'name', says: 'who approved' },
    scan: { value: 'file', says: 'the paper that was signed: PDF, PNG or JPEG, at most 10 MB' },
    on: { value: 'date', says: 'when, YYYY-MM-DD (now)' },
  },
  examples: [
    'portal estimate approve EST-001 --name "John Smith"',
    'portal estimate approve EST-001 --name "John Smith" --scan signed.pdf --on 2025-01-20',
  ],
  notes:
    'For a yes on paper or by telephone; nobody is mailed. What was approved is not changed any more.',
  async run(context, { number }, { name, scan, on }) {
    const app = await context.app()
    const { id } = await readOwn(app, number, 'estimate')
    const paper = scan === undefined ? undefined : await readScanFile(context, scan)
    await confirmCutOff(context, paper)
    await approveEstimate(app, {
      number: id,
      ...(name === undefined ? {} : { name }),
      ...(paper === undefined ? {} : { scan: paper }),
      ...(on === undefined ? {} : { on }),
    })
    const document = await sealed(app, id)
    const deposit = document.amount_due_now_minor
    const money = moneyWriter(app)(deposit, document.currency)
    return {
      json: document,
      text: () =>
        `${document.number} is approved${deposit > 0 ? `: the deposit of ${money} is due` : ''}.`,
      next: nextStep(document),
    }
  },
})

/** It is kept as evidence and cannot be changed for another one; scripts are told. */
async function confirmCutOff(context: Context, scan: Buffer | undefined): Promise<void> {
  if (!scan || !isCutOff(scan)) return
  const sentence = 'The end of the scan is missing: it looks cut off.'
  if (context.canAsk()) await confirm(context, `${sentence} Keep it all the same?`)
  else context.remark(sentence)
}

/** With its sealed copy; what cannot be printed now the job `seals` makes later. */
async function sealed(app: App, id: string): Promise<DocumentJson> {
  const { version } = await readDocument(app, id)
  try {
    await sealApproval(app, id, version)
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
  }
  return readDocument(app, id)
}

function nextStep(estimate: DocumentJson): string {
  const { invoice_number } = estimate
  return invoice_number ? `portal send ${invoice_number}, its invoice` : afterApproval(estimate)
}
