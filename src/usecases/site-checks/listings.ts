import { tokenPattern } from '../../domain/token.ts'
import { type Finding, fault, fine } from '../checks/inspection.ts'
import type { LiveLink, LiveSite } from './live-site.ts'

/** Without the slash as well: not every host leads on from one to the other. */
const folders = ['/', '/i/', '/e/', '/r/', '/assets/', '/i', '/e', '/r', '/assets']

/** Whether no folder is listed: whoever sees a list of pages holds all the links. */
export async function checkListings(site: LiveSite): Promise<Finding> {
  const lines: string[] = []
  for (const folder of folders) {
    const { status, text } = await site.ask(folder)
    if (status === 200 && isListing(text, site)) lines.push(`${folder} lists its files.`)
  }
  if (lines.length === 0) return fine('No folder is listed.')
  return fault(
    lines.join('\n'),
    'Switch listings off at once (nginx: autoindex off; Apache: Options -Indexes; Caddy: file_server ' +
      'without browse), then give every link a new secret: portal shares revoke --all, and send anew.',
  )
}

/** By its looks, or by what no page names: a link of ours, in whatever form, or the compressed form of an asset. */
function isListing(text: string, { open, dead }: LiveSite): boolean {
  const names = [...open, ...dead].some((link) => text.includes(tokenOf(link)))
  return names || looks.some((look) => look.test(text))
}

const looks = [
  new RegExp(`href=["']?[^"'\\s>]*${tokenPattern}`),
  /<title>(index of|directory listing)|\[to parent directory\]/i,
  /-[0-9a-f]{12}\.(css|js|svg)\.(br|gz)\b/,
]

function tokenOf({ path }: LiveLink): string {
  return path.split('/').at(-1) ?? path
}
