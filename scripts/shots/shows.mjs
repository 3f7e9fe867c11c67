/** What a picture shows, in words: as long as that stays the same, the picture is taken to be current. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/run.mjs'

/** Where `npm run docs:shots` notes it, by the names of the pictures. */
export const notes = join(root, 'docs/images/shown.json')

/** A short mark of it, which says nothing but whether it changed. */
export async function markOf({ shows }, demo) {
  const words = (await shows(demo)).join('\n')
  return createHash('sha256').update(masked(words)).digest('hex').slice(0, 16)
}

/** What was noted when the pictures were made. */
export function readNotes() {
  return JSON.parse(readFileSync(notes, 'utf8'))
}

/** The words on a page, without its head. */
export async function wordsAt(url) {
  const html = await (await fetch(url)).text()
  return html.replace(/^.*<\/head>/s, '').replace(/<[^>]*>/g, ' ')
}

/** What a theme adds of its own. */
export function styleOf(theme) {
  const files = ['theme.yml', 'theme.css']
  return files.map((file) => readFileSync(join(root, 'themes', theme, file), 'utf8'))
}

/** Without secrets and ports, which are others each time; systems differ in the kinds of their spaces. */
function masked(words) {
  return words
    .replace(/\b[0-9a-z]{32}\b/gi, 'token')
    .replace(/127\.0\.0\.1:\d+/g, 'host')
    .replace(/\s+/g, ' ')
}
