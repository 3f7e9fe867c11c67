/**
 * For whom a link is, as its label tells: the address that a mail took it to (sent, reminded, renewed), else whatever
 * the label names.
 */
export function readerOf(label: string): string {
  return (addressIn(label) ?? label).trim().toLowerCase()
}

/** The address that a mail took a link to, as the label of that link tells; undefined for the owner's own words. */
export function addressIn(label: string): string | undefined {
  return / (?:to|for) (\S+@\S+)$/.exec(label)?.[1]
}
