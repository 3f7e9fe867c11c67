import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes `child.ts` something that Node 20 can run; below node_modules, so that it finds its packages. */
export function buildChild(folder = `${root}node_modules/.cache/store-tests`): string {
  const outfile = `${folder}/child-${process.pid}.mjs`
  mkdirSync(folder, { recursive: true })
  buildSync({
    entryPoints: [fileURLToPath(new URL('child.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['sqlite3'],
    logLevel: 'error',
  })
  return outfile
}

export type Child = {
  process: ChildProcess
  /** The lines it has printed so far. */
  lines: string[]
  /** Resolves at the next line. */
  nextLine(): Promise<void>
  /** Resolves with the exit code, or the signal that ended it, and all it wrote to stderr. */
  ended: Promise<{ code: number | null; signal: string | null; stderr: string }>
}

/** Starts a process of its own that works on a database. */
export function startChild(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const reader = createInterface(child.stdout)
  reader.on('line', (line) => lines.push(line))
  return {
    process: child,
    lines,
    nextLine: () => new Promise((resolve) => reader.once('line', () => resolve())),
    ended: new Promise((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, stderr })),
    ),
  }
}
