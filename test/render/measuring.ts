/** What is wrong with a page as somebody sees it: run in a real browser. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** What is tapped; small boxes have their label for that. */
const targets =
  'a, button, summary, label.option, textarea, input:not([type=radio], [type=checkbox])'

/** Opens the list of languages, and looks at all there is. Runs in the page. */
export const measure = `(() => {
  for (const list of document.querySelectorAll('details')) list.open = true
  const name = (one) => (one.textContent.trim() || one.id).slice(0, 60)
  const all = [...document.querySelectorAll('main *, nav *')].filter((one) => one.offsetHeight > 0)
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    cut: all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 &&
      getComputedStyle(one).display !== 'inline').map(name),
    small: all.filter((one) => one.matches(${JSON.stringify(targets)}) &&
      one.offsetHeight < 44).map(name),
  }
})()`

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page that allows it to run; by rule, each with the first element. */
export async function violations(page: Pick<Page, 'evaluate'>, options = {}): Promise<unknown> {
  await page.evaluate(axe)
  return page.evaluate(
    `axe.run(${JSON.stringify(options)})
      .then((r) => r.violations.map((v) => [v.id, v.nodes[0].html, v.nodes[0].any[0]?.message]))`,
  )
}
