import type { Config } from '../config/schema.ts'
import { PortalError } from '../domain/errors.ts'

/** The sender's address: `mail.from`, else the business's. */
export function senderAddress(config: Config): string {
  const address = config.mail.from || config.business.email
  if (address) return address
  throw new PortalError(
    'config_invalid',
    'There is no address to send mail from.',
    'Set business.email (or mail.from) in config.yml.',
    [{ field: 'business.email', message: 'Needed to send mail.' }],
  )
}

/** Where test mails go; notices go to `notify.to`, else here. */
export function ownerAddress(config: Config): string {
  return config.business.email || senderAddress(config)
}

/** The owner's addresses for notices. */
export function noticeAddresses(config: Config): string[] {
  if (config.notify.to.length > 0) return config.notify.to
  return config.business.email ? [config.business.email] : []
}

/** A Message-ID that stays the same over every attempt to deliver one outbox message. */
export function messageId(config: Config, outboxId: string): string {
  const address = config.mail.from || config.business.email || 'portal@localhost'
  const domain = address.split('@').at(-1) ?? 'localhost'
  return `<${outboxId}@${domain.replace(/[^A-Za-z0-9.-]/g, '')}>`
}
