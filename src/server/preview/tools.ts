import type { Config } from '../../config/schema.ts'
import type { Renderer } from '../../ports/renderer.ts'
import type { Sample } from '../../ports/sample.ts'
import type { ThemeFault, ThemeInfo } from '../../ports/theme.ts'
import type { Watched } from './watch-files.ts'

/** What the preview gets from the house: no database, no mailer, no provider. */
export type PreviewTools = {
  /** As config.yml stands. @throws PortalError config_invalid */
  config(): Promise<Config>
  themes(): ThemeInfo[]
  /** Fresh from the files. @throws PortalError config_invalid for a theme, colour or logo that will not do */
  renderer(config: Config): Promise<Renderer>
  samples(config: Config): Sample[]
  /** Where an error comes from. */
  explain(theme: string, error: unknown): ThemeFault
  /** Faults of stylesheets, which nobody else complains about. */
  styleFault(theme: string): ThemeFault | undefined
  /** @throws PortalError when there is no browser to print with */
  print(html: string, config: Config): Promise<Buffer>
  /** What a change of makes pages look otherwise; the configuration is the last that could be read. */
  watched(config: Config): Watched
  /** The bytes of one of the preview's own files. */
  file(name: PreviewFile): Buffer
}

/** The files of the preview itself, below `templates/preview/`. */
export const previewFiles = {
  'preview.css': 'text/css; charset=utf-8',
  'preview.js': 'text/javascript; charset=utf-8',
} as const satisfies Record<string, string>
export type PreviewFile = keyof typeof previewFiles
