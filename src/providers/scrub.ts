/**
 * A provider's own words without our secrets, short enough for a log. Providers may repeat what they were sent:
 * headers, and our addresses with the key that leads a customer back.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  const clean = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
    .replace(/\b(Basic|Bearer) [\w.~+/=-]+/gi, '$1 [secret]')
    .replace(/\b[0-9a-hjkmnp-tv-z]{32}\b/g, '[key]')
  return clean.replace(/\s+/g, ' ').trim().slice(0, longest)
}

/** Characters; enough for a sentence and its codes. */
const longest = 500
