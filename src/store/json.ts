/** Booleans as the tables hold them. */
export function toBit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

/** JSON text that this store wrote itself, as a value. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T
}
