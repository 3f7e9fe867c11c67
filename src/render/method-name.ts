import type { Labels } from './labels.ts'

/** "Bank transfer (ACH)" of `stripe_ach`; whatever else was recorded, as it is. */
export function methodName(labels: Labels, method: string): string {
  const name = labels.payments.methods[method] ?? method
  return name.charAt(0).toLocaleUpperCase(labels.language) + name.slice(1)
}
