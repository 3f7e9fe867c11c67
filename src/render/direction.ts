/** Which way text runs, and how text of people is kept from turning the text around it. */

const rightToLeft = new Set('ar arc ckb dv fa he iw ks ku nqo ps sd syr ug ur yi'.split(' '))

/** The direction of a locale's script. A script named in the locale ("az-Arab") counts first. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  if (/-(arab|hebr|thaa|syrc|nkoo|adlm)\b/i.test(locale)) return 'rtl'
  if (/-(latn|cyrl)\b/i.test(locale)) return 'ltr'
  const [language = ''] = locale.toLowerCase().split(/[-_]/)
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
export const rightToLeftLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** For a line that has no room for marks which nobody sees. */
export function withoutMarks(text: string): string {
  return text.replace(controls, '')
}

/**
 * A name for use inside a sentence: marks that turn text around are taken out, and a name in a script that runs
 * from right to left is closed off, so that it cannot reorder the amount beside it.
 */
export function isolate(name: string): string {
  const plain = withoutMarks(name)
  return rightToLeftLetters.test(plain) ? `\u2068${plain}\u2069` : plain
}
