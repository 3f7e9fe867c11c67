/** What may be bound to a statement. */
export type SqliteValue = string | number | null | Uint8Array

/**
 * The parameters of a statement, checked: what SQLite libraries bind silently wrong (a Date as a number,
 * an object as "[object Object]", a large bigint as NULL) throws TypeError, for it is a bug of ours.
 */
export function bindable(parameters: readonly unknown[]): SqliteValue[] {
  return parameters.map((value, index) => {
    if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value
    if (typeof value === 'number' && isExact(value)) return value
    if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
    throw new TypeError(`Parameter ${index + 1} of the statement is ${describe(value)}.`)
  })
}

/** Money and counts are integers; a fraction may be bound, a number that has lost digits may not. */
function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
}

function describe(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return `the unsafe number ${value}`
  if (typeof value === 'object') return `an object (${value?.constructor?.name ?? 'plain'})`
  return `of type ${typeof value}`
}
