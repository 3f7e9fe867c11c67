import type { ThemeInfo } from '../../ports/theme.ts'
import { frameAddress, type Look, viewAddress } from './address.ts'
import { html, type Markup } from './markup.ts'
import { type Group, groupsOf, links, none, type ShellInput, shell } from './shell.ts'

/** The list of everything. */
export function indexPage(input: ShellInput): string {
  const { look, samples, themes } = input
  const theme = themes.find(({ name }) => name === look.theme)
  const content = html`<main class="index">
<h1>${look.theme}</h1>
${theme ? lead(theme) : none}
<p class="note">${samples.length} pages, mails and PDFs with made-up data. Save a file of the theme,
config.yml or the logo, and what you look at follows.</p>
<ul class="glance">${Object.entries(glances).map(([id, title]) => glance(look, id, title))}</ul>
<div class="groups">${groupsOf(samples).map((group) => groupCard(look, group))}</div>
</main>`
  return shell(input, { title: 'All samples', kind: 'index', action: '/', content })
}

function lead({ problem, description }: ThemeInfo): Markup {
  if (problem) return html`<p class="lead problem">${problem}</p>`
  return html`<p class="lead">${description || 'A theme without a description.'}</p>`
}

/** What is shown small on top of the list. */
const glances = {
  'invoice-sent': 'An invoice',
  'estimate-sent': 'An estimate',
  pay: 'Paying it',
  'mail-invoice-sent': 'The mail that brings it',
}

function glance(look: Look, id: string, title: string): Markup {
  const src = frameAddress({ ...look, part: 'main' }, id)
  return html`<li><a href="${viewAddress(look, id)}"><span class="small"><iframe src="${src}" title="${title}" tabindex="-1" loading="lazy" inert></iframe></span>
<b>${title}</b></a></li>`
}

function groupCard(look: Look, { title, samples }: Group): Markup {
  return html`<section><h2>${title} <small>${samples.length}</small></h2>${links(look, samples)}</section>`
}
