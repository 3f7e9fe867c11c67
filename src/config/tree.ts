/** Plain values as YAML gives them, and paths such as `documents.taxes[0].rate` into them. */

export type Tree = string | number | boolean | null | undefined | Tree[] | { [key: string]: Tree }

export type TreePath = (string | number)[]

export function isRecord(node: unknown): node is Record<string, Tree> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

/** The path as people write it; empty for the whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

/** What stands at a path; undefined when nothing does. */
export function at(tree: Tree, path: TreePath): Tree {
  let node = tree
  for (const part of path) {
    if (Array.isArray(node) && typeof part === 'number') node = node[part]
    else if (isRecord(node) && Object.hasOwn(node, part)) node = node[part]
    else return undefined
  }
  return node
}

/** Replaces the value at a path whose parents are there. */
export function put(tree: Tree, path: TreePath, value: Tree): void {
  const parent = at(tree, path.slice(0, -1))
  const last = path.at(-1)
  if (isRecord(parent) && last !== undefined) parent[last] = value
}

/**
 * Fills in defaults key by key. An empty value (`footer:` with nothing behind it) means the default, and
 * so does a section whose lines are all commented out. Lists are taken whole.
 */
export function withDefaults(tree: Tree, defaults: Tree): Tree {
  if (tree === null || tree === undefined) return defaults
  if (!isRecord(tree) || !isRecord(defaults)) return tree
  const filled = new Map<string, Tree>(Object.entries(defaults))
  for (const [key, value] of Object.entries(tree)) {
    const known = Object.hasOwn(defaults, key)
    filled.set(key, known ? withDefaults(value, defaults[key]) : value)
  }
  return Object.fromEntries(filled)
}

/** A copy in which the value at `path`, or the nearest part of it that has a default, is the default. */
export function reset(tree: Tree, path: TreePath, defaults: Tree): Tree {
  const [part, ...rest] = path
  if (part === undefined || !isRecord(tree) || !isRecord(defaults)) return defaults
  const copy = { ...tree }
  if (!Object.hasOwn(defaults, part)) delete copy[part]
  else copy[part] = reset(copy[part], rest, defaults[part])
  return copy
}
