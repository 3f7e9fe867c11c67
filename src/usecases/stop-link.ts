import type { App } from '../app.ts'
import { shareUrl } from '../domain/link.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { findUnsubscribeShare } from '../store/unsubscribes.ts'
import { ruleOfMail } from './recheck-reminder.ts'

/** The link by which the customer stops mails such as this one; null for all but reminders and nudges. */
export async function stopLink(app: App, message: OutboxMessage): Promise<string | null> {
  const { document_id } = message
  if (document_id === null || ruleOfMail(message) === null) return null
  const share = await findUnsubscribeShare(app.db.read, document_id)
  return share ? shareUrl(app.config.public_url, app.linkKey, share) : null
}

/** What lets mail programs offer the same with one click (RFC 2369, RFC 8058). */
export function stopHeaders(url: string | null): Record<string, string> {
  if (url === null) return {}
  return {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
