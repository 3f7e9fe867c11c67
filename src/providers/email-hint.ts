/**
 * The customer's address where a provider will surely take it, to fill in its form; else undefined.
 * An address that a provider refuses must not keep anyone from paying.
 */
export function emailHint(address: string): string | undefined {
  return /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(address)
    ? address
    : undefined
}
