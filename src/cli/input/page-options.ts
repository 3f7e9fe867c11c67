import type { OptionSpecs, Options } from '../command.ts'
import { wholeNumberOption } from './whole-number-option.ts'

/** Which part of a long list. */
export const pageOptions = {
  limit: { value: 'n', says: 'at most so many (50)' },
  offset: { value: 'n', says: 'after leaving out so many (0)' },
} as const satisfies OptionSpecs

/** As many as a person may want to look through. */
const usualLimit = 50

/** @throws PortalError invalid_input */
export function pageOf({ limit, offset }: Options<typeof pageOptions>): {
  limit: number
  offset: number
} {
  return {
    limit: limit === undefined ? usualLimit : wholeNumberOption('limit', limit, { least: 1 }),
    offset: offset === undefined ? 0 : wholeNumberOption('offset', offset),
  }
}
