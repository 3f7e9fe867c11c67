import { constants, readFileSync } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

type Environment = Record<string, string | undefined>

/**
 * The browser that prints PDFs: what `pdf.browser` names (a path, or a command of the PATH), and for
 * `auto` CHROME_PATH, then an installed Chromium, Chrome or Edge, then one that Playwright downloaded.
 * The small headless shell comes first because it starts three times as fast.
 * @returns its absolute path; undefined when there is none, or nothing to run where the setting points
 */
export async function findBrowser(
  setting: string,
  env: Environment = process.env,
): Promise<string | undefined> {
  if (setting !== 'auto') {
    return /[\\/]/.test(setting)
      ? firstProgram([resolve(setting)])
      : firstProgram(onPath([setting], env))
  }
  return firstProgram([
    ...(env.CHROME_PATH ? [resolve(env.CHROME_PATH)] : []),
    ...onPath(commands, env),
    ...applications(env),
    ...(await downloads(env)),
  ])
}

/** One line that installs a browser on this system. */
export function installHint(): string {
  if (process.platform === 'darwin') return 'brew install --cask google-chrome'
  if (process.platform === 'win32') return 'winget install --exact --id Google.Chrome'
  return (
    linuxLines[distribution()] ?? 'npx playwright-core install --with-deps chromium-headless-shell'
  )
}

/** Ubuntu is missing on purpose: its chromium package is an empty shell around a snap. */
const linuxLines: Record<string, string> = {
  alpine: 'sudo apk add chromium',
  arch: 'sudo pacman -S chromium',
  debian: 'sudo apt-get install chromium-headless-shell',
  fedora: 'sudo dnf install chromium-headless',
}

function distribution(): string {
  try {
    return /^ID="?(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
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

function onPath(names: string[], env: Environment): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  const ending = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
}

/** Where browsers live that are not on the PATH. */
function applications(env: Environment): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    )
  }
  if (process.platform !== 'win32') return []
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
  return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap(
    (path) => folders.flatMap((folder) => (folder ? [join(folder, path)] : [])),
  )
}

/** What `playwright-core install` put into its cache: the headless shell first, the newest first. */
async function downloads(env: Environment): Promise<string[]> {
  const root = env.PLAYWRIGHT_BROWSERS_PATH || join(cacheFolder(env), 'ms-playwright')
  const names = await readdir(root).catch((): string[] => [])
  const revision = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? 0)
  return ['chromium_headless_shell-', 'chromium-'].flatMap((start) =>
    names
      .filter((name) => name.startsWith(start))
      .sort((a, b) => revision(b) - revision(a))
      .flatMap((name) => programs().map((path) => join(root, name, path))),
  )
}

function cacheFolder(env: Environment): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches')
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local')
  return env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
}

function programs(): string[] {
  const cpu = process.arch === 'arm64' ? 'arm64' : 'x64'
  const shell = 'chrome-headless-shell'
  if (process.platform === 'darwin') {
    const app = 'Google Chrome for Testing'
    return [`${shell}-mac-${cpu}/${shell}`, `chrome-mac-${cpu}/${app}.app/Contents/MacOS/${app}`]
  }
  if (process.platform === 'win32')
    return [`${shell}-win64/${shell}.exe`, 'chrome-win64/chrome.exe']
  const system = cpu === 'arm64' ? 'linux-arm64' : 'linux64'
  return [`${shell}-${system}/${shell}`, `chrome-${system}/chrome`]
}

async function firstProgram(paths: string[]): Promise<string | undefined> {
  for (const path of paths) if (await isProgram(path)) return path
  return undefined
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
