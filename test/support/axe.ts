/** What axe, the tester of accessibility, has to say about a page in a browser. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All that the scheme of colours changes: a page that was looked at in the light needs no more in the dark. */
export const colorsOnly = { runOnly: ['color-contrast', 'link-in-text-block'] }

/** The rule, the first element that breaks it, and what is wrong there. */
export type Violation = [rule: string, html: string, message?: string]

/** What axe finds wrong with a page that allows it to run. */
export async function violations(page: Pick<Page, 'evaluate'>, options = {}): Promise<Violation[]> {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(axe)
  return page.evaluate(
    `axe.run(${JSON.stringify({ resultTypes: ['violations'], ...options })})
      .then((r) => r.violations.map((v) => [v.id, v.nodes[0].html, v.nodes[0].any[0]?.message]))`,
  )
}
