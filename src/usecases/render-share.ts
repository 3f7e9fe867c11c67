import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { Language } from '../domain/language.ts'
import { linkPath } from '../domain/link.ts'
import { receiptFacts } from '../domain/receipt.ts'
import type { Share } from '../domain/share.ts'
import type { ReceiptInput } from '../ports/payment-pages.ts'
import type { PageInput, RenderedPage } from '../ports/renderer.ts'
import { receiptLinks } from './receipt-links.ts'

/** The page that a link shows, whatever it opens: a document or the receipt of one of its payments. */
export type SharePage = {
  document: Document
  share: Pick<Share, 'id' | 'kind' | 'scope'>
  token: string
  mode: PageInput['mode']
  /** What a visitor chose instead of the document's own language. */
  lang?: Language | undefined
}

/** Renders it as things stand in `document`. */
export async function renderShare(app: App, page: SharePage): Promise<RenderedPage> {
  const { document, share, token, mode, lang } = page
  const renderer = await app.renderer(lang ?? document.content.locale)
  const now = app.clock.now()
  const path = linkPath(share.kind, token)
  if (share.kind === 'receipt') {
    const facts = factsOfShare(document, share)
    const input: ReceiptInput = {
      facts,
      document,
      path,
      mode: mode === 'read_only' ? 'read_only' : 'live',
      lang,
      now,
    }
    return { html: renderer.payments.receipt(input), fresh_until_at: null }
  }
  return renderer.page({
    document,
    path,
    scope: share.scope === 'full' ? 'full' : 'view',
    now,
    mode,
    lang,
    receipts: receiptLinks(app, document),
    failed_payment: failedPayment(document),
  })
}

/** What the receipt says that a share opens. */
export function factsOfShare(
  document: Document,
  { id }: Pick<Share, 'id'>,
): NonNullable<ReturnType<typeof receiptFacts>> {
  const receipt = document.receipts.find(({ share_id }) => share_id === id)
  const facts = receipt && receiptFacts(document, receipt)
  if (facts) return facts
  throw new Error(`A bug: the link ${id} opens no receipt.`)
}

/** Worth a word until something was paid since. */
function failedPayment({ failed_payment, ledger }: Document): PageInput['failed_payment'] {
  if (!failed_payment) return null
  const { at, amount_minor } = failed_payment
  const isPaidSince = ledger.some((entry) => entry.kind === 'payment' && entry.at >= at)
  return isPaidSince ? null : { amount_minor }
}
