import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import type { Environment } from './environment.ts'

export const configName = 'config.yml'
export const databaseName = 'portal.db'

/**
 * The folder with config.yml: the one that was named (`--dir`, else PORTAL_DIR), else the nearest from
 * `cwd` upwards. Absolute.
 * @throws PortalError not_found
 */
export function findWorkspace(where: { dir?: string; env: Environment; cwd: string }): string {
  const { dir, env, cwd } = where
  const named = dir || env.PORTAL_DIR
  if (!named) return nearestAbove(resolve(cwd))
  const path = resolve(cwd, named)
  if (isWorkspace(path)) return path
  const source = dir ? '--dir' : 'PORTAL_DIR'
  throw new PortalError(
    'not_found',
    `There is no config.yml in ${path}, which ${source} names.`,
    `Make a workspace there: portal init --dir ${path}`,
  )
}

/** Where `init` makes a workspace: the folder that was named, else the current one. */
export function newWorkspacePath(where: { dir?: string; env: Environment; cwd: string }): string {
  return resolve(where.cwd, where.dir || where.env.PORTAL_DIR || '.')
}

export function isWorkspace(path: string): boolean {
  return existsSync(join(path, configName))
}

function nearestAbove(start: string): string {
  for (let path = start; ; path = dirname(path)) {
    if (isWorkspace(path)) return path
    if (path === dirname(path)) break
  }
  throw new PortalError(
    'not_found',
    `There is no config.yml in ${start} or in a folder above it.`,
    'Make one with portal init, name one with --dir or PORTAL_DIR, or look around first: portal demo',
  )
}
