import { run } from './run.ts'
import { exitOnInterrupt } from './signals.ts'

// The reader of a pipe may have read enough (`portal invoice list | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
exitOnInterrupt()

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  // Node opens a stream when it is first touched, which takes time: only those that are used.
  get stdin() {
    return process.stdin
  },
  get stdout() {
    return process.stdout
  },
  get stderr() {
    return process.stderr
  },
})
