import type { Mailer } from '../ports/mailer.ts'
import type { SignMessage } from './mime.ts'
import { encodeMail } from './mime.ts'
import type { SmtpSettings, SmtpTimeouts, TlsOptions } from './smtp-connection.ts'
import { openSmtpConnection } from './smtp-connection.ts'
import { explainFailure, replyOf } from './smtp-failure.ts'
import { createSmtpPool } from './smtp-pool.ts'

/** Opening and sending together stay under the 60 s for which a claimed mail is leased. */
const defaultTimeouts: SmtpTimeouts = {
  connectMs: 10_000,
  greetingMs: 10_000,
  socketMs: 30_000,
  openMs: 20_000,
  sendMs: 35_000,
}

export type SmtpOptions = { sign?: SignMessage; timeouts?: SmtpTimeouts; tls?: TlsOptions }

/** Sends over SMTP as `config.mail.smtp` says; every failure is a DeliveryError with a sentence. */
export function createSmtpMailer(smtp: SmtpSettings, options: SmtpOptions = {}): Mailer {
  const open = () => openSmtpConnection(smtp, options.timeouts ?? defaultTimeouts, options.tls)
  const pool = createSmtpPool(open)
  return {
    async deliver(mail) {
      const encoded = await encodeMail(mail, options.sign)
      const refusals = await explained(smtp, () => pool.send(encoded))
      const refused_copies = refusals.map((refusal) => ({
        address: refusal.recipient ?? '',
        reason: replyOf(refusal, smtp),
      }))
      return { refused_copies }
    },
    async verify() {
      const connection = await explained(smtp, open)
      connection.quit()
    },
    async close() {
      pool.close()
    },
  }
}

async function explained<T>(smtp: SmtpSettings, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explainFailure(error, smtp)
  }
}
