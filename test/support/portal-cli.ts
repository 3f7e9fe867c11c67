/** The program as its people run it: `node bin/portal.js`, a process of its own each time. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { runHere } from './run-here.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type CliAnswer = {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  /** What `--json` printed; reading it fails where that is not one JSON document. */
  readonly json: unknown
}

export type CliOptions = {
  stdin?: string
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** File modes count even where root runs the tests. */
  obeysModes?: boolean
}

export type ServedPortal = {
  url: string
  pid: number
  /** All that it printed and logged so far. */
  log(): string
  /** Ends it as a service manager does, and gives the exit code. */
  stop(): Promise<number | null>
}

export type StartedCommand = {
  process: ChildProcess
  /** Grows while it runs. */
  output: { stdout: string; stderr: string }
  ended: Promise<CliAnswer>
}

export type PortalCli = {
  dir: string
  /** Runs a command to its end, whichever that is. */
  run(args: string[], options?: CliOptions): Promise<CliAnswer>
  /** Runs a command that has to succeed, with `--json`, and gives what it printed. */
  json<Result = unknown>(args: string[], options?: CliOptions): Promise<Result>
  /** Starts a command and leaves it to the test how it ends. */
  start(args: string[], options?: CliOptions): StartedCommand
  /** Starts `serve` and waits until it takes requests; whoever starts it stops it. */
  serve(args?: string[], options?: CliOptions): Promise<ServedPortal>
}

/**
 * Commands on one workspace, with `env` added to a clean environment.
 * @param here what only has to be done is done in this process, unless it asks for an environment of its own
 */
export function openCli(
  dir: string,
  env: NodeJS.ProcessEnv = {},
  { here = false } = {},
): PortalCli {
  build()
  const start: PortalCli['start'] = (args, options = {}) =>
    startProcess(['--dir', dir, ...args], { ...options, env: { ...env, ...options.env } })
  const run: PortalCli['run'] = async (args, options = {}) => {
    const { stdin, ...own } = options
    if (!here || Object.keys(own).length > 0) return start(args, options).ended
    const around = { env: { ...cleanEnvironment(), ...env }, cwd: root, ...(stdin && { stdin }) }
    const { code, ...output } = await runHere(['--dir', dir, ...args], around)
    return answerOf(code, null, output)
  }
  return {
    dir,
    start,
    run,
    json: async <Result>(args: string[], options?: CliOptions) => {
      const answer = await run([...args, '--json'], options)
      if (answer.code !== 0) throw new Error(`portal ${args.join(' ')} failed: ${told(answer)}`)
      return answer.json as Result
    },
    serve: (args = [], options) => serve(start(['serve', '--json', ...args], options)),
  }
}

let isBuilt = false

/** The bundle of the sources as they are; does nothing where it is up to date. */
function build(): void {
  if (!isBuilt) execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'pipe' })
  isBuilt = true
}

function startProcess(args: string[], options: CliOptions): StartedCommand {
  const { stdin = '', env, cwd = root, obeysModes = false } = options
  const [program, ...before] = [...(obeysModes ? humbly() : []), process.execPath]
  const child = spawn(program ?? '', [...before, `${root}bin/portal.js`, ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text))
  // A command that does not read its input may be gone before it was written.
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const ended = new Promise<CliAnswer>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(answerOf(code, signal, output)))
  })
  return { process: child, output, ended }
}

/** Takes from root the right to pass over file modes. */
function humbly(): string[] {
  if (process.getuid?.() !== 0) return []
  const rights = '-dac_override,-dac_read_search'
  return ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`]
}

/** Nothing of whoever runs the tests: no workspace, clock or secrets of theirs. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'CHROME_PATH']
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]))
}

function answerOf(
  code: number | null,
  signal: NodeJS.Signals | null,
  output: { stdout: string; stderr: string },
): CliAnswer {
  return {
    code,
    signal,
    ...output,
    get json() {
      return JSON.parse(output.stdout)
    },
  }
}

function told({ code, signal, stdout, stderr }: CliAnswer): string {
  return `exit ${code ?? signal}\n${stdout}${stderr}`
}

async function serve({ process: child, output, ended }: StartedCommand): Promise<ServedPortal> {
  const firstLine = new Promise<string>((resolve) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve)
  })
  const failure = ended.then((answer) => {
    throw new Error(`portal serve did not start: ${told(answer)}`)
  })
  const { url, pid } = JSON.parse(await Promise.race([firstLine, failure]))
  failure.catch(() => {})
  return {
    url,
    pid,
    log: () => output.stdout + output.stderr,
    stop: async () => {
      child.kill('SIGTERM')
      return (await ended).code
    },
  }
}
