/** Where a theme's files come from: the workspace, then the package, then the parents, then the base templates. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { PortalError } from '../domain/errors.ts'
import { nearest } from '../domain/text.ts'
import { isThemeName, ownFolders, type ThemeRoots } from './folders-of.ts'
import {
  invalidTheme,
  mergeSettings,
  parseSettings,
  type ThemeSettings,
  type WrittenSettings,
} from './theme-settings.ts'

export type Theme = {
  name: string
  settings: ThemeSettings
  /** Name without ending ("pages/document") → source. */
  templates: Map<string, string>
  /** File name ("icon.svg") → bytes, to be published under `/assets/`. */
  files: Map<string, Buffer>
  screenCss: string
  printCss: string
}

/** One folder of a theme, with what its theme.yml says. */
type Layer = { dir: string; settings: WrittenSettings }

/** More would be a circle. */
const mostParents = 8

/**
 * Reads a theme whole. The workspace's `themes/<name>` lies over the package's of the same name, both over
 * their `parent`, and all over `templates/`. Of templates and assets the uppermost is taken; stylesheets add up:
 * first those of `templates/styles`, which all themes share, the uppermost last. Throws config_invalid for an
 * unknown theme, naming those there are.
 */
export function loadTheme(name: string, roots: ThemeRoots): Theme {
  const layers = layersOf(name, roots)
  const base = join(roots.packageDir, 'templates')
  const templateDirs = [...layers.map(({ dir }) => join(dir, 'templates')), base]
  const assetDirs = [...layers.map(({ dir }) => join(dir, 'assets')), join(base, 'assets')]
  const upwards = layers.toReversed()
  return {
    name,
    settings: mergeSettings(
      name,
      upwards.map((layer) => layer.settings),
    ),
    templates: collect(templateDirs, '.eta', (path) => readFileSync(path, 'utf8')),
    files: collect(assetDirs, '', (path) => readFileSync(path)),
    screenCss: stylesheet(join(base, 'styles', 'screen.css'), upwards, 'theme.css'),
    printCss: stylesheet(join(base, 'styles', 'print.css'), upwards, 'print.css'),
  }
}

/** What all themes share, then what each layer adds. */
function stylesheet(shared: string, upwards: Layer[], name: string): string {
  return [shared, ...upwards.map(({ dir }) => join(dir, name))].map(readText).join('')
}

/** The names of all themes that can be used, sorted. */
export function listThemes({ workspaceDir, packageDir }: ThemeRoots): string[] {
  const names = [workspaceDir, packageDir].flatMap((root) => {
    const dir = join(root, 'themes')
    if (!existsSync(dir)) return []
    const entries = readdirSync(dir, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  })
  return [...new Set(names)].filter(isThemeName).sort()
}

function layersOf(name: string, roots: ThemeRoots): Layer[] {
  const layers: Layer[] = []
  const seen: string[] = []
  for (let next: string | null = name; next !== null; ) {
    if (seen.includes(next) || seen.length > mostParents)
      throw invalidTheme(name, [{ field: 'parent', message: `${next} is its own ancestor` }])
    seen.push(next)
    const found = layersNamed(next, roots)
    if (found.length === 0) throw unknownTheme(next, seen, roots)
    layers.push(...found)
    next = found.map(({ settings }) => settings.parent).find((one) => one !== undefined) ?? null
  }
  return layers
}

function layersNamed(name: string, roots: ThemeRoots): Layer[] {
  return ownFolders(name, roots).map((dir) => ({
    dir,
    settings: readSettings(name, join(dir, 'theme.yml')),
  }))
}

function readSettings(theme: string, path: string): WrittenSettings {
  try {
    return parseSettings(theme, parse(readText(path)))
  } catch (error) {
    if (error instanceof PortalError) throw error
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw invalidTheme(theme, [{ field: 'theme.yml', message }])
  }
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** All files with that ending below the folders, keyed by path without it; an earlier folder wins. */
function collect<T>(dirs: string[], ending: string, read: (path: string) => T): Map<string, T> {
  const found = new Map<string, T>()
  for (const dir of dirs) {
    if (!existsSync(dir)) continue
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(ending) || entry.name.startsWith('.')) continue
      const path = join(entry.parentPath, entry.name)
      const key = path.slice(dir.length + 1, path.length - ending.length).replaceAll('\\', '/')
      if (!found.has(key)) found.set(key, read(path))
    }
  }
  return found
}

function unknownTheme(name: string, seen: string[], roots: ThemeRoots): PortalError {
  const names = listThemes(roots)
  const child = seen.at(-2)
  const field = child ? `themes/${child}/theme.yml: parent` : 'branding.theme'
  const meant = nearest(name, names)
  const message = `There is no theme "${name}". Available: ${names.join(', ') || 'none'}.`
  return new PortalError(
    'config_invalid',
    message,
    meant
      ? `Did you mean "${meant}"? Set ${field} to one of these.`
      : `Set ${field} to one of these, or make the folder themes/${name}.`,
    [{ field: child ? 'parent' : 'branding.theme', message: `there is no theme "${name}"` }],
  )
}
