/** HTML that was escaped; only `html` makes it. */
export type Markup = { readonly markup: string }

type Part = string | number | Markup | readonly Markup[]

/** Fills text into HTML; whatever is no markup is escaped. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = strings.reduce((before, after, i) => before + filled(parts[i - 1] ?? '') + after)
  return { markup: text }
}

function filled(part: Part): string {
  if (typeof part === 'object') {
    return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
  }
  return String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
