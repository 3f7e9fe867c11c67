import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBrowser, installHint } from '../../src/pdf/find-browser.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()

function program(path: string, mode = 0o755): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '#!/bin/sh\n', { mode })
  return path
}

/** Nothing but what a test puts there. */
const bare = () => ({ PATH: tempDir(), PLAYWRIGHT_BROWSERS_PATH: tempDir() })

describe.runIf(process.platform === 'linux')('the browser', () => {
  test('is the one that pdf.browser names by its path', async () => {
    const path = program(join(tempDir(), 'own'))
    expect(await findBrowser(path, bare())).toBe(path)
  })

  test('is the one that pdf.browser names by its command', async () => {
    const env = bare()
    const path = program(join(env.PATH, 'brave'))
    program(join(env.PATH, 'chromium'))
    expect(await findBrowser('brave', env)).toBe(path)
  })

  test('is none when pdf.browser points to nothing that runs, even if there is another', async () => {
    const env = bare()
    program(join(env.PATH, 'chromium'))
    expect(await findBrowser('/nowhere/chromium', env)).toBeUndefined()
    expect(await findBrowser(program(join(tempDir(), 'text'), 0o644), env)).toBeUndefined()
    expect(await findBrowser(tempDir(), env)).toBeUndefined()
  })

  test('is the one of CHROME_PATH, else the headless shell, else Chromium, Chrome or Edge', async () => {
    const env: Record<string, string> = bare()
    const [first = '', second = ''] = [env.PATH, tempDir()]
    env.PATH = [first, second].join(delimiter)
    expect(await findBrowser('auto', env)).toBeUndefined()
    for (const name of ['microsoft-edge', 'google-chrome-stable', 'chromium']) {
      const path = program(join(first, name))
      expect(await findBrowser('auto', env)).toBe(path)
    }
    const shell = program(join(second, 'chromium-headless-shell'))
    expect(await findBrowser('auto', env)).toBe(shell)
    env.CHROME_PATH = program(join(tempDir(), 'chosen'))
    expect(await findBrowser('auto', env)).toBe(env.CHROME_PATH)
    env.CHROME_PATH = '/nowhere/chrome'
    expect(await findBrowser('auto', env)).toBe(shell)
  })

  test('may be one that Playwright downloaded: the newest headless shell first', async () => {
    const env = bare()
    const cpu = process.arch === 'arm64' ? 'linux-arm64' : 'linux64'
    const cache = env.PLAYWRIGHT_BROWSERS_PATH
    program(join(cache, `chromium-1300/chrome-${cpu}/chrome`))
    const shell = (revision: number) =>
      join(
        cache,
        `chromium_headless_shell-${revision}/chrome-headless-shell-${cpu}/chrome-headless-shell`,
      )
    program(shell(999))
    program(shell(1200))
    expect(await findBrowser('auto', env)).toBe(shell(1200))
  })
})

test('the line that installs one is a single command', () => {
  expect(installHint()).toMatch(/^(sudo )?(apt-get|npx|dnf|pacman|apk|brew|winget) .+/)
  expect(installHint()).not.toContain('\n')
})
