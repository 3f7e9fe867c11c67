import { fileURLToPath } from 'node:url'
import { type Config, configSchema } from '../../src/config/schema.ts'
import type { Document } from '../../src/domain/document.ts'
import type { PageInput, Renderer } from '../../src/ports/renderer.ts'
import { createRenderer } from '../../src/render/create-renderer.ts'

/** The folder with the package's own templates and themes. */
export const packageDir = fileURLToPath(new URL('../..', import.meta.url))

const business = {
  name: 'Acme Remodeling',
  email: 'office@acme.example',
  phone: '(555) 010-2030',
  website: 'https://acme.example',
  address: ['12 Market Street', 'Springfield, IL 62701'],
  tax_id: '12-3456789',
}

/** The configuration of the tests' business, with `changes` over it. */
export function acme(changes: Record<string, unknown> = {}): Config {
  return configSchema.parse({ business, ...changes })
}

/** A renderer for it in every language, without a logo unless the changes name one. */
export async function renderer(
  changes: Record<string, unknown> = {},
  workspaceDir = packageDir,
): Promise<Renderer> {
  const made = await createRenderer({ config: acme(changes), workspaceDir, packageDir })
  await made.speak()
  return made
}

/** The page of a document on January 21, 2025, or on the day given. */
export function pageOf(
  { page }: Renderer,
  document: Document,
  changes: Partial<PageInput> & { on?: string } = {},
): string {
  const { on = '2025-01-21', ...input } = changes
  const now = new Date(`${on}T12:00:00Z`)
  return page({ document, path: '/i/token', scope: 'full', now, mode: 'live', ...input }).html
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** What a page says, as one line of text. */
export function textOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
