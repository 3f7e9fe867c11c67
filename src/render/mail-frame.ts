import type { Config } from '../config/schema.ts'
import type { MailLabels } from './labels/en/mail.ts'
import { mailLink, phoneLink, webLink } from './links.ts'

/** One line of the business's address; a link where there is one. */
export type SenderLine = { text: string; url: string | null }

/** The parts around a letter that both its forms show. */
export type Frame = {
  business: string
  /** Above all, for test mails; else empty. */
  banner: string
  secrecy: string
  /** Empty when replies would reach nobody. */
  questions: string
  /** The business's name, address and ways to reach it, and what `branding.footer` says. */
  sender: SenderLine[]
}

/** Makes the frame of a mail about the document of that number, or about none. */
export function letterFrame(
  config: Config,
  labels: MailLabels,
  { banner, number, secrecy }: { banner: string; number: string; secrecy: string },
): Frame {
  const isRead = config.mail.reply_to !== '' || config.business.email !== ''
  return {
    business: config.business.name,
    banner,
    secrecy,
    questions: isRead ? labels.texts.questions : '',
    sender: senderLines(config, number),
  }
}

function senderLines({ business, branding }: Config, number: string): SenderLine[] {
  const { name, address, phone, website } = business
  const plain = (texts: string[]) => texts.map((text) => ({ text, url: null }))
  const links = [
    { text: phone, url: phoneLink(phone) },
    { text: business.email, url: mailLink(business.email, number) },
    { text: website, url: webLink(website) },
  ]
  const lines = [...plain([name, ...address]), ...links, ...plain(branding.footer.split('\n'))]
  return lines.filter(({ text }) => text.trim() !== '')
}
