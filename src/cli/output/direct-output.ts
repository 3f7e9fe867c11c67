import { fstatSync, writeSync } from 'node:fs'

/** What commands write on; `columns` where a person reads. */
export type Output = {
  isTTY?: boolean
  columns?: number
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): boolean
}

const stdout = 1

/**
 * Standard output as a pipe or a file, written to at once: Node's stream for it takes 3 ms to load, and on
 * these it does the same. Undefined for a terminal and whatever else there is.
 */
export function directOutput(): Output | undefined {
  const kind = fstatSync(stdout)
  if (!kind.isFIFO() && !kind.isFile() && !kind.isSocket()) return undefined
  return {
    isTTY: false,
    write(text, done) {
      writeAll(Buffer.from(text))
      done?.()
      return true
    },
  }
}

/** The reader of a pipe may have read enough (`portal invoice list | head`): that is no error. */
function writeAll(bytes: Buffer): void {
  for (let rest = bytes; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(stdout, rest))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') process.exit()
      if (code !== 'EAGAIN') throw error
      /* A pipe that whoever started us reads without waiting is full; the stream knows how to wait. */
      process.stdout.write(rest)
      return
    }
  }
}
