import { DeliveryError } from '../../ports/mailer.ts'
import { type Check, fault, fine } from './inspection.ts'

/** Logs in at the mail server, or tries to write the folder; sends nothing. */
export const checkMail: Check = async ({ reading, tools }) => {
  const { transport, dir, smtp } = reading.config.mail
  const place = transport === 'file' ? `the folder ${dir}` : `${smtp.host}:${smtp.port}`
  const mailer = await tools.mailer(reading.config)
  try {
    await mailer.verify()
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    return fault(`Mail cannot go to ${place}: ${error.message}`, remedies[transport])
  } finally {
    await mailer.close()
  }
  const note = transport === 'file' ? '; set mail.transport to smtp to send it' : ''
  return fine(`Mail goes to ${place}${note}.`)
}

const remedies = {
  file: 'Let this account write the folder, or name another one as mail.dir in config.yml.',
  smtp: 'Correct mail.smtp in config.yml; your mail provider names host, port, security and login.',
} as const
