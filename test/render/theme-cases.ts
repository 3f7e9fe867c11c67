/** Every theme there is, a workspace's among them, in colours of any brightness: what to look at in which. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Renderer } from '../../src/ports/renderer.ts'
import type { Sample } from '../../src/ports/sample.ts'
import { createSamples, sampleConfig } from '../../src/render/samples/samples.ts'
import { listThemes, loadTheme } from '../../src/render/themes.ts'
import { newTheme } from '../../src/usecases/new-theme.ts'
import { line } from './documents.ts'
import { acme, packageDir, renderer } from './rendering.ts'

/** With PORTAL_THEMES=all everything is looked at in everything; else each pair of values once. */
export const isWhole = process.env.PORTAL_THEMES === 'all'

/** Short words, long words, no spaces between words, from right to left. */
export const spoken = ['en-US', 'de-DE', 'ja-JP', 'ar-EG'] as const satisfies string[]
type Locale = (typeof spoken)[number]

/** From white to black, with one that neither white nor black stands out from well. */
const colors = ['#1f5fbf', '#ffffff', '#000000', '#ffd43b', '#767676']

/** A theme in a language, with all there is to see in it. */
export type Themed = { theme: string; locale: Locale; made: Renderer; samples: Sample[] }

/**
 * A workspace with a logo, and with a theme as `portal theme new` makes it: all that it proposes is switched on,
 * and it has a template.
 */
export async function writeWorkspace(dir: string): Promise<void> {
  const themes = listThemes({ workspaceDir: dir, packageDir })
  const lookOf = (name: string) => loadTheme(name, { workspaceDir: dir, packageDir }).settings
  const own = newTheme({ dir, packageDir, name: 'own', parent: 'studio', themes, lookOf })
  for (const file of own.files) propose(join(own.dir, file))
  mkdirSync(join(own.dir, 'templates', 'partials'))
  const brand = '<p class="brand"><bdi class="name"><%= it.business_name %></bdi></p>'
  writeFileSync(join(own.dir, 'templates', 'partials', 'brand.eta'), brand)
  const logo = { width: 400, height: 100, channels: 3 as const, background: '#123456' }
  writeFileSync(join(dir, 'logo.png'), await sharp({ create: logo }).png().toBuffer())
}

/** Takes the comment marks away from every example, but for a font that is not there. */
function propose(path: string): void {
  const written = readFileSync(path, 'utf8')
  const examples = path.endsWith('.css')
    ? /\/\* [^*\n]*\n([^*@]*\{[^*@]*)\*\//g
    : /^#((?:[a-z]| {2}).*)/gm
  const proposed = written.replace(examples, '$1')
  if (proposed === written && !path.endsWith('.md')) throw new Error(`${path} proposes nothing.`)
  writeFileSync(path, proposed)
}

/** Each theme in each language, with the samples; colours and logo differ from one to the next. */
export async function themed(workspaceDir: string): Promise<Themed[]> {
  const all: Themed[] = []
  for (const [t, theme] of listThemes({ workspaceDir, packageDir }).entries()) {
    for (const [l, locale] of spoken.entries()) {
      const settings = settingsOf(theme, locale, t + l)
      const made = await renderer(settings, workspaceDir)
      all.push({ theme, locale, made, samples: samplesOf(settings) })
    }
  }
  return all
}

function settingsOf(theme: string, locale: Locale, turn: number): Record<string, unknown> {
  const { business } = acme()
  const branding = {
    theme,
    color: colors[turn % colors.length],
    accent: colors[(turn + 2) % colors.length],
    logo: locale === 'de-DE' || locale === 'ar-EG' ? 'logo.png' : null,
    footer: 'Licensed and insured.',
  }
  const payments = { partial: { enabled: true } }
  return sampleConfig(acme({ business: { ...business, locale }, branding, payments }))
}

const now = new Date('2026-11-20T12:00:00Z')

function samplesOf(settings: Record<string, unknown>): Sample[] {
  const config = acme(settings)
  const wide = createSamples(config, now, { items: wideItems, terms: longWord, notes: longWord })
  return [
    ...createSamples(config, now),
    ...wide
      .filter(({ id }) => widened.includes(id))
      .map((sample) => ({ ...sample, id: `${sample.id}-wide` })),
  ]
}

/** Those that show items. */
const widened = ['invoice-partly-paid', 'estimate-approved', 'approve', 'receipt', 'pdf-invoice']
const longWord = 'unbreakable'.repeat(20)
const wideItems = [
  line(`${longWord}\n${longWord}`, '1234567.123456', 'square feet', '1234.567891'),
  line('Wand', '1', '', '98765432.10'),
]
