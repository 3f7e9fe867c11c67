import type { Config } from '../config/schema.ts'
import { freshUntil } from '../domain/standing.ts'
import type { Renderer } from '../ports/renderer.ts'
import { createApprovalPages } from './approval-pages.ts'
import { gatherAssets } from './assets.ts'
import { brandColors } from './brand.ts'
import type { RenderContext } from './context.ts'
import { createEngine } from './engine.ts'
import { fingerprintOf } from './fingerprint.ts'
import { createHistoryPages } from './history-pages.ts'
import { loadAllLabels, loadLabels } from './labels.ts'
import { loadLogo } from './logo.ts'
import { readLogoGround } from './logo-ground.ts'
import { renderMail } from './mail.ts'
import { noticeView } from './notice-view.ts'
import { pageView } from './page-view.ts'
import { createPaymentPages } from './payment-pages.ts'
import { pdfView } from './pdf-view.ts'
import { stopView } from './stop-view.ts'
import { loadTheme } from './themes.ts'

export type RendererOptions = {
  config: Config
  workspaceDir: string
  /** The folder with the package's own `templates/` and `themes/`. */
  packageDir: string
}

/**
 * Reads theme and logo once and keeps everything compiled. Throws config_invalid for an unknown or broken theme,
 * a bad brand colour or a bad logo.
 */
export async function createRenderer(options: RendererOptions): Promise<Renderer> {
  const { config, workspaceDir } = options
  const theme = loadTheme(config.branding.theme, options)
  const logo = await loadLogo(workspaceDir, config.branding.logo)
  const ground = logo ? await readLogoGround(logo.png, theme.settings) : undefined
  const brand = { ...brandColors(config.branding, theme.settings), ground }
  await loadLabels(config.business.locale)
  const assets = gatherAssets(theme, brand, logo)
  const engine = createEngine(theme)
  const context: RenderContext = { config, theme, engine, brand, logo, assets: assets.urls }
  return {
    fingerprint: fingerprintOf(config, theme, assets.list),
    speak: (locale) => (locale === undefined ? loadAllLabels() : loadLabels(locale)),
    remarks: brand.remarks,
    page: (input) => ({
      html: engine.render('pages/document', pageView(context, input)),
      fresh_until_at: freshUntil(input.document, config.business.time_zone, input.now),
    }),
    notice: (input) => engine.render('pages/notice', noticeView(context, input)),
    pdf: (document) => engine.render('pdf/document', pdfView(context, document)),
    mail: (input) => renderMail(context, input),
    payments: createPaymentPages(context),
    approvals: createApprovalPages(context),
    history: createHistoryPages(context),
    stop: (input) => engine.render('pages/stop', stopView(context, input)),
    assets: () => assets.list,
  }
}
