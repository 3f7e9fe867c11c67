import { fileURLToPath } from 'node:url'
import { type Config, configSchema } from '../../src/config/schema.ts'
import { brandColors } from '../../src/render/brand.ts'
import { createEngine } from '../../src/render/engine.ts'
import { loadAllLabels } from '../../src/render/labels.ts'
import type { MailContext } from '../../src/render/mail.ts'
import { loadTheme } from '../../src/render/themes.ts'

/* A renderer loads what its documents speak; mails are rendered here without one. */
await loadAllLabels()

const packageDir = fileURLToPath(new URL('../..', import.meta.url))

/** The business of the tests' mails; `changes` are written over its configuration. */
export function acmeConfig(changes: Record<string, unknown> = {}): Config {
  return configSchema.parse({
    business: {
      name: 'Acme Remodeling',
      email: 'hello@acme.example',
      phone: '(555) 123-4567',
      website: 'acme.example',
      address: ['123 Main Street', 'Springfield, IL 62701'],
    },
    public_url: 'https://portal.acme.example',
    ...changes,
  })
}

/** What mails are rendered with: the classic theme and the business's colours. */
export function mailContext(config: Config = acmeConfig()): MailContext {
  const theme = loadTheme(config.branding.theme, { workspaceDir: packageDir, packageDir })
  const brand = brandColors(config.branding, theme.settings)
  return { config, theme, brand, engine: createEngine(theme) }
}
