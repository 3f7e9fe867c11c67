import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveSite } from './live-site.ts'

const names = ['config.yml', '.env', 'portal.db', 'link.key', 'seal.key']
/** Enough to tell a file from a page that says there is none. */
const headBytes = 16

/** Whether only `site/` is served, and not the workspace around it. */
export async function checkPrivateFiles(site: LiveSite): Promise<Finding> {
  const served: string[] = []
  for (const name of names) {
    const head = await headOf(join(site.app.dir, name))
    const { status, text } = await site.ask(`/${name}`)
    if (status === 200 && head !== '' && text.startsWith(head)) served.push(name)
  }
  if (served.length === 0) return fine('Nothing of the workspace is served but the site.')
  return fault(
    `${served.join(', ')} can be fetched by anybody.`,
    'Let the web server serve the folder site/ and not the workspace, at once; then change every ' +
      'secret in .env, and revoke all links: portal shares revoke --all.',
  )
}

async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes)
      return buffer.subarray(0, bytesRead).toString()
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}
