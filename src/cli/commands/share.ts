import { shareDocument } from '../../usecases/share-document.ts'
import { defineCommand } from '../command.ts'
import { copyToClipboard } from '../output/clipboard.ts'
import { linkLines } from '../output/link-lines.ts'

export const share = defineCommand({
  arguments: { number: { says: 'an estimate or invoice by its number' } },
  options: {
    label: { value: 'text', says: 'for you, to tell links apart' },
    expires: { value: 'when', says: 'days as in 30d, or a date' },
    'view-only': { says: 'to read and download only' },
    copy: { says: 'put the link on the clipboard' },
    qr: { says: 'show the link as a QR code' },
  },
  examples: [
    'portal share INV-001 --copy',
    'portal share EST-001 --label "for the site" --expires 30d',
  ],
  notes: 'A draft becomes sent by it. The link opens this one document.',
  async run(context, { number }, options) {
    const app = await context.app()
    const { label, expires } = options
    const link = await shareDocument(app, {
      number,
      view_only: options['view-only'] ?? false,
      ...(label === undefined ? {} : { label }),
      ...(expires === undefined ? {} : { expires }),
    })
    const copied = options.copy ? [await copyToClipboard(link.url, context.around.env)] : []
    const qr = options.qr ? [await qrCode(link.url)] : []
    return {
      json: link,
      text: (paper) =>
        [linkLines(link, app.config.business.time_zone, paper), ...copied, ...qr].join('\n'),
      next: `portal shares list ${link.number}`,
    }
  },
})

async function qrCode(url: string): Promise<string> {
  const { default: qrcode } = await import('qrcode')
  return (await qrcode.toString(url, { type: 'utf8', errorCorrectionLevel: 'L' })).trimEnd()
}
