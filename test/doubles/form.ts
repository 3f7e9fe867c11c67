export type FormFields = { [name: string]: string | FormFields }

/** Reads `a[b][0]=c` into nested fields; lists have their numbers as names. */
export function decodeForm(text: string): FormFields {
  const fields: FormFields = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part)
    let here = fields
    for (const part of path.slice(0, -1)) {
      const next = here[part]
      const inner: FormFields = typeof next === 'object' ? next : {}
      here[part] = inner
      here = inner
    }
    here[path.at(-1) ?? ''] = value
  }
  return fields
}

/** The value at a path such as `line_items.0.quantity`; empty when there is none. */
export function fieldAt(fields: FormFields, path: string): string {
  let here: string | FormFields | undefined = fields
  for (const part of path.split('.')) here = typeof here === 'object' ? here[part] : undefined
  return typeof here === 'string' ? here : ''
}

/** The fields below a path; empty when there are none. */
export function fieldsAt(fields: FormFields, path: string): Record<string, string> {
  let here: string | FormFields | undefined = fields
  for (const part of path.split('.')) here = typeof here === 'object' ? here[part] : undefined
  return typeof here === 'object' ? (here as Record<string, string>) : {}
}
