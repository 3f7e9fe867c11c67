/**
 * Makes every picture of the documentation anew, from the demo at a fixed time: `npm run docs:shots`, or
 * `npm run docs:shots -- pay receipt` for those named. Which there are: shots/list.mjs. Beside them it notes what
 * they show, so that a test can say which to make again.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from './build.mjs'
import { findBrowser } from './setup/browser.mjs'
import { root } from './setup/run.mjs'
import { openDemo } from './shots/demo.mjs'
import { listShots } from './shots/list.mjs'
import { save } from './shots/save.mjs'
import { markOf, notes, readNotes } from './shots/shows.mjs'

const wanted = process.argv.slice(2)
const folder = join(root, 'docs/images')

await build()
mkdirSync(folder, { recursive: true })
const demo = await openDemo()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
const shown = wanted.length > 0 && existsSync(notes) ? readNotes() : {}
try {
  for (const shot of listShots()) {
    const { name, take } = shot
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const path = join(folder, `${name}.png`)
    const { width, height, bytes } = await save(path, await take({ demo, browser }))
    shown[name] = await markOf(shot, demo)
    console.error(`${name}.png  ${width} × ${height}, ${Math.round(bytes / 1024)} kB`)
  }
  writeFileSync(notes, `${JSON.stringify(shown, Object.keys(shown).sort(), 2)}\n`)
} finally {
  await browser.close()
  await demo.close()
}
