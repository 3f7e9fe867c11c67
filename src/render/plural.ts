/** Words that depend on a number, by the rules of their language. */

/** The forms that a language has: English `one` and `other`, Polish also `few` and `many`, Arabic all six. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What it says for a count; its forms can be looked at, so that none is forgotten. */
export type Plural = ((count: number) => string) & { forms: PluralForms }

/**
 * A function of a count. `#` in a form stands for the count as the language writes it.
 * `plural('en', { one: '# day', other: '# days' })(2)` is "2 days".
 */
export function plural(language: string, forms: PluralForms): Plural {
  const write = (count: number) => {
    const form = forms[rulesOf(language).select(count)] ?? forms.other
    return form.replaceAll('#', numbersOf(language).format(count))
  }
  return Object.assign(write, { forms })
}

const rules = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()

function rulesOf(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}

function numbersOf(language: string): Intl.NumberFormat {
  const known = numbers.get(language) ?? new Intl.NumberFormat(language)
  numbers.set(language, known)
  return known
}
