import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Of Hugo, a builder of static pages, such as "v0.111.3"; undefined where it is not installed. */
export async function hugoVersion(): Promise<string | undefined> {
  const found = await promisify(execFile)('hugo', ['version']).catch(() => undefined)
  return found && (/v[0-9.]+/.exec(found.stdout)?.[0] ?? 'installed')
}
