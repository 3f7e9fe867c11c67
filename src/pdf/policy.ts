/**
 * The content policy that rules every sheet. It is put into the window once, because there it stays: it
 * outlives the documents that follow each other in it, and one that came with each would pile up.
 */
export const policyTag =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ' +
  "style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">"

/** A sheet that brings this very policy along does not need it here. */
export function withoutPolicy(html: string): string {
  return html.replace(policyTag, '')
}

/**
 * Whether a sheet asks for rules that would stay in the window and bind the sheets after it, such as a
 * policy of its own that forbids all styles.
 */
export function leavesRules(html: string): boolean {
  return /http-equiv/i.test(html)
}
