import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { canUseApt, installPackages } from './apt.mjs'
import { rememberTry, wasTriedLately } from './memory.mjs'
import { findProgram, root, run } from './run.mjs'
import { Failure, note, say } from './say.mjs'

const fonts = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji']
const fontFiles = [
  'truetype/noto/NotoSansArabic-Regular.ttf',
  'opentype/noto',
  'truetype/noto/NotoColorEmoji.ttf',
]

/** A browser that prints PDFs, fonts for the scripts of the world and, for tests, tools that read PDFs. */
export function prepareBrowser({ forTests }) {
  if (canUseApt()) prepareWithApt({ forTests })
  const browser = findBrowser() ?? downloadBrowser()
  if (browser) return note(`PDFs are printed with ${browser}.`)
  const message =
    'No Chrome, Chromium or Edge was found and none could be downloaded; PDFs need one.'
  const remedy = installLine()
  if (forTests) throw new Failure(message, remedy)
  say(`${message} Everything else works. Later run: ${remedy}`)
}

function prepareWithApt({ forTests }) {
  if (!findBrowser()) tryInstall(['chromium-headless-shell']) || tryInstall(['chromium'])
  if (!hasFonts()) tryInstall(fonts)
  if (forTests && !findProgram('pdftotext')) tryInstall(['poppler-utils'])
}

function tryInstall(packages) {
  const key = `apt ${packages.join(' ')}`
  if (wasTriedLately(key)) return false
  const done = installPackages(packages)
  if (!done) {
    rememberTry(key)
    say(`apt-get could not install ${packages.join(', ')}.`)
  }
  return done
}

function hasFonts() {
  return fontFiles.every((path) => existsSync(join('/usr/share/fonts', path)))
}

/** The same places as the product looks at (src/pdf/find-browser.ts). */
export function findBrowser() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH && existsSync(CHROME_PATH)) return CHROME_PATH
  return findProgram(...commands) ?? applications().find(existsSync) ?? findDownloaded()
}

const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

function applications() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    )
  }
  if (process.platform !== 'win32') return []
  const { PROGRAMFILES, LOCALAPPDATA } = process.env
  const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter(Boolean)
  return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap(
    (path) => folders.map((folder) => join(folder, path)),
  )
}

/** What playwright-core downloaded, on any system. */
function findDownloaded() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(cacheFolder(), 'ms-playwright')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const name = names.find((found) => /^chromium/.test(found))
  return name && existsSync(join(folder, name, 'INSTALLATION_COMPLETE'))
    ? join(folder, name)
    : undefined
}

function cacheFolder() {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches')
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? homedir()
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
}

/** A download that stands still for so long will not come. */
const downloadTimeoutMs = 180_000

function downloadBrowser() {
  if (wasTriedLately('browser download')) return undefined
  say('Downloading a browser for PDFs (playwright-core install chromium-headless-shell)…')
  const program = join(root, 'node_modules/playwright-core/cli.js')
  // With the libraries it needs where they may be installed.
  const options = canUseApt() ? ['--with-deps'] : []
  run(process.execPath, [program, 'install', ...options, 'chromium-headless-shell'], {
    output: 'on failure',
    timeoutMs: downloadTimeoutMs,
  })
  const found = findDownloaded()
  if (!found) rememberTry('browser download')
  return found
}

function installLine() {
  if (process.platform !== 'linux') return 'npx playwright-core install chromium-headless-shell'
  if (!existsSync('/etc/debian_version'))
    return 'npx playwright-core install --with-deps chromium-headless-shell'
  return `sudo apt-get install chromium ${fonts.join(' ')}`
}
