import { createHash } from 'node:crypto'
import type { Config } from '../config/schema.ts'
import { languages } from '../domain/language.ts'
import { shownConfig } from '../domain/shown-config.ts'
import type { Asset } from '../ports/renderer.ts'
import type { Theme } from './themes.ts'

/** Set by the build: words and formats are part of the program, so another program makes other pages. */
declare const PORTAL_BUILD: string | undefined
const thisBuild = typeof PORTAL_BUILD === 'string' ? PORTAL_BUILD : ''

/** A hash of all that pages and sheets are made of, except the documents. */
export function fingerprintOf(config: Config, theme: Theme, assets: Asset[]): string {
  const hash = createHash('sha256')
  const add = (...parts: string[]) => {
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  }
  const { icu, tz } = process.versions
  // Each page names the languages in which it can be read.
  add(
    thisBuild,
    icu ?? '',
    tz ?? '',
    JSON.stringify(languages),
    JSON.stringify(shownConfig(config)),
  )
  for (const [name, source] of [...theme.templates].sort(byName)) add(name, source)
  // The names hold the hashes of stylesheets, scripts, colours and logo; print.css goes into the PDF as it is.
  add(...assets.map(({ name }) => name).sort(), theme.printCss)
  return hash.digest('hex').slice(0, 32)
}

function byName([one]: [string, string], [other]: [string, string]): number {
  return one < other ? -1 : 1
}
