import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { root } from './source-imports.ts'

export const portalBin = join(root, 'bin/portal.js')

export type Ran = {
  code: number | null
  stdout: string
  stderr: string
  /** The JSON document on stdout; throws when there is anything else. */
  json(): Json
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what scripts read, without types
export type Json = any

export type RunOptions = { input?: string; env?: Record<string, string>; cwd?: string }

/** The time that commands of a test see. */
export const testNow = '2025-01-15T15:00:00Z'

/** Runs the built program as a person or a script does, in the workspace `dir`. */
export function runPortal(dir: string, args: string[], options: RunOptions = {}): Promise<Ran> {
  const { PATH, HOME, CHROME_PATH } = process.env
  const inherited = CHROME_PATH ? { PATH, HOME, CHROME_PATH } : { PATH, HOME }
  const clock = { PORTAL_TEST: '1', PORTAL_NOW: testNow }
  const child = spawn(process.execPath, [portalBin, ...args], {
    cwd: options.cwd ?? dir,
    env: { ...inherited, PORTAL_DIR: dir, ...clock, ...options.env },
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => err.push(chunk))
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      const stdout = Buffer.concat(out).toString()
      const stderr = Buffer.concat(err).toString()
      resolve({ code, stdout, stderr, json: () => JSON.parse(stdout) })
    })
  })
}

export type Workspace = {
  dir: string
  /** Runs a command line, with `--json` behind it. */
  json(...args: string[]): Promise<Ran>
  /** Runs a command line as it is. */
  run(...args: string[]): Promise<Ran>
  /** The same with something on standard input. */
  feed(input: string, ...args: string[]): Promise<Ran>
}

/** Builds what is tested when that was not done, and makes workspaces that go away with the tests. */
export function portalWorkspaces(): () => Promise<Workspace> {
  const made: string[] = []
  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'ignore' })
  })
  afterAll(() => {
    for (const dir of made) rmSync(dir, { recursive: true, force: true })
  })
  return async () => {
    const dir = mkdtempSync(join(tmpdir(), 'portal-cli-'))
    made.push(dir)
    await runPortal(dir, [
      'init',
      '--yes',
      ...['--name', 'Acme Remodeling', '--email', 'office@acme.example'],
    ])
    return {
      dir,
      json: (...args) => runPortal(dir, [...args, '--json']),
      run: (...args) => runPortal(dir, args),
      feed: (input, ...args) => runPortal(dir, args, { input }),
    }
  }
}
