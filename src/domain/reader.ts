/**
 * For whom a link is, as its label tells: the address that a mail took it to (sent, reminded, renewed), else whatever
 * the label names.
 */
export function readerOf(label: string): string {
  return (/ (?:to|for) (\S+@\S+)$/.exec(label)?.[1] ?? label).trim().toLowerCase()
}
