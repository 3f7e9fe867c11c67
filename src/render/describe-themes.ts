import { relative } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import type { ThemeInfo, ThemeLook } from '../ports/theme.ts'
import { ownFolders, parentIn, type ThemeRoots } from './folders-of.ts'
import { listThemes, loadTheme } from './themes.ts'

/** All themes that a workspace can choose from; one that does not work is listed with its problem. */
export function describeThemes(roots: ThemeRoots): ThemeInfo[] {
  return listThemes(roots).map((name) => {
    const folders = ownFolders(name, roots)
    const parent = folders.map(parentIn).find((one) => one !== undefined) ?? null
    return { name, from: fromOf(folders, roots), parent, ...tryOut(name, roots) }
  })
}

/** What a new theme begins with when this one is its parent. Throws config_invalid where that does not work. */
export function lookOf(name: string, roots: ThemeRoots): ThemeLook {
  return loadTheme(name, roots).settings
}

function fromOf(folders: string[], { workspaceDir }: ThemeRoots): ThemeInfo['from'] {
  if (folders.length > 1) return 'both'
  const isOwn = folders.some((folder) => !relative(workspaceDir, folder).startsWith('..'))
  return isOwn ? 'workspace' : 'package'
}

function tryOut(name: string, roots: ThemeRoots): Pick<ThemeInfo, 'description' | 'problem'> {
  try {
    return { description: loadTheme(name, roots).settings.description, problem: '' }
  } catch (error) {
    if (error instanceof PortalError) return { description: '', problem: error.message }
    throw error
  }
}
