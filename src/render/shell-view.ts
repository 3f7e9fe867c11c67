import type { RenderContext } from './context.ts'
import type { Labels } from './labels.ts'

/** What stands around every page. */
export type ShellView = {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** What a preview of the link says: never more than who it is from. */
  card: string
  /** The content of a meta refresh; empty where the page stays. */
  refresh: string
  /** The colour of the browser's own frame, by scheme. */
  paper: { light: string; dark: string }
  assets: Record<string, string>
  scripts: string[]
  footer: string
  /** The list of languages, as HTML; empty where the page is there in one language only. */
  languages: string
}

type Shell = {
  labels: Labels
  dir: 'ltr' | 'rtl'
  title: string
  /** The title where absent. */
  card?: string
  refresh?: string
  scripts?: (string | undefined)[]
  languages?: string
}

/** Head and foot of a page. */
export function shellView({ config, theme, assets }: RenderContext, shell: Shell): ShellView {
  const { light, dark } = theme.settings
  return {
    lang: shell.labels.language,
    dir: shell.dir,
    title: shell.title,
    card: shell.card ?? shell.title,
    refresh: shell.refresh ?? '',
    paper: { light: light.paper, dark: dark.paper },
    assets,
    scripts: (shell.scripts ?? []).filter((script) => script !== undefined),
    footer: config.branding.footer,
    languages: shell.languages ?? '',
  }
}
