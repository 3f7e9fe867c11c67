/** The README's five minutes, followed word by word by somebody with nothing but the program. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/source-imports.ts'
import { tempDirs } from '../support/temp-dir.ts'

type Step = { commands: string; shown: string }

const tempDir = tempDirs()
const running: ChildProcess[] = []
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'ignore' })
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

test('the tour in the README does what it shows', async () => {
  const home = tempDir()
  const steps = readSteps()
  expect(steps.length).toBeGreaterThan(5)
  const port = await freePort()
  let said = ''
  for (const { commands, shown } of steps) {
    const answer = await follow(commands, home)
    const plain = answer.replaceAll(`:${port}`, ':4180')
    if (shown) expect(plain).toMatch(patternOf(shown))
    said += answer
    // The only difference: others may use the port here.
    if (commands.includes('portal init')) usePort(join(home, 'acme'), port)
  }
  const [link = ''] = /http:\S+\/i\/\S+/.exec(said) ?? []
  const page = await fetch(link)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('$7,828.00')])
})

/** Each block of commands under "Five minutes", with the output that is shown under it. */
function readSteps(): Step[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, tour = ''] = /^## Five minutes\n(.*?)^## /ms.exec(readme) ?? []
  const blocks = [...tour.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  return blocks.flatMap(([, language, commands = ''], i) => {
    const [, next, shown = ''] = blocks[i + 1] ?? []
    return language === 'sh' ? [{ commands, shown: next === 'text' ? shown : '' }] : []
  })
}

/** "…" stands for anything: within a line, or alone for any lines. */
function patternOf(shown: string): RegExp {
  const lines = shown.trimEnd().split('\n')
  const parts = lines.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${escaped(line)}\\n`))
  return new RegExp(`^${parts.join('')}$`)
}

function escaped(line: string): string {
  return line
    .split('…')
    .map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*')
}

/** In a shell that stops at the first failure, in the folder that the tour has entered by then. */
async function follow(commands: string, home: string): Promise<string> {
  const isFirst = commands.startsWith('mkdir')
  const child = spawn('bash', ['-ec', commands], {
    cwd: isFirst ? home : join(home, 'acme'),
    env: { PATH: `${programFolder(home)}:${process.env.PATH}`, HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  if (commands === 'portal serve\n') {
    await once(child.stdout, 'data')
    return output
  }
  const [code] = await once(child, 'close')
  expect([code, output]).toEqual([0, output])
  return output
}

/** What `npm link` does: the command `portal`, wherever one is. */
function programFolder(home: string): string {
  const folder = join(home, 'path')
  mkdirSync(folder, { recursive: true })
  const script = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/portal.js')}' "$@"\n`
  writeFileSync(join(folder, 'portal'), script, { mode: 0o755 })
  return folder
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

function usePort(workspace: string, port: number): void {
  const path = join(workspace, 'config.yml')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replaceAll('4180', String(port)))
}
