import { type Finding, fault, fine } from '../checks/inspection.ts'
import { renderShare } from '../render-share.ts'
import type { Answer, LiveLink, LiveSite } from './live-site.ts'

/** Whether the newest pages are there, with what they refer to, and show their documents as they are now. */
export async function checkPages(site: LiveSite): Promise<Finding> {
  const lines: string[] = []
  const assets = new Set<string>()
  for (const link of site.open) {
    const answer = await site.ask(link.path)
    const problem = await problemOf(site, link, answer)
    if (problem) lines.push(problem)
    for (const [path] of answer.text.matchAll(/\/assets\/[\w.-]+/g)) assets.add(path)
  }
  for (const path of assets) {
    const { status } = await site.ask(path)
    if (status !== 200) lines.push(`Pages need ${path}, which answers ${status}.`)
  }
  if (lines.length > 0) {
    const remedy =
      'Run `portal build` and start portal serve anew; where the site is a copy, copy site/ there anew.'
    return fault(lines.join('\n'), remedy)
  }
  if (site.open.length === 0) return fine('There is no link to look at yet.')
  return fine(`Pages show the documents as they are (${site.open.length} looked at).`)
}

async function problemOf(
  site: LiveSite,
  link: LiveLink,
  { status, text }: Answer,
): Promise<string> {
  if (status !== 200) return `${link.name} answers ${status}.`
  const expected = await fresh(site, link)
  const shown = hooksOf(text)
  if (shown.length === 0) return `${link.name} shows something else than its document.`
  const lacking = hooksOf(expected).filter((hook) => !shown.includes(hook))
  if (lacking.length > 0) return `${link.name} is stale: it does not say ${lacking.join(', ')}.`
  if (sheetOf(text) === sheetOf(expected)) return ''
  return `${link.name} is stale: the text of its document has changed.`
}

async function fresh(
  { app, mode }: LiveSite,
  { path, share, document }: LiveLink,
): Promise<string> {
  const token = path.split('/').at(-1) ?? ''
  return (await renderShare(app, { document, share, token, mode })).html
}

/**
 * What a page says of its document for programs. That somebody looked it says to nobody else, so it may follow later:
 * by the job.
 */
function hooksOf(html: string): string[] {
  const main = (/<main [^>]*>/.exec(html)?.[0] ?? '').replace('"viewed"', '"sent"')
  return main.match(/data-(number|state|balance-due-minor|amount-due-now-minor)="[^"]*"/g) ?? []
}

/** Its text, whatever a host may do to spaces and marks. */
function sheetOf(html: string): string {
  const sheet = /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? ''
  return sheet.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}
