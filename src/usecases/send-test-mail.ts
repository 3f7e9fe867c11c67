import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { DeliveryError, type Mail } from '../ports/mailer.ts'
import { messageId, ownerAddress, senderAddress } from './mail-addresses.ts'

/**
 * Sends the owner a mail that says it is a test, past the outbox: whether it goes is the answer.
 * @throws PortalError mail_failed with what the mail server said
 */
export async function sendTestMail(app: App): Promise<{ to: string; message_id: string }> {
  const mail = await composeTestMail(app)
  try {
    await (await app.mailer()).deliver(mail)
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    const hint = 'Correct mail in config.yml, then try again: portal doctor --mail'
    throw new PortalError('mail_failed', `The test mail did not go: ${error.message}`, hint)
  }
  return { to: mail.to.address, message_id: mail.message_id }
}

async function composeTestMail(app: App): Promise<Mail> {
  const { config } = app
  const to = ownerAddress(config)
  const now = app.clock.now()
  const renderer = await app.renderer()
  return {
    ...renderer.mail({ kind: 'test', document: null, customer: null, url: null, data: {}, now }),
    kind: 'test',
    document: '',
    message_id: messageId(config, app.ids.next('msg')),
    from: { name: config.business.name, address: senderAddress(config) },
    to: { name: '', address: to },
    cc: [],
    bcc: [],
    reply_to: null,
    bounce_to: config.mail.bounce_to,
    headers: { 'Auto-Submitted': 'auto-generated' },
    in_reply_to: null,
    attachments: [],
    date: now,
  }
}
