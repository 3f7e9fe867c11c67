import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runHere } from './run-here.ts'
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

type Run = (dir: string, args: string[], options?: RunOptions) => Promise<Ran>

/** The time that commands of a test see. */
export const testNow = '2025-01-15T15:00:00Z'

/** Runs the built program as a person or a script does, in the workspace `dir`. */
export const runPortal: Run = (dir, args, options = {}) => {
  const child = spawn(process.execPath, [portalBin, ...args], {
    cwd: options.cwd ?? dir,
    env: environmentOf(dir, options),
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

/** The same without the start of a program: for what a command does and says. */
export const runPortalHere: Run = async (dir, args, options = {}) => {
  const around = { env: environmentOf(dir, options), cwd: options.cwd ?? dir }
  const ran = await runHere(args, { ...around, stdin: options.input ?? '' })
  return { ...ran, json: () => JSON.parse(ran.stdout) }
}

function environmentOf(dir: string, { env }: RunOptions): NodeJS.ProcessEnv {
  const { PATH, HOME, CHROME_PATH } = process.env
  const inherited = CHROME_PATH ? { PATH, HOME, CHROME_PATH } : { PATH, HOME }
  return { ...inherited, PORTAL_DIR: dir, PORTAL_TEST: '1', PORTAL_NOW: testNow, ...env }
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

/**
 * Builds what is tested when that was not done, and makes workspaces that go away with the tests.
 * @param here their commands run in this process; contract.test.ts and owner.test.ts start programs
 */
export function portalWorkspaces({ here = false } = {}): () => Promise<Workspace> {
  const run = here ? runPortalHere : runPortal
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
    await runPortalHere(dir, [
      'init',
      '--yes',
      ...['--name', 'Acme Remodeling', '--email', 'office@acme.example'],
    ])
    return {
      dir,
      json: (...args) => run(dir, [...args, '--json']),
      run: (...args) => run(dir, args),
      feed: (input, ...args) => run(dir, args, { input }),
    }
  }
}
