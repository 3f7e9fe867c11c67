import { createHash } from 'node:crypto'
import type { Config } from '../config/schema.ts'
import { providerNames } from '../domain/checkout.ts'
import { languages } from '../domain/language.ts'
import type { Asset } from '../ports/renderer.ts'
import type { Theme } from './themes.ts'

/** Raise it when the code under src/render changes what pages or sheets say. */
const renderVersion = 6

/** A hash of all that pages and sheets are made of, except the documents. */
export function fingerprintOf(config: Config, theme: Theme, assets: Asset[]): string {
  const hash = createHash('sha256')
  const add = (...parts: string[]) => {
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  }
  // Each page names the languages in which it can be read.
  add(String(renderVersion), JSON.stringify(languages), JSON.stringify(shownConfig(config)))
  for (const [name, source] of [...theme.templates].sort(byName)) add(name, source)
  // The names hold the hashes of stylesheets, scripts, colours and logo; print.css goes into the PDF as it is.
  add(...assets.map(({ name }) => name).sort(), theme.printCss)
  return hash.digest('hex').slice(0, 32)
}

/** The parts of the configuration that reach a page. */
function shownConfig({ business, branding, payments, pdf, links }: Config): unknown {
  const { online, instructions, partial } = payments
  return {
    business,
    branding,
    payments: {
      online,
      instructions,
      partial,
      // Never more of a provider than that it is there: the rest of its settings is secret.
      enabled: providerNames.filter((name) => payments[name].enabled),
    },
    page: pdf.page,
    renew: links.renew,
  }
}

function byName([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : 1
}
