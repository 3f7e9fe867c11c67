import { invalidInput } from '../../domain/errors.ts'

/**
 * Reads an option that is a whole number within bounds.
 * @throws PortalError invalid_input
 */
export function wholeNumberOption(
  field: string,
  text: string,
  { least = 0, most = 1_000_000 }: { least?: number; most?: number } = {},
): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  const message = `must be a whole number from ${least} to ${most}`
  throw invalidInput([{ field, message: `"${text}" ${message}` }])
}
