import type { Config } from '../../config/schema.ts'
import { type Language, languageOf } from '../../domain/language.ts'
import type { Asset, Renderer } from '../../ports/renderer.ts'
import type { Sample } from '../../ports/sample.ts'
import type { ThemeFault, ThemeInfo } from '../../ports/theme.ts'
import type { PreviewTools } from './tools.ts'

/** What samples are shown with, in one theme and language. */
export type Shown = {
  config: Config
  renderer: Renderer
  samples: Sample[]
  /** Of the theme's stylesheets. */
  fault: ThemeFault | undefined
}

export type Stage = {
  /** @throws what is wrong with config.yml, the theme or the logo */
  show(theme: string, lang: Language | 'own'): Promise<Shown>
  /** For the list, which is there whatever is wrong. */
  samples(): Sample[]
  themes(): ThemeInfo[]
  /** The configuration that could be read last. */
  config(): Config
  /** Of what was shown, by its published name. */
  asset(name: string): Asset | undefined
  /** Everything is made anew from the files. */
  forget(): void
}

/** Keeps what is made from the files until they change. */
export function createStage(tools: PreviewTools, first: Config): Stage {
  let config = first
  let themes: ThemeInfo[] | undefined
  let samples: Sample[] | undefined
  const shown = new Map<string, Promise<Shown>>()
  const assets = new Map<string, Asset>()

  async function make(theme: string, lang: Language | 'own'): Promise<Shown> {
    config = await tools.config()
    const chosen = inTheme(config, theme, lang)
    const renderer = await tools.renderer(chosen)
    for (const asset of renderer.assets()) assets.set(asset.name, asset)
    const fault = tools.styleFault(theme)
    return { config: chosen, renderer, samples: tools.samples(chosen), fault }
  }

  return {
    show(theme, lang) {
      const key = `${theme} ${lang}`
      const made = shown.get(key) ?? make(theme, lang)
      shown.set(key, made)
      return made
    },
    samples() {
      samples ??= tools.samples(config)
      return samples
    },
    themes() {
      themes ??= tools.themes()
      return themes
    },
    config: () => config,
    asset: (name) => assets.get(name),
    forget() {
      shown.clear()
      assets.clear()
      themes = undefined
      samples = undefined
    },
  }
}

/** As if the business had chosen that theme, and it and its customers spoke that language. */
function inTheme(config: Config, theme: string, lang: Language | 'own'): Config {
  const { business, branding } = config
  const isOwn = lang === 'own' || languageOf(business.locale) === lang
  return {
    ...config,
    business: { ...business, locale: isOwn ? business.locale : lang },
    branding: { ...branding, theme },
  }
}
