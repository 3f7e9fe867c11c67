/** What is asked of DNS. A name that has no such record has an empty list; no answer is a NameServerError. */
export type NameServer = {
  /** TXT records, the strings of each put together. */
  texts(name: string): Promise<string[]>
  /** IPv4 and IPv6 addresses. */
  addresses(name: string): Promise<string[]>
  /** Names of an address (PTR). */
  names(address: string): Promise<string[]>
  /** Hosts that take mail for a domain (MX), the preferred first. */
  exchanges(name: string): Promise<string[]>
}

/** Thrown when DNS gave no usable answer; the message says whom it was asked. */
export class NameServerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NameServerError'
  }
}
