import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isNode, isScalar, parseDocument, stringify } from 'yaml'
import { isRecord, type Tree, type TreePath } from './tree.ts'
import { configName } from './workspace.ts'

/** The file that explains every option; it comes with the program. */
const exampleName = 'config.example.yml'

/**
 * Writes config.yml: the example with the answers filled in, so that every option stands there with its
 * explanation. The file appears whole or not at all, and only its owner can read it.
 */
export function writeConfig(dir: string, packageDir: string, answers: Tree): void {
  const document = parseDocument(readFileSync(join(packageDir, exampleName), 'utf8'))
  fill(document, answers, [])
  replaceConfig(dir, textOf(document))
}

/** Sets one option of config.yml; all else stays as its owner wrote it, to the last space. */
export function setConfigValue(dir: string, path: TreePath, value: string | number): void {
  const text = readFileSync(join(dir, configName), 'utf8')
  const document = parseDocument(text)
  const before = document.getIn(path, true)
  if (isScalar(before) && before.range) {
    const [start, end] = before.range
    replaceConfig(dir, text.slice(0, start) + stringify(value).trimEnd() + text.slice(end))
  } else {
    fill(document, value, path)
    replaceConfig(dir, textOf(document))
  }
}

function textOf(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function replaceConfig(dir: string, text: string): void {
  const path = join(dir, configName)
  writeFileSync(`${path}.tmp`, text, { mode: 0o600, flush: true })
  renameSync(`${path}.tmp`, path)
}

function fill(document: Document, answer: Tree, path: TreePath): void {
  if (answer === undefined) return
  if (isRecord(answer)) {
    for (const [key, value] of Object.entries(answer)) fill(document, value, [...path, key])
    return
  }
  const before = document.getIn(path, true)
  const node = document.createNode(answer, { flow: true })
  if (isNode(before) && isNode(node)) {
    node.comment = before.comment
    if (isScalar(before) && isScalar(node)) node.type = before.type
  }
  document.setIn(path, node)
}
