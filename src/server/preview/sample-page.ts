import { type Sample, sampleGroups } from '../../ports/sample.ts'
import {
  frameAddress,
  type Look,
  type Part,
  parts,
  viewAddress,
  type Width,
  widths,
} from './address.ts'
import { html, type Markup } from './markup.ts'
import { groupsOf, links, none, type ShellInput, shell, titleOf } from './shell.ts'

/** One sample in a frame of the chosen width. */
export function samplePage(input: ShellInput, sample: Sample): string {
  const { look, samples } = input
  const address = frameAddress(look, sample.id)
  const content = html`<div class="work">
<nav class="side" aria-label="All samples">${groupsOf(samples).map(
    (group) =>
      html`<details${group.name === sample.group ? opened : none}><summary>${group.title} <small>${group.samples.length}</small></summary>${links(look, group.samples, sample.id)}</details>`,
  )}</nav>
<main class="stage">
<header>
<div class="names"><p><a href="${viewAddress(look)}">All samples</a> › ${sampleGroups[sample.group]}</p><h1>${sample.title}</h1></div>
${neighbours(look, samples, sample)}
${partChoice(look, sample)}
${sample.kind === 'sheet' ? none : widthChoice(look, sample.id)}
<a class="alone" href="${address}" target="_blank">Open alone</a>
</header>
<p class="says" id="says"></p>
<div class="desk"><div class="room"><iframe id="frame" data-width="${sample.kind === 'sheet' ? 'fit' : look.width}" src="${address}" title="${titleOf(sample)}"></iframe></div></div>
</main></div>`
  const action = `/view/${sample.id}`
  return shell(input, { title: titleOf(sample), kind: 'view', action, content })
}

const opened = html` open`

function neighbours(look: Look, samples: Sample[], sample: Sample): Markup {
  const index = samples.indexOf(sample)
  const to = (step: -1 | 1, rel: string, label: string) => {
    const other = samples.at((index + step) % samples.length) ?? sample
    const href = viewAddress({ ...look, part: 'main' }, other.id)
    return html`<a rel="${rel}" href="${href}" title="${titleOf(other)}">${label}</a>`
  }
  return html`<div class="steps">${to(-1, 'prev', '← Before')}${to(1, 'next', 'Next →')}</div>`
}

const widthNames: Record<Width, string> = {
  fit: 'Fit',
  '360': 'Phone',
  '768': 'Tablet',
  '1280': 'Desktop',
}

function widthChoice(look: Look, id: string): Markup {
  return html`<div class="segments widths" role="group" aria-label="Width">${widths.map((width) => {
    const href = viewAddress({ ...look, width }, id)
    const says = width === 'fit' ? 'As wide as there is room' : `${width} pixels wide`
    return html`<a href="${href}" title="${says}"${width === look.width ? chosen : none}>${widthNames[width]}</a>`
  })}</div>`
}

const chosen = html` aria-current="true"`

const partNames = {
  page: null,
  mail: { main: 'HTML', other: 'Text' },
  sheet: { main: 'PDF', other: 'Unprinted' },
} as const satisfies Record<Sample['kind'], Record<Part, string> | null>

function partChoice(look: Look, { id, kind }: Sample): Markup {
  const names = partNames[kind]
  if (!names) return none
  return html`<div class="segments" role="group" aria-label="Part">${parts.map((part) => {
    const href = viewAddress({ ...look, part }, id)
    return html`<a href="${href}"${part === look.part ? chosen : none}>${names[part]}</a>`
  })}</div>`
}
