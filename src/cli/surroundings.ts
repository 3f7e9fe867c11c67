import { existsSync } from 'node:fs'
import type { Surroundings } from './context.ts'
import type { Output } from './output/direct-output.ts'

/** This process. Node opens a stream when it is first touched, which takes time: only those that are used. */
export function thisProcess(stdout?: Output): Surroundings {
  return {
    env: process.env,
    cwd: folderHere(),
    get stdin() {
      return process.stdin
    },
    get stdout() {
      stdout ??= openStdout()
      return stdout
    },
    get stderr() {
      return process.stderr
    },
  }
}

/** Where the shell's own folder was removed, that which has its name now, if any. */
function folderHere(): string {
  try {
    return process.cwd()
  } catch {
    for (const folder of [process.env.PWD ?? '', '/']) {
      if (existsSync(folder)) {
        process.chdir(folder)
        break
      }
    }
    return process.cwd()
  }
}

/** The reader of a pipe may have read enough (`portal invoice list | head`): that is no error. */
function openStdout(): Output {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return process.stdout
}
