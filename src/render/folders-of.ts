import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The two folders that may hold `themes/`. */
export type ThemeRoots = { workspaceDir: string; packageDir: string }

/**
 * The folders that a theme is made of, the uppermost first, whatever is wrong in them: the workspace's and the
 * program's of its name, then those of its parents.
 */
export function foldersOf(theme: string, roots: ThemeRoots): string[] {
  const folders: string[] = []
  const seen = new Set<string>()
  for (let next: string | undefined = theme; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const found = ownFolders(next, roots)
    folders.push(...found)
    next = found.map(parentIn).find((parent) => parent !== undefined)
  }
  return folders
}

/** A name is a folder, never a path. */
export function isThemeName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(name)
}

/** Those of this very name: the workspace's lies over the program's. */
export function ownFolders(theme: string, { workspaceDir, packageDir }: ThemeRoots): string[] {
  if (!isThemeName(theme)) return []
  return [...new Set([workspaceDir, packageDir])]
    .map((root) => join(root, 'themes', theme))
    .filter((folder) => existsSync(folder))
}

/** The parent that a theme.yml names; undefined where none does or nobody can read it. */
export function parentIn(folder: string): string | undefined {
  try {
    const parent = parse(readFileSync(join(folder, 'theme.yml'), 'utf8'))?.parent
    return typeof parent === 'string' ? parent : undefined
  } catch {
    return undefined
  }
}
