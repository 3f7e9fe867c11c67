/** What a mail server shows to whoever connects, before any login. */
export type MailServerFacts = {
  /** How it calls itself in its greeting; empty when it does not say. */
  greeting_name: string
  offers_starttls: boolean
  /** Null when the connection stayed unencrypted. */
  tls: {
    /** Such as `TLSv1.3`. */
    protocol: string
    /** Why its certificate is not trusted for this host; empty when it is. */
    distrust: string
    /** The names that the certificate is for. */
    names: string[]
    valid_until: Date | null
  } | null
  /** Ways to log in that are offered on the connection as configured, such as PLAIN. */
  logins: string[]
}
