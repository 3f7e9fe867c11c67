/** Readers of input files: each checks one shape and says at which path something else stood. */
import { nearest } from '../../domain/text.ts'

/** Notes a problem at a path such as `items[0].quantity`. */
export type Report = (field: string, message: string) => void

/** Returns undefined for what is absent, and for what it has reported. */
export type FieldReader<T> = (value: unknown, field: string, report: Report) => T | undefined

/** Text, numbers included: their digits arrive as they were written. */
export function text(): FieldReader<string> {
  return (value, field, report) => {
    if (value === null || typeof value === 'string') return value ?? undefined
    report(field, 'must be text')
    return undefined
  }
}

export function flag(): FieldReader<boolean> {
  return (value, field, report) => {
    if (value === null || typeof value === 'boolean') return value ?? undefined
    if (value === 'yes' || value === 'true') return true
    if (value === 'no' || value === 'false') return false
    report(field, 'must be true or false')
    return undefined
  }
}

export function wholeNumber(): FieldReader<number> {
  return (value, field, report) => {
    if (value === null) return undefined
    if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value)
    report(field, 'must be a whole number')
    return undefined
  }
}

export function oneOf<T extends string>(choices: readonly T[]): FieldReader<T> {
  return (value, field, report) => {
    if (value === null) return undefined
    const choice = choices.find((one) => one === value)
    if (choice === undefined) report(field, `must be one of ${choices.join(', ')}`)
    return choice
  }
}

export function list<T>(item: FieldReader<T>): FieldReader<T[]> {
  return (value, field, report) => {
    if (value === null) return undefined
    if (!Array.isArray(value)) {
      report(field, 'must be a list')
      return undefined
    }
    return value.flatMap((one, i) => {
      const path = `${field}[${i}]`
      if (one === null) report(path, 'must not be empty')
      return item(one, path, report) ?? []
    })
  }
}

/** A list of lines, or text of which each line counts as one. */
export function lines(): FieldReader<string[]> {
  const several = list(text())
  return (value, field, report) =>
    typeof value === 'string' ? value.split('\n') : several(value, field, report)
}

/** Null stands for "none" instead of "not given". */
export function nullable<T>(reader: FieldReader<T>): FieldReader<T | null> {
  return (value, field, report) => (value === null ? null : reader(value, field, report))
}

/**
 * A mapping with known keys only; a key that is not known gets the one that was probably meant. The fields
 * of `required` have to be there; its values stand for them while the rest is checked.
 */
export function mapping<T extends object>(
  readers: { [Key in keyof T]-?: FieldReader<T[Key]> },
  required: Partial<T> = {},
): FieldReader<T> {
  return (value, field, report) => {
    if (value === null) return undefined
    if (typeof value !== 'object' || Array.isArray(value)) {
      report(field, 'must be a mapping of names to values')
      return required as T
    }
    const path = (key: string) => (field === '' ? key : `${field}.${key}`)
    const result: Partial<T> = { ...required }
    for (const [key, entry] of Object.entries(value)) {
      if (!Object.hasOwn(readers, key)) reportUnknown(key, path(key), Object.keys(readers), report)
      else {
        const read = readers[key as keyof T](entry, path(key), report)
        if (read !== undefined) result[key as keyof T] = read as T[keyof T]
      }
    }
    for (const key of Object.keys(required)) {
      const isThere = Object.hasOwn(value, key) && (value as Record<string, unknown>)[key] !== null
      if (!isThere) report(path(key), 'is missing')
    }
    return result as T
  }
}

function reportUnknown(key: string, field: string, known: string[], report: Report): void {
  const meant = nearest(key, known)
  report(field, `is not known${meant ? `; did you mean "${meant}"?` : ''}`)
}
