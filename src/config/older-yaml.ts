import { at, isRecord, put, type Tree, type TreePath } from './tree.ts'

/**
 * Programs that know YAML 1.1 only write `on`, `off` and `no` as `true` and `false`, the key of `notify.on` too.
 * What can mean nothing else is read as it was before they wrote the file.
 */
export function readOlder(tree: Tree): Tree {
  for (const [path, text] of meantByFalse) {
    if (at(tree, path) === false) put(tree, path, text)
  }
  const notify = at(tree, ['notify'])
  if (isRecord(notify) && Object.hasOwn(notify, 'true') && !Object.hasOwn(notify, 'on')) {
    const { true: on, ...others } = notify
    put(tree, ['notify'], { ...others, on })
  }
  return tree
}

const meantByFalse: [TreePath, string][] = [
  [['documents', 'auto_invoice'], 'off'],
  [['business', 'country'], 'NO'],
  [['business', 'locale'], 'no'],
]
