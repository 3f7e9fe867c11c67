import { join } from 'node:path'
import { listFiles } from './list-files.ts'
import { removeFiles } from './remove-files.ts'
import { isAbandoned, isTemporary } from './temporary.ts'

/** Removes what killed processes left half-written below `root`; it lies at most one folder deep. */
export async function sweep(root: string): Promise<void> {
  const left = (await listFiles(root, 1))
    .filter(isTemporary)
    .map((path) => join(root, path))
    .filter(isAbandoned)
  await removeFiles(root, left)
}
