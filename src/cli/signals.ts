import { interrupted } from './exit-codes.ts'

let onInterrupt: () => void = () => process.exit(interrupted)

/** Ends the program at Ctrl-C; what a command had begun in the database is rolled back. */
export function exitOnInterrupt(): void {
  process.on('SIGINT', () => onInterrupt())
}

/** For a command that runs until it is stopped: waits for SIGTERM or Ctrl-C and gives the exit code. */
export function untilStopped(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve(0))
    onInterrupt = () => {
      // Who presses Ctrl-C twice does not want to wait for the end of requests.
      onInterrupt = () => process.exit(interrupted)
      resolve(interrupted)
    }
  })
}
