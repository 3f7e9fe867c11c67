import { join } from 'node:path'
import { isTemporary } from './temporary.ts'

/**
 * The file that a relative path with forward slashes names below a folder.
 * @throws Error for a path that leads out of the folder or is not written plainly: such a path is a bug
 */
export function pathInside(root: string, path: string): string {
  const isPlain = path.split('/').every((part) => /^[^\\:\0]+$/.test(part) && !/^\.\.?$/.test(part))
  if (!isPlain || isTemporary(path))
    throw new Error(`${JSON.stringify(path)} is no path below ${root}`)
  return join(root, path)
}
