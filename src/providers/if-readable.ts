import { ProviderError } from '../ports/payment-provider.ts'

/** What a webhook says; nothing where it cannot be made out, for the event is stored all the same. */
export function ifReadable<T>(read: () => T[]): T[] {
  try {
    return read()
  } catch (error) {
    // An amount that is none, or a date.
    if (error instanceof ProviderError || error instanceof RangeError) return []
    throw error
  }
}
