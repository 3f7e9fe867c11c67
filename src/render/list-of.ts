/**
 * "State Tax, City Tax": names one after the other, as a language does it. The narrow kind sets them apart in
 * Chinese too, where a list of units has nothing between them.
 */
export function listOf(language: string, names: string[]): string {
  const format = formats.get(language) ?? new Intl.ListFormat(language, { style: 'narrow' })
  formats.set(language, format)
  return format.format(names)
}

const formats = new Map<string, Intl.ListFormat>()
