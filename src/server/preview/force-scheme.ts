import type { Scheme } from './address.ts'

/**
 * Shows a page, mail or stylesheet as a browser in that scheme would: the question for the scheme is answered
 * in the text, as no browser lets a page choose for its frame. `system` changes nothing.
 */
export function forceScheme(text: string, scheme: Scheme): string {
  if (scheme === 'system') return text
  const isDark = scheme === 'dark'
  return text
    .replace(/\(prefers-color-scheme:\s*dark\)/g, isDark ? '(min-width:0)' : '(max-width:0)')
    .replace(/\(prefers-color-scheme:\s*light\)/g, isDark ? '(max-width:0)' : '(min-width:0)')
    .replace(/(color-scheme"? content="|color-scheme:\s*)light dark/g, `$1${scheme}`)
    .replace(/(["'])\/assets\//g, `$1/assets/${scheme}/`)
}
