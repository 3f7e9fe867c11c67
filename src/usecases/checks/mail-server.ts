import { certificateCure } from '../../domain/mail-trouble.ts'
import { isLoopback } from '../../domain/public-url.ts'
import { DeliveryError } from '../../ports/mailer.ts'
import { type Check, type Finding, fault, fine } from './inspection.ts'
import { type MailSetup, mailCheck } from './mail-setup.ts'

/** A certificate that ends sooner is worth a word; most are renewed a month before. */
const soonDays = 14

/** Whether mail travels encrypted to the mail server, and to the right one. */
export const checkMailTls = mailCheck(async ({ facts, config }) => {
  const { host, security } = config.mail.smtp
  if (facts instanceof DeliveryError) return unreachable(facts)
  if (facts.tls) return certificate(facts.tls, host)
  if (security === 'starttls') {
    return fault(
      `${host} offers no encryption (STARTTLS) on this port.`,
      'Set mail.smtp.security to tls and the port to 465, or none for a server on this machine.',
    )
  }
  if (isLoopback(host)) return fine(`Not encrypted, and need not be: ${host} is this machine.`)
  const offer = facts.offers_starttls ? 'starttls, which it offers' : 'tls, with port 465'
  return fault(`Mail goes to ${host} unencrypted.`, `Set mail.smtp.security to ${offer}.`)
})

/** Whether the mail server takes the user and password. */
export const checkMailLogin: Check = async (inspection) => {
  const { smtp } = inspection.reading.config.mail
  return mailCheck(async ({ facts, config }) => {
    if (facts instanceof DeliveryError) return unreachable(facts)
    if (smtp.user === '') return fine('No login: mail.smtp.user is empty.')
    if (!facts.tls && !isLoopback(smtp.host)) {
      return fault(
        `The password of ${smtp.user} would travel to ${smtp.host} unencrypted.`,
        'Set mail.smtp.security to starttls or tls.',
      )
    }
    const mailer = await inspection.tools.mailer(config)
    try {
      await mailer.verify()
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error
      const remedy =
        'Correct mail.smtp.user, and SMTP_PASSWORD in .env (some need an app password).'
      return fault(error.message, remedy)
    } finally {
      await mailer.close()
    }
    return fine(`${smtp.user} can log in (${facts.logins.join(', ') || 'offers no list of ways'}).`)
  })(inspection)
}

function unreachable({ message }: DeliveryError): Finding {
  return fault(message, 'Correct mail.smtp in config.yml; your mail provider names host and port.')
}

function certificate(tls: NonNullable<Facts['tls']>, host: string): Finding {
  const { protocol, distrust, names, valid_until } = tls
  if (distrust !== '') {
    const whose = names.length > 0 ? ` It is for ${names.slice(0, 5).join(', ')}.` : ''
    return fault(
      `The certificate of ${host} is not trusted (${distrust}).${whose} No mail is sent to it.`,
      certificateCure(distrust),
    )
  }
  if (!['TLSv1.2', 'TLSv1.3'].includes(protocol)) {
    return fault(`${host} encrypts with ${protocol}, which is broken.`, 'Use another mail server.')
  }
  const days = valid_until ? Math.floor((valid_until.getTime() - Date.now()) / 86_400_000) : null
  const soon = days !== null && days < soonDays ? ` It ends in ${days} days.` : ''
  return fine(`${protocol}, with a certificate for ${host}.${soon}`)
}

type Facts = Exclude<MailSetup['facts'], DeliveryError>
