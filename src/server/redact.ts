/** What must not stand in a log: tokens, addresses of mail, numbers of cards, configured secrets. */
import type { Config } from '../config/schema.ts'
import { hideCardNumbers } from '../domain/card-number.ts'
import { sharePaths } from '../domain/share.ts'

/** Anything behind the prefix of a secret link, whole, cut or garbled. */
const linkTail = new RegExp(`/([${Object.values(sharePaths).join('')}])/[^/\\s?#"'<>]+`, 'gi')
/** A token by itself, such as a file's name below `site/`. */
const bareToken = /\b[0-9a-z]{32}\b/gi
const mailAddress = /[^\s@"'<>()[\],;:\\]+@[^\s@"'<>()[\],;:\\]+\.[a-z]{2,}/gi
/** Shorter values would blot out ordinary words. */
const secretLength = 6

/** A function that blots out whatever in a text is nobody's business. */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= secretLength)
  return (text) =>
    known
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), hideCardNumbers(text))
      .replace(linkTail, '/$1/[token]')
      .replace(bareToken, '[token]')
      .replace(mailAddress, '[address]')
}

/** The secrets of a configuration, by the names of their options. */
export function secretsOf(config: Config): string[] {
  const { stripe, paypal, square } = config.payments
  return [
    stripe.secret_key,
    stripe.webhook_secret,
    paypal.client_secret,
    paypal.webhook_id,
    square.access_token,
    square.webhook_signature_key,
    config.mail.smtp.password,
    config.signature.passphrase,
  ]
}
