/** The command line without the start of a program, which takes longer than most commands do. */
import { Readable, Writable } from 'node:stream'
import type { Surroundings } from '../../src/cli/context.ts'
import { run } from '../../src/cli/run.ts'

export type RanHere = { code: number; stdout: string; stderr: string }

/** Runs a command line in this process, to its end, with nobody at the terminal. */
export async function runHere(
  argv: string[],
  around: { env: NodeJS.ProcessEnv; cwd: string; stdin?: string },
): Promise<RanHere> {
  const [stdout, stderr] = [keeper(), keeper()]
  const stdin = Readable.from(around.stdin ? [Buffer.from(around.stdin)] : [])
  const streams = { stdin, stdout: stdout.stream, stderr: stderr.stream }
  const code = await run(argv, { ...around, ...streams } as unknown as Surroundings)
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

/** Keeps what is written to it. */
function keeper(): { stream: Writable; text(): string } {
  const kept: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      kept.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(kept).toString() }
}
