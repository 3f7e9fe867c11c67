/** What a customer looks at a document with. */
export type Device = 'phone' | 'tablet' | 'computer'

/** No more than the owner wants to know: a fingerprint of the customer is nobody's business. */
export function deviceOf(userAgent: string): Device {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet'
  return /Mobi|iPhone/i.test(userAgent) ? 'phone' : 'computer'
}
