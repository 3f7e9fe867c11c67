/** "State Tax, City Tax": names one after the other, as a language does it. */
export function listOf(language: string, names: string[]): string {
  const format = formats.get(language) ?? new Intl.ListFormat(language, { type: 'unit' })
  formats.set(language, format)
  return format.format(names)
}

const formats = new Map<string, Intl.ListFormat>()
