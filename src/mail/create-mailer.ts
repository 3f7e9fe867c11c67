import { resolve } from 'node:path'
import type { Config } from '../config/schema.ts'
import type { Mailer } from '../ports/mailer.ts'
import { loadDkim } from './dkim.ts'
import type { SignMessage } from './mime.ts'

type MailConfig = Config['mail']
type Context = { workspaceDir: string; sign?: SignMessage }

/** One entry a transport; each loads its own code. */
const transports = {
  file: async (mail: MailConfig, { workspaceDir, sign }: Context) => {
    const { createFileMailer } = await import('./file.ts')
    return createFileMailer(resolve(workspaceDir, mail.dir), sign)
  },
  smtp: async (mail: MailConfig, { sign }: Context) => {
    const { createSmtpMailer } = await import('./smtp.ts')
    return createSmtpMailer(mail.smtp, sign ? { sign } : {})
  },
} satisfies Record<MailConfig['transport'], (mail: MailConfig, context: Context) => Promise<Mailer>>

/** The mailer that `config.mail.transport` names; an unusable DKIM key is a PortalError. */
export async function createMailer(
  mail: MailConfig,
  { workspaceDir }: { workspaceDir: string },
): Promise<Mailer> {
  const sign = mail.dkim ? await loadDkim(mail.dkim, workspaceDir) : undefined
  return transports[mail.transport](mail, { workspaceDir, ...(sign ? { sign } : {}) })
}
