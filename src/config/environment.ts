/** `${NAME}` in config.yml, and the workspace's `.env`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { Problem } from '../domain/errors.ts'
import { isRecord, pathText, type Tree, type TreePath } from './tree.ts'

export type Environment = Record<string, string | undefined>

/** A name of the environment in the value of an option; `whole` when it is all of the value. */
export type NameUse = { path: TreePath; name: string; whole: boolean }

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g

/** The names of `.env` in the workspace, under those of the process: what is set outside wins. */
export function readEnvironment(
  dir: string,
  env: Environment,
): { env: Environment; problems: Problem[] } {
  try {
    const own = parseEnv(readFileSync(join(dir, '.env'), 'utf8'))
    return { env: { ...own, ...env }, problems: [] }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { env, problems: [] }
    return { env, problems: [{ field: '.env', message: `cannot be read: ${message}` }] }
  }
}

/**
 * Puts the environment into every string of a tree. A name that is not set is a problem; one that is set
 * to nothing is an empty value. Below the paths in `off` nothing is looked up, and what refers to a name
 * becomes empty: a text that anyone can read in this file must never pass for a secret.
 */
export function resolveNames(
  tree: Tree,
  env: Environment,
  off: readonly string[],
): { tree: Tree; problems: Problem[]; names: NameUse[] } {
  const problems: Problem[] = []
  const names: NameUse[] = []
  return { tree: visit(tree, [], true), problems, names }

  function visit(node: Tree, path: TreePath, above: boolean): Tree {
    const on = above && !off.includes(pathText(path))
    if (typeof node === 'string') return on ? resolve(node, path) : blank(node)
    if (Array.isArray(node)) return node.map((item, index) => visit(item, [...path, index], on))
    if (!isRecord(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, visit(value, [...path, key], on)]),
    )
  }

  function resolve(text: string, path: TreePath): string {
    return text.replace(reference, (match, name: string) => {
      const value = env[name]
      names.push({ path, name, whole: match === text })
      if (value === undefined) problems.push(missing(name, path))
      return value ?? ''
    })
  }
}

function blank(text: string): string {
  return text.search(reference) >= 0 ? '' : text
}

function missing(name: string, path: TreePath): Problem {
  const message = `needs ${name}, which is not set: put ${name}=… into .env or the environment`
  return { field: pathText(path), message }
}
