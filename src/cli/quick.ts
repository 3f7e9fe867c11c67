import { directOutput } from './output/direct-output.ts'
import { run } from './run.ts'
import { thisProcess } from './surroundings.ts'

/**
 * Runs the command line of this process if it only looks something up: such commands are typed all day,
 * so they are one small file of their own (`scripts/build.mjs`). What is not in it fails when it is
 * imported, also what explains faults. False then: the whole program begins anew, which is safe, because
 * nothing was printed or changed.
 */
export async function quick(): Promise<boolean> {
  const { env } = process
  const { UV_THREADPOOL_SIZE: threads } = env
  /* SQLite is asked one thing after the other: one thread does, and to start four takes 1 ms. */
  env.UV_THREADPOOL_SIZE ??= '1'
  try {
    process.exitCode = await run(process.argv.slice(2), thisProcess(directOutput()))
    return true
  } catch {
    if (threads === undefined) delete env.UV_THREADPOOL_SIZE
    return false
  }
}
