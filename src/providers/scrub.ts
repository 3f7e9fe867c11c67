/** A provider's own words without our secrets, and short enough for a log. */
export function scrub(text: string, secrets: readonly string[]): string {
  const clean = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
  return clean.replace(/\s+/g, ' ').trim().slice(0, longest)
}

/** Characters; enough for a sentence and its codes. */
const longest = 500
