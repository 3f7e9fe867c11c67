import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { PortalError } from '../domain/errors.ts'
import type { ThemeFault } from '../ports/theme.ts'
import { cssFault } from './css-fault.ts'
import { foldersOf, ownFolders, type ThemeRoots } from './folders-of.ts'
import { runtimeFault, syntaxFault, type TemplateFault } from './template-fault.ts'
import { loadTheme } from './themes.ts'

/** Where it is, in a file that is there or ought to be. */
type Place = { path: string; line: number | null; message?: string }

/** What is wrong, and in which file and line as far as that can be found out. */
export function explainFault(theme: string, roots: ThemeRoots, error: unknown): ThemeFault {
  const { message, hint } = saidBy(error)
  const place = templatePlace(theme, roots, error) ?? settingPlace(theme, roots, error)
  return tell(roots, place, { message: place?.message ?? message, hint })
}

/** What browsers would not complain about; undefined when there is nothing. @throws as loadTheme does */
export function styleFault(theme: string, roots: ThemeRoots): ThemeFault | undefined {
  const found = cssFault(loadTheme(theme, roots).files, foldersOf(theme, roots))
  return found && tell(roots, found, { message: found.message, hint: 'Correct the stylesheet.' })
}

function saidBy(error: unknown): { message: string; hint: string } {
  const { message, hint = '' } = error as Partial<PortalError>
  return { message: message ?? String(error), hint }
}

function templatePlace(theme: string, roots: ThemeRoots, error: unknown): Place | undefined {
  const cause = error instanceof PortalError ? error.details[0]?.message : undefined
  if (cause === undefined || !saidBy(error).message.startsWith('The template ')) return undefined
  const { templates } = loadTheme(theme, roots)
  const fault = isSyntax(cause) ? syntaxFault(templates) : runtimeFault(cause, templates)
  return fault && { ...fault, path: templatePath(theme, roots, fault) }
}

function isSyntax(cause: string): boolean {
  return /Bad template syntax|unclosed|expected .* tag/i.test(cause)
}

function templatePath(theme: string, roots: ThemeRoots, { template }: TemplateFault): string {
  const folders = [...foldersOf(theme, roots), roots.packageDir]
  const paths = folders.map((folder) => join(folder, 'templates', `${template}.eta`))
  return paths.find(existsSync) ?? `${template}.eta`
}

/** A setting in theme.yml or config.yml, by its path. */
function settingPlace(theme: string, roots: ThemeRoots, error: unknown): Place | undefined {
  const [detail] = error instanceof PortalError ? error.details : []
  if (!detail) return undefined
  const path = [detail.field, /"(\w+)"/.exec(detail.message)?.[1] ?? '']
  const files = settingFiles(theme, roots, error).filter(existsSync)
  for (const file of files) {
    const found = findSetting(readFileSync(file, 'utf8'), path)
    if (found) return { path: file, ...found }
  }
  const [file] = files
  return file === undefined ? undefined : { path: file, line: null }
}

/** Where what is complained about may stand: in the theme that is named, then in those around it. */
function settingFiles(theme: string, roots: ThemeRoots, error: unknown): string[] {
  const { message, hint } = saidBy(error)
  const named =
    /^The theme "([^"]+)"/.exec(message)?.[1] ?? /themes\/(.+)\/theme\.yml: parent/.exec(hint)?.[1]
  if (named === undefined) return [join(roots.workspaceDir, 'config.yml')]
  const folders = [...ownFolders(named, roots), ...foldersOf(theme, roots)]
  return folders.map((folder) => join(folder, 'theme.yml'))
}

/** A syntax error, else the line of the setting, else of the nearest one above it. */
function findSetting(text: string, fields: string[]): Omit<Place, 'path'> | undefined {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const [broken] = document.errors
  if (broken) {
    const [message = ''] = broken.message.split(' at line ')
    return { line: broken.linePos?.[0].line ?? null, message: `${message}.` }
  }
  for (const field of fields.filter((one) => one !== '')) {
    for (let path = field.split(/[.[\]]+/); path.length > 0; path = path.slice(0, -1)) {
      const node = document.getIn(path, true)
      const start = isNode(node) ? node.range?.[0] : undefined
      if (start !== undefined) return { line: lineCounter.linePos(start).line }
    }
  }
  return undefined
}

/** Lines before and after the one that is meant. */
const around = 3

function tell(
  { workspaceDir }: ThemeRoots,
  place: Place | undefined,
  said: { message: string; hint: string },
): ThemeFault {
  if (!place) return { ...said, file: '', line: null, excerpt: [] }
  const { path } = place
  const below = relative(workspaceDir, path)
  const file = below.startsWith('..') ? path : below
  if (place.line === null || !existsSync(path)) return { ...said, file, line: null, excerpt: [] }
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  // Where something does not end, the end is blamed.
  const line = Math.min(place.line, lines.length)
  const first = Math.max(1, line - around)
  const excerpt = lines
    .slice(first - 1, line + around)
    .map((text, index) => ({ line: first + index, text }))
  return { ...said, file, line, excerpt }
}
