import { PortalError, type Problem } from '../../domain/errors.ts'
import { parseRhythm, type Rhythm } from '../../domain/recurring.ts'
import type { OptionSpecs } from '../command.ts'
import { documentOptions } from './document-options.ts'
import { wholeNumberOption } from './whole-number-option.ts'

const {
  'issued-on': _,
  'due-on': __,
  'valid-until': ___,
  deposit: ____,
  ...ofContent
} = documentOptions

/** What each invoice of a series says; its dates are the series' own. */
export const contentOptions = {
  'due-in-days': { value: 'n', says: 'each is due so many days after its date' },
  ...ofContent,
} as const satisfies OptionSpecs

/** What a rhythm may look like. */
export const rhythmForms = 'week, month, year, quarter, or a number of them such as "2 weeks"'

/** The rhythm that was entered; undefined, with the problem noted, for anything else. */
export function readRhythm(text: string, problems: Problem[]): Rhythm | undefined {
  const rhythm = parseRhythm(text)
  if (rhythm) return rhythm
  problems.push({ field: 'every', message: `"${text}" is no rhythm: ${rhythmForms}` })
  return undefined
}

/** Days and counts, where they were given; what is no such number is noted. */
export function readNumbers(
  given: { 'due-in-days'?: string; day?: string; count?: string },
  problems: Problem[],
): { due_in_days?: number; day?: number; times?: number } {
  const number = (
    field: string,
    text: string | undefined,
    bounds: { least: number; most?: number },
  ) => {
    try {
      return text === undefined ? undefined : wholeNumberOption(field, text, bounds)
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      problems.push(...error.details)
      return undefined
    }
  }
  const due_in_days = number('due_in_days', given['due-in-days'], { least: 0 })
  const day = number('day', given.day, { least: 1, most: 31 })
  const times = number('count', given.count, { least: 1 })
  return {
    ...(due_in_days === undefined ? {} : { due_in_days }),
    ...(day === undefined ? {} : { day }),
    ...(times === undefined ? {} : { times }),
  }
}
