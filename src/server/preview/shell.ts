/** What stands around the samples: the choices on top, and lists of links. */
import { createHash } from 'node:crypto'
import { languages } from '../../domain/language.ts'
import { type Sample, type SampleGroup, sampleGroups } from '../../ports/sample.ts'
import type { ThemeInfo } from '../../ports/theme.ts'
import { type Look, schemes, viewAddress } from './address.ts'
import { html, type Markup } from './markup.ts'

/** What the shell says besides the sample itself. */
export type ShellInput = {
  look: Look
  samples: Sample[]
  themes: ThemeInfo[]
  business: { name: string; locale: string; theme: string }
  /** Names the state of the files. */
  version: string
}

type Around = { title: string; kind: 'index' | 'view'; action: string; content: Markup }

/** The whole page. */
export function shell(input: ShellInput, { title, kind, action, content }: Around): string {
  const { look, version } = input
  return html`<!doctype html>
<html lang="en" data-version="${version}" data-shell="${shellMark(input)}">
<head>
<meta charset="utf-8">
<title>${title} · ${look.theme}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview.css">
<script type="module" src="/preview.js"></script>
</head>
<body class="${kind}">
<header class="bar">
<a class="home" href="${viewAddress(look)}"><b>Theme preview</b><span>${input.business.name}</span></a>
${choices(input, action)}
<p class="live" id="live" role="status"></p>
</header>
${content}
</body>
</html>`.markup
}

/** Another one whenever the choices on the page would be others. */
function shellMark({ themes, business, samples }: ShellInput): string {
  const ids = samples.map(({ id }) => id)
  const hash = createHash('sha256').update(JSON.stringify([themes, business, ids]))
  return hash.digest('hex').slice(0, 12)
}

function choices({ look, themes, business }: ShellInput, action: string): Markup {
  const themeOptions = themes.map(({ name, problem }) => ({
    value: name,
    label: `${name}${name === business.theme ? ' (in use)' : ''}${problem ? ' (broken)' : ''}`,
  }))
  const own = { value: 'own', label: `Your own (${business.locale})` }
  const spoken = Object.entries(languages).map(([value, label]) => ({ value, label }))
  const colors = { system: 'Of your browser', light: 'Light', dark: 'Dark' }
  const schemeOptions = schemes.map((value) => ({ value, label: colors[value] }))
  return html`<form action="${action}">
${select('theme', 'Theme', themeOptions, look.theme)}
${select('lang', 'Language', [own, ...spoken], look.lang)}
${select('scheme', 'Colours', schemeOptions, look.scheme)}
<input type="hidden" name="width" value="${look.width}">
<input type="hidden" name="part" value="${look.part}">
<noscript><button>Show</button></noscript>
</form>`
}

type Option = { value: string; label: string }

function select(name: string, label: string, options: Option[], value: string): Markup {
  return html`<label>${label} <select name="${name}">${options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === value ? selected : none}>${option.label}</option>`,
  )}</select></label>`
}

const selected = html` selected`

export type Group = { name: SampleGroup; title: string; samples: Sample[] }

/** All samples by their groups. */
export function groupsOf(samples: Sample[]): Group[] {
  const names = Object.keys(sampleGroups) as SampleGroup[]
  return names.map((name) => ({
    name,
    title: sampleGroups[name],
    samples: samples.filter(({ group }) => group === name),
  }))
}

/** Links to samples; the one that is shown says so. */
export function links(look: Look, samples: Sample[], current?: string): Markup {
  return html`<ul>${samples.map(
    ({ id, title }) =>
      html`<li><a href="${viewAddress({ ...look, part: 'main' }, id)}"${id === current ? currently : none}>${title}</a></li>`,
  )}</ul>`
}

const currently = html` aria-current="page"`
export const none = html``

/** "Invoices: Sent". */
export function titleOf(sample: Sample | undefined): string {
  return sample ? `${sampleGroups[sample.group]}: ${sample.title}` : ''
}
