import type { SandboxBooks } from '../ports/sandbox-books.ts'
import type { Db } from './db.ts'

/** The sandbox's own table: it plays an outside provider, so nothing else reads it. */
export function createSandboxBooks(_db: Db): SandboxBooks {
  const notYet = async () => {
    throw new Error('not written yet')
  }
  return { open: notYet, find: notYet, change: notYet }
}
