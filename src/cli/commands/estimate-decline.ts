import { declineEstimate } from '../../usecases/decline-estimate.ts'
import { defineCommand } from '../command.ts'
import { nextStep, readDocument, readOwn } from '../document-outcome.ts'

export const estimateDecline = defineCommand({
  arguments: { number: { says: "the estimate's number or id" } },
  options: { reason: { value: 'text', says: 'why, for your records' } },
  examples: ['portal estimate decline EST-001 --reason "Too expensive"'],
  async run(context, { number }, { reason }) {
    const app = await context.app()
    const { id } = await readOwn(app, number, 'estimate')
    await declineEstimate(app, { number: id, ...(reason === undefined ? {} : { reason }) })
    const document = await readDocument(app, id)
    return {
      json: document,
      text: () => `${document.number} is declined.`,
      next: nextStep(document),
    }
  },
})
