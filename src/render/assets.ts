/** Everything under `/assets/`: each name carries a hash of the bytes, so it may be cached for ever. */
import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { Asset } from '../ports/renderer.ts'
import type { BrandColors } from './brand.ts'
import type { Logo } from './logo.ts'
import { publishScripts, signaturePad } from './scripts.ts'
import { brandCss, pageRule } from './stylesheets.ts'
import type { Theme } from './themes.ts'

/** The kinds of files that a theme may publish; SVG only as the site's own icon. */
const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export type Assets = {
  list: Asset[]
  /** Plain name ("theme.css") → URL path ("/assets/theme-1a2b3c.css"). */
  urls: Record<string, string>
}

/** Gathers stylesheets, scripts, icons and the logo. */
export function gatherAssets(theme: Theme, brand: BrandColors, logo: Logo | null): Assets {
  const files = [...theme.files].filter(([name]) => extname(name) in contentTypes)
  const isScript = ([name]: [string, Buffer]) => extname(name) === '.js'
  const scripts = new Map([['signature-pad.js', signaturePad()], ...files.filter(isScript)])
  const made = new Map([
    ...files.map(([name, bytes]) => [name, asset(name, bytes)] as const),
    ...publishScripts(scripts, asset),
  ])
  const nameOf = (file: string) => made.get(file)?.name ?? file
  // One file in one request: together they compress better, too.
  const css =
    brandCss(brand, theme.settings) +
    `@media screen{${linkFiles(theme.screenCss, nameOf)}}` +
    // One sheet for pages in any language, so the number of the page goes without words.
    `@media print{${pageRule({ dir: 'ltr', foot: '', middle: '' }, { pageNumber: ['', '/', ''] })}` +
    `${linkFiles(theme.printCss, nameOf)}}`
  made.set('theme.css', asset('theme.css', Buffer.from(slim(css))))
  if (logo) made.set('logo.png', asset('logo.png', logo.png))
  return {
    list: [...made.values()],
    urls: Object.fromEntries(
      [...made].map(([name, { name: hashed }]) => [name, `/assets/${hashed}`]),
    ),
  }
}

/** The stylesheet of the printed sheet with its files inside, since nothing can be loaded there. */
export function printStyle(theme: Theme): string {
  return linkFiles(theme.printCss, (file) => {
    const bytes = theme.files.get(file)
    const type = contentTypes[extname(file)]
    return bytes && type ? `data:${type};base64,${bytes.toString('base64')}` : file
  })
}

function asset(name: string, bytes: Buffer): Asset {
  const ending = extname(name)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const plain = name.slice(0, name.length - ending.length).replaceAll('/', '-')
  return {
    name: `${plain}-${hash}${ending}`,
    bytes,
    content_type: contentTypes[ending] ?? 'application/octet-stream',
  }
}

/** A theme's stylesheet writes `url(assets/name.woff2)`. */
function linkFiles(css: string, url: (file: string) => string): string {
  return css.replace(
    /url\(["']?assets\/([\w./-]+)["']?\)/g,
    (_, file: string) => `url("${url(file)}")`,
  )
}

/** Without comments and the space that only people need: smaller where a server does not compress, too. */
function slim(css: string): string {
  const quoted = /("[^"]*"|'[^']*')/
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(quoted)
    .map((part, i) => (i % 2 === 1 ? part : slimUnquoted(part)))
    .join('')
    .trim()
}

function slimUnquoted(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
}
