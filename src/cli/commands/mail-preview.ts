import { previewMail } from '../../open-app.ts'
import { showDocument } from '../../usecases/show-document.ts'
import { defineCommand } from '../command.ts'

export const mailPreview = defineCommand({
  arguments: {
    kind: {
      says: 'such as invoice_sent, reminder, nudge, receipt, approved_confirmation, owner_notice',
    },
    number: { optional: true, says: 'a document; a made-up one without it' },
  },
  options: {
    event: { value: 'event', says: 'of an owner_notice: viewed, paid, mail_failed, digest …' },
    html: { says: 'print the HTML part instead of the text' },
  },
  examples: [
    'portal mail preview invoice_sent INV-001',
    'portal mail preview invoice_sent --html > mail.html',
    'portal mail preview owner_notice --event digest',
  ],
  notes: 'Sends nothing; the link in it looks real and opens nothing.',
  async run(context, { kind, number }, { event, html = false }) {
    const app = await context.app()
    const shown = number === undefined ? undefined : await showDocument(app, number)
    const about = { real: shown, ...(event === undefined ? {} : { event }) }
    const mail = await previewMail(app, kind, about)
    return {
      json: { kind, number: shown?.document.number ?? null, ...mail },
      text: ({ paint }) =>
        html ? mail.html : `${paint.bold(mail.subject)}\n\n${mail.text.trimEnd()}`,
      next: html ? '' : `portal send ${number ?? '<number>'} --test`,
    }
  },
})
