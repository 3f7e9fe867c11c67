import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absentAs } from './fault.ts'

/**
 * All files below a folder, relative, with forward slashes, sorted; none when the folder is missing. A
 * folder that another process removes meanwhile counts as empty.
 * @param depth how many levels of folders to look into; all by default
 */
export async function listFiles(root: string, depth = Number.POSITIVE_INFINITY): Promise<string[]> {
  const found: string[] = []
  const folders = ['']
  for (const folder of folders) {
    const level = folder === '' ? 0 : folder.split('/').length
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(absentAs([]))
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) found.push(path)
      else if (level < depth) folders.push(path)
    }
  }
  return found.sort()
}
