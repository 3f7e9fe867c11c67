import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import { type SharedLink, shareDocument } from '../../usecases/share-document.ts'
import { shareHistory } from '../../usecases/share-history.ts'
import { defineCommand, type OptionSpecs, type Options } from '../command.ts'
import { confirmReplacing } from '../confirm-replacing.ts'
import { copyToClipboard } from '../output/clipboard.ts'
import { linkLines } from '../output/link-lines.ts'

const shareOptions = {
  history: { value: 'customer', says: 'all that a customer had, by id, e-mail or exact name' },
  label: { value: 'text', says: 'for you, to tell links apart' },
  expires: { value: 'when', says: 'days as in 30d, or a date' },
  'view-only': { says: 'to read and download only' },
  copy: { says: 'put the link on the clipboard' },
  qr: { says: 'show the link as a QR code' },
} as const satisfies OptionSpecs

export const share = defineCommand({
  arguments: { number: { optional: true, says: 'an estimate or invoice by its number' } },
  options: shareOptions,
  examples: [
    'portal share INV-001 --copy',
    'portal share INV-001 --label bookkeeper --view-only',
    'portal share EST-001 --label "for the site" --expires 30d',
    'portal share --history john.smith@example.com',
  ],
  notes:
    'A draft becomes sent by it, and so does a newer version; where that takes an approval back, it asks first on a terminal. The link opens this one document; give each person one of their own. A history lasts for links.history_hours.',
  async run(context, { number }, options) {
    if ((number === undefined) === (options.history === undefined)) {
      const hint = 'See: portal share --help'
      throw new PortalError('usage', 'Name a document, or a customer with --history.', hint)
    }
    const app = await context.app()
    if (number !== undefined) await confirmReplacing(context, app, number)
    const link = await makeLink(app, number, options)
    const copied = options.copy ? [await copyToClipboard(link.url, context.around.env)] : []
    const when = { zone: app.config.business.time_zone, now: app.clock.now() }
    const qr = options.qr ? [await qrCode(link.url)] : []
    return {
      json: link,
      text: (paper) => [linkLines(link, when, paper), ...copied, ...qr].join('\n'),
      next: link.number ? `portal shares list ${link.number}` : `portal shares revoke ${link.id}`,
    }
  },
})

function makeLink(
  app: App,
  number: string | undefined,
  { history, label, expires, ...options }: Options<typeof shareOptions>,
): Promise<SharedLink> {
  const about = {
    ...(label === undefined ? {} : { label }),
    ...(expires === undefined ? {} : { expires }),
  }
  if (number === undefined) return shareHistory(app, { customer: history ?? '', ...about })
  return shareDocument(app, { number, view_only: options['view-only'] ?? false, ...about })
}

async function qrCode(url: string): Promise<string> {
  const { default: qrcode } = await import('qrcode')
  return (await qrcode.toString(url, { type: 'utf8', errorCorrectionLevel: 'L' })).trimEnd()
}
