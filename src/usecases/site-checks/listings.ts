import { tokenPattern } from '../../domain/token.ts'
import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveSite } from './live-site.ts'

const folders = ['/', '/i/', '/e/', '/r/', '/assets/']

/** Whether no folder is listed: whoever sees a list of pages holds all the links. */
export async function checkListings(site: LiveSite): Promise<Finding> {
  const lines: string[] = []
  for (const folder of folders) {
    const { status, text } = await site.ask(folder)
    if (status === 200 && isListing(text)) lines.push(`${folder} lists its files.`)
  }
  if (lines.length === 0) return fine('No folder is listed.')
  return fault(
    lines.join('\n'),
    'Switch listings off at once (nginx: autoindex off; Apache: Options -Indexes; Caddy: file_server ' +
      'without browse), then give every link a new secret: portal shares revoke --all, and send anew.',
  )
}

function isListing(text: string): boolean {
  const hasLinks = new RegExp(`href="[^"]*${tokenPattern}`).test(text)
  return hasLinks || /<title>(index of|directory listing)|\[to parent directory\]/i.test(text)
}
