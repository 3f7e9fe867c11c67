/** Runs whole processes and watches what they need. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Run = { seconds: number; mb: number }

/** A process, and the most memory that it has had. */
export async function runProcess(file: string, args: string[], cwd: string): Promise<Run> {
  const startedAt = performance.now()
  const child = spawn(file, args, { cwd, stdio: 'ignore' })
  let mb = 0
  const watch = setInterval(() => {
    mb = Math.max(mb, peakOf(child.pid ?? 0))
  }, 20)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - startedAt) / 1000, mb }
}

/** 0 where the system does not tell. */
function peakOf(pid: number): number {
  try {
    const [, kb = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
  } catch {
    return 0
  }
}
