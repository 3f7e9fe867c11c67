import { setImmediate as nextTurn } from 'node:timers/promises'
import { draftFiles, type NewFile, type Shelf } from './draft-files.ts'

/** Files written between two looks at what else there is to do. */
const turnFiles = 32

/**
 * Writes files so that each appears whole or not at all, and stays after a power cut.
 * @returns how many were written; those that hold the same bytes already are left alone
 */
export async function writeFiles(files: readonly NewFile[], shelf: Shelf): Promise<number> {
  const draft = draftFiles(shelf)
  try {
    for (let start = 0; start < files.length; start += turnFiles) {
      if (start > 0) await nextTurn()
      draft.add(files.slice(start, start + turnFiles))
    }
    await draft.flush()
    return await draft.put()
  } finally {
    draft.drop()
  }
}
