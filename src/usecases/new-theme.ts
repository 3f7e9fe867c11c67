import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { aboutThemeName } from '../config/complaints.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import { nearest } from '../domain/text.ts'
import type { ThemeLook } from '../ports/theme.ts'

export type NewTheme = { name: string; parent: string; dir: string; files: string[] }

/**
 * Makes the folder of a theme in a workspace, with all that it can say in comments: as it is, and with the settings
 * that it proposes, it looks like its parent. The folder is there whole or not at all.
 * @param input `themes` are the names of all that there are, `lookOf` tells what one looks like
 * @throws PortalError invalid_input for a name that will not do or an unknown parent, conflict for a name taken
 */
export function newTheme(input: {
  dir: string
  packageDir: string
  name: string
  parent: string
  themes: readonly string[]
  lookOf(theme: string): ThemeLook
}): NewTheme {
  const { dir, packageDir, name, parent, themes, lookOf } = input
  checkName(name)
  checkParent(parent, themes)
  if (themes.includes(name)) throw taken(name)
  const words = wordsOf({ name, parent }, lookOf(parent))
  const folder = join(dir, 'themes')
  mkdirSync(folder, { recursive: true })
  const made = mkdtempSync(join(folder, '.new-'))
  try {
    cpSync(join(packageDir, 'templates', 'starter'), made, { recursive: true })
    for (const file of files) fill(join(made, file), words)
    renameSync(made, join(folder, name))
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    throw isThere(error) ? taken(name) : error
  }
  return { name, parent, dir: join(folder, name), files }
}

/** Of a new theme, the first to look at in front. */
const files = ['theme.yml', 'theme.css', 'print.css', 'templates/README.md']

/** As `branding.theme` takes them. */
function checkName(name: string): void {
  if (aboutThemeName(name) === undefined) return
  const message = 'must be small letters, digits and hyphens, at most 40, such as "my-look"'
  throw invalidInput([{ field: 'name', message }])
}

function checkParent(parent: string, themes: readonly string[]): void {
  if (themes.includes(parent)) return
  const meant = nearest(parent, themes)
  const help = meant ? `did you mean ${meant}?` : `there are: ${themes.join(', ')}`
  const message = `there is no theme "${parent}"; ${help}`
  throw invalidInput([{ field: 'parent', message }])
}

function taken(name: string): PortalError {
  return new PortalError(
    'conflict',
    `There is a theme "${name}" already.`,
    `Choose another name, or look at it: portal theme preview ${name}`,
  )
}

/** A folder that came in between. */
function isThere(error: unknown): boolean {
  return ['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')
}

/** What stands for `{name}`, `{light.paper}` and so on. */
function wordsOf(
  names: Record<'name' | 'parent', string>,
  { light, dark, corner, font }: ThemeLook,
): Map<string, string> {
  const inside = (scheme: 'light' | 'dark', colors: ThemeLook['light']) =>
    Object.entries(colors).map(([name, color]) => [`${scheme}.${name}`, color])
  const single = Object.entries({ ...names, corner: String(corner), font })
  return new Map([...single, ...inside('light', light), ...inside('dark', dark)] as [
    string,
    string,
  ][])
}

function fill(path: string, words: ReadonlyMap<string, string>): void {
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(/\{([a-z.]+)\}/g, (whole, word: string) => words.get(word) ?? whole),
  )
}
