import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { databaseName } from '../../config/workspace.ts'
import { checkDatabase } from '../../store/check.ts'
import { openDatabase } from '../../store/open.ts'
import { type Check, fault, fine } from './inspection.ts'

/** Whether the database opens, is whole and can be written; says which SQLite reads it. */
export const checkStore: Check = async ({ dir }) => {
  const db = await openDatabase(join(dir, databaseName), { readonly: true })
  try {
    const [broken, ...more] = await checkDatabase(db.read)
    if (broken) {
      return fault(
        `The database is damaged: ${broken.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`,
        'Stop portal and put a backup in its place: portal restore FILE',
      )
    }
    if (!isWritable(dir) || !isWritable(db.path)) {
      return fault(
        `${db.path} or its folder cannot be written by this account.`,
        `Run portal as the account that owns ${dir}, or give that folder to this one (chown).`,
      )
    }
    return fine(`SQLite ${db.engine.version} (${db.engine.driver})`)
  } finally {
    await db.close()
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
