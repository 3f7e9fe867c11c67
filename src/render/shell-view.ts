import type { RenderContext } from './context.ts'
import type { Labels } from './labels.ts'

/** What stands around every page. */
export type ShellView = {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** The colour of the browser's own frame, by scheme. */
  paper: { light: string; dark: string }
  assets: Record<string, string>
  scripts: string[]
  footer: string
}

type Shell = {
  labels: Labels
  dir: 'ltr' | 'rtl'
  title: string
  scripts: (string | undefined)[]
}

/** Head and foot of a page. */
export function shellView({ config, theme, assets }: RenderContext, shell: Shell): ShellView {
  const { light, dark } = theme.settings
  return {
    lang: shell.labels.language,
    dir: shell.dir,
    title: shell.title,
    paper: { light: light.paper, dark: dark.paper },
    assets,
    scripts: shell.scripts.filter((script) => script !== undefined),
    footer: config.branding.footer,
  }
}
