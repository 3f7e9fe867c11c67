/** Everything that the signed copy of an estimate says in English. Amounts, dates and names come in formatted. */

/** Below the document: the signature itself. */
const signature = {
  title: {
    typed: 'Signed Electronically',
    drawn: 'Signed Electronically',
    paper: 'Signed on Paper',
    owner: 'Approved',
  },
  kinds: {
    typed: 'Typed signature: the signer typed this name to sign.',
    drawn: 'Drawn signature: the signer drew it on the page.',
    paper: 'Signed by hand on paper; this is a scan of it.',
    owner: 'There is no signature: the business noted that its customer approved.',
  },
  scan: (hash: string) =>
    `Signed by hand on paper. The scan is a file of its own, SHA-256 ${hash}.`,
  alt: (name: string) => (name ? `Signature of ${name}` : 'Signature'),
  on: (date: string) => `on ${date}`,
}

/** What was approved. */
const document = {
  title: 'The Document',
  number: 'Estimate',
  id: 'Document ID',
  version: 'Version',
  from: 'From',
  for: 'Prepared for',
  total: 'Total',
  deposit: 'Deposit required',
  validUntil: 'Valid until',
  hash: 'SHA-256 of what was shown',
}

/** Who did, and how. */
const signer = {
  title: 'The Signature',
  name: 'Signer',
  mailedTo: 'Link mailed to',
  at: 'Signed at',
  kind: 'Kind',
  kinds: {
    typed: 'Typed name',
    drawn: 'Drawn on the page',
    paper: 'By hand on paper, scanned',
    owner: 'None: noted by the business',
  },
  ip: 'IP address',
  device: 'Browser (user agent)',
  id: 'Approval ID',
  link: 'Link ID',
  intent: 'Intent',
  intents: {
    typed:
      'Was shown the whole estimate with its terms on one page, ticked the consent below, typed their name as their signature and selected “Approve”.',
    drawn:
      'Was shown the whole estimate with its terms on one page, ticked the consent below, typed their name, drew their signature and selected “Approve”.',
    paper: 'Signed a paper copy, which the business scanned and recorded.',
    owner: 'Told the business, which recorded it.',
  },
  consent: (version: string) => `Consent (text ${version})`,
  times: (utc: string, local: string, zone: string) => `${utc} UTC, ${local} in ${zone}`,
}

/** One line for each event that tells how it came about. */
const events = {
  created: 'Estimate created',
  edited: 'Estimate edited',
  revised: 'New version begun',
  sent: (version: string) => (version ? `Sent to the customer, version ${version}` : 'Sent'),
  shared: 'Link made',
  mail_sent: (to: string, id: string) => `Mailed to ${to}, Message-ID ${id}`,
  mail_failed: (to: string) => `Mail to ${to} not delivered`,
  opened: 'Link opened, perhaps by a mail scanner',
  viewed: {
    phone: 'Viewed by a person on a phone',
    tablet: 'Viewed by a person on a tablet',
    computer: 'Viewed by a person on a computer',
    unknown: 'Viewed by a person',
  },
  downloaded: 'PDF downloaded',
  share_revoked: 'Link revoked',
  share_rotated: 'Link replaced',
  declined: 'Declined',
  reopened: 'Reopened',
  update_asked: 'Update asked for',
  link_renewed: (to: string) => `Fresh link asked for, mailed to ${to}`,
  consented: (version: string) => `Consented to sign electronically, text ${version}`,
  approved: {
    typed: (name: string) => `Signed by ${name}`,
    drawn: (name: string) => `Signed by ${name}`,
    paper: (name: string) => (name ? `Signed on paper by ${name}` : 'Signed on paper'),
    owner: (name: string) => (name ? `Approval by ${name} noted` : 'Approval noted'),
  },
}

const timeline = {
  title: 'Timeline',
  what: 'What happened',
  utc: 'UTC',
  zone: (zone: string) => `In ${zone}`,
}

const integrity = {
  title: 'What Holds It Together',
  chain: 'Chain head',
  seal: 'Seal fingerprint',
  chained:
    'Each event holds the hash of the one before it. The chain head is the hash of the last one above, and stands in the mail that brought this copy.',
  /** The same, of a copy that no mail brought. */
  chainedOnly:
    'Each event holds the hash of the one before it. The chain head is the hash of the last one above.',
  sealed:
    'The seal covers this whole file. Its fingerprint is the SHA-256 of the certificate that made it.',
  unsealed: 'This copy carries no seal.',
}

/** `file` is the name under which the copy was mailed. */
const verify = {
  title: 'How to Check This Copy',
  portal: (business: string) => `${business} can compare it with its own records:`,
  pdfsig:
    'Anyone can check the seal; it must say “Signature is Valid” and “Total document signed”:',
  openssl:
    'Or with OpenSSL; it must say “CAdES Verification successful” and show the seal fingerprint above:',
  hash: 'The mail that brought this copy names the SHA-256 of the whole file; it must be the same:',
}

const limits = {
  title: 'What This Does Not Prove',
  person:
    'Who sat at the device. Whoever had the link could sign; no identity document was checked.',
  noted: 'That the customer did so, other than by the word and the records of the business.',
  time: (business: string) =>
    `When it was, other than by the clock of ${business}. Nobody else has stamped the time.`,
  seal: (business: string) =>
    `Who ${business} is. The seal is made with a key of its own that nobody else vouches for: it shows that the file has not been altered since.`,
  issued: (business: string) =>
    `Who ${business} is, beyond what the issuer of the seal’s certificate vouches for. The seal shows that the file has not been altered since.`,
  device: 'Where the signer was. IP address and browser are what the connection said of itself.',
}

export const certificate = {
  name: (about: string) => `Signed Copy of ${about}`,
  title: 'Certificate of Approval',
  intro: (about: string) => `How ${about} was approved, and how that can be checked.`,
  signature,
  document,
  signer,
  timeline: { ...timeline, events },
  integrity,
  verify,
  limits,
}
