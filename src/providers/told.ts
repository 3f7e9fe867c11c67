/** Reads what others wrote: each part may be missing, or be something else. */

export type Told = Record<string, unknown>

/** An object; without fields where there is none. */
export function toldFields(value: unknown): Told {
  return typeof value === 'object' && value !== null ? (value as Told) : {}
}

/** A list of objects; empty where there is none. */
export function toldList(value: unknown): Told[] {
  return Array.isArray(value) ? value.map(toldFields) : []
}

/** A text that says something, else null. */
export function toldText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Only the fields that are texts. */
export function toldTexts(value: unknown): Record<string, string> {
  const texts = Object.entries(toldFields(value)).flatMap(([name, one]) => {
    const text = toldText(one)
    return text === null ? [] : [[name, text] as const]
  })
  return Object.fromEntries(texts)
}
