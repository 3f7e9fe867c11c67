/** The kinds of value in config.yml, as zod types. */
import * as z from 'zod'
import { checkBlock, checkLine } from '../domain/text.ts'
import type { Complaint } from './complaints.ts'

/** Characters; what most systems allow for a path. */
const longestPath = 4096

/** Text that none of the complaints has anything to say about; `''` passes when `optional`. */
export function text(...complaints: Complaint[]) {
  return z.string().superRefine((value, context) => {
    const message = firstOf([checkBlock, ...complaints], value)
    if (message) context.addIssue({ code: 'custom', message })
  })
}

/** Text on one line. */
export function line(...complaints: Complaint[]) {
  return text(checkLine, ...complaints)
}

/** A secret or the path of a file: on one line, and longer than people write lines. */
export function longLine(...complaints: Complaint[]) {
  return text((value) => checkLine(value, longestPath), ...complaints)
}

/** A value that may be left empty. */
export function optional(complaint: Complaint): Complaint {
  return (value) => (value === '' ? undefined : complaint(value))
}

/** Something that must be there. */
export const aboutEmpty: Complaint = (value) =>
  value.trim() === '' ? 'must not be empty' : undefined

/** A decimal number: text, or a plain YAML number, kept as text from here on. */
export function decimal(complaint: Complaint) {
  return z
    .union([z.string(), z.number()], { error: 'must be a number such as "8.25"' })
    .transform(String)
    .pipe(line(complaint))
}

/** A whole number; digits that came as text from the environment count as one. */
export function whole(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value),
    z.number().int().min(min).max(max),
  )
}

/** A default that is read from the environment: the config's own `${NAME}`. */
export function fromEnvironment(name: string): string {
  return `\${${name}}`
}

function firstOf(complaints: Complaint[], value: string): string | undefined {
  for (const complaint of complaints) {
    const message = complaint(value)
    if (message) return message
  }
  return undefined
}
