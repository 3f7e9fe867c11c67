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

export type NewTheme = { name: string; parent: string; dir: string; files: string[] }

/**
 * Makes the folder of a theme in a workspace, with all that it can say in comments: as it is, it looks like its
 * parent. The folder is there whole or not at all.
 * @param input `themes` are the names of all that there are
 * @throws PortalError invalid_input for a name that will not do or an unknown parent, conflict for a name taken
 */
export function newTheme(input: {
  dir: string
  packageDir: string
  name: string
  parent: string
  themes: readonly string[]
}): NewTheme {
  const { dir, packageDir, name, parent, themes } = input
  checkName(name)
  checkParent(parent, themes)
  if (themes.includes(name)) throw taken(name)
  const folder = join(dir, 'themes')
  mkdirSync(folder, { recursive: true })
  const made = mkdtempSync(join(folder, '.new-'))
  try {
    cpSync(join(packageDir, 'templates', 'starter'), made, { recursive: true })
    for (const file of files) fill(join(made, file), { name, parent })
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

function fill(path: string, words: Record<'name' | 'parent', string>): void {
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(/\{(name|parent)\}/g, (_, word: 'name' | 'parent') => words[word]),
  )
}
