/** Processes of their own that decide about estimates: see deciding-child.ts. */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type DecidingProcess = {
  /** Has it decide; undefined when it died instead. */
  decide(order: {
    number: string
    token: string
    fatal?: number
    times?: number
  }): Promise<{ statements: number; outcomes: string[] } | undefined>
  /** Ends it without warning. */
  kill(): void
  /** Lets it end, and waits for that. */
  end(): Promise<void>
}

/** Makes the child something that Node 20 can run; inside the project, from where it finds its packages. */
export async function buildDecidingChild(): Promise<{ script: string; remove(): void }> {
  const folder = `${root}node_modules/.cache/deciding-tests-${process.pid}`
  mkdirSync(folder, { recursive: true })
  const script = `${folder}/child.mjs`
  await build({
    entryPoints: [fileURLToPath(new URL('deciding-child.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  return { script, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts a process on a workspace and waits until it takes orders. */
export async function startDeciding(script: string, dir: string): Promise<DecidingProcess> {
  const child = spawn(process.execPath, [script, dir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const lines = createInterface(child.stdout)
  const next = () =>
    Promise.race([
      new Promise<string>((resolve) => lines.once('line', resolve)),
      ended.then(() => undefined),
    ])
  const hello = await next()
  if (hello !== '"ready"') throw new Error('The process did not get ready.')
  return {
    async decide({ times = 1, ...order }) {
      child.stdin.write(`${JSON.stringify({ times, ...order })}\n`)
      const line = await next()
      return line === undefined ? undefined : JSON.parse(line)
    },
    kill: () => child.kill('SIGKILL'),
    async end() {
      child.stdin.end()
      await ended
    },
  }
}
