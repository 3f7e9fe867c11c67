import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClock } from './config/clock.ts'
import type { Environment } from './config/environment.ts'
import { loadConfig } from './config/load.ts'
import { configName } from './config/workspace.ts'
import { packageDir } from './package-dir.ts'
import type { PdfPrinter } from './ports/pdf-printer.ts'
import type { ThemeInfo, ThemeLook } from './ports/theme.ts'
import type { PreviewTools } from './server/preview/tools.ts'

/** The themes that a workspace can choose from, its own and the program's, and what each looks like. */
export async function describeThemes(
  dir: string,
): Promise<{ items: ThemeInfo[]; lookOf(name: string): ThemeLook }> {
  const found = await import('./render/describe-themes.ts')
  const roots = { workspaceDir: dir, packageDir: packageDir() }
  return { items: found.describeThemes(roots), lookOf: (name) => found.lookOf(name, roots) }
}

/**
 * What it takes to look at the themes of a workspace: its configuration and files, and a browser to print with
 * once a PDF is asked for. Its database is not opened, and nothing is written.
 */
export async function openPreview(
  dir: string,
  env: Environment,
): Promise<PreviewTools & { close(): Promise<void> }> {
  const [{ createRenderer }, { createSamples, sampleConfig }, themes, faults] = await Promise.all([
    import('./render/create-renderer.ts'),
    import('./render/samples/samples.ts'),
    import('./render/describe-themes.ts'),
    import('./render/find-fault.ts'),
  ])
  const roots = { workspaceDir: dir, packageDir: packageDir() }
  let clock = { now: () => new Date() }
  let printer: Promise<PdfPrinter> | undefined
  return {
    async config() {
      const { config, env: whole } = await loadConfig(dir, env)
      clock = createClock(whole, config.payments)
      return config
    },
    themes: () => themes.describeThemes(roots),
    renderer: (config) => createRenderer({ config: sampleConfig(config), ...roots }),
    samples: (config) => createSamples(sampleConfig(config), clock.now()),
    explain: (theme, error) => faults.explainFault(theme, roots, error),
    styleFault: (theme) => faults.styleFault(theme, roots),
    async print(html, { pdf }) {
      printer ??= import('./pdf/printer.ts').then(({ createPdfPrinter }) =>
        createPdfPrinter({ browser: pdf.browser }),
      )
      const created_at = clock.now().toISOString()
      return (await printer).print({ html, page: pdf.page, created_at })
    },
    watched: ({ branding }) => ({
      folders: [join(dir, 'themes'), join(packageDir(), 'themes'), join(packageDir(), 'templates')],
      files: [configName, '.env', branding.logo]
        .filter((file) => file !== null)
        .map((file) => resolve(dir, file)),
    }),
    file: (name) => readFileSync(join(packageDir(), 'templates', 'preview', name)),
    close: async () => (await printer)?.close(),
  }
}
