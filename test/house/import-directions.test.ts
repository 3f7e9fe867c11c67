import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  areaOf,
  root,
  type SourceImport,
  sourceFiles,
  sourceImports,
} from '../support/source-imports.ts'

/** A line of the map: a folder or file, what lives there, what it imports. */
const row = /^\| `([a-z-]+)(?:\/|\.ts)` +\|[^|]*\| (.*) \|$/gm

/** Who imports whom, as the map says it. `types` are imported only as types. Everyone imports their own area. */
const rules = new Map(
  [...readFileSync(join(root, 'src/README.md'), 'utf8').matchAll(row)].map(([, area, uses]) => {
    const [whole = '', types = ''] = (uses ?? '').split('types of')
    return [area ?? '', { uses: namesIn(whole), types: namesIn(types) }]
  }),
)

/** The one file that puts everything together. */
const everything = 'open-app'

const imports = sourceImports()

test('every folder of src/ is in the map', () => {
  const areas = new Set(sourceFiles().map(areaOf))
  expect([...rules.keys()].sort()).toEqual([...areas].sort())
})

test('imports run one way', () => {
  expect(imports.filter((found) => !isAllowed(found)).map(say)).toEqual([])
})

test('whatever the map allows is done', () => {
  const done = new Set(imports.map(({ from, to }) => `${areaOf(from)} imports ${areaOf(to)}`))
  const allowed = [...rules].flatMap(([area, { uses, types }]) =>
    [...uses, ...types].map((other) => `${area} imports ${other}`),
  )
  expect(allowed.filter((one) => !done.has(one))).toEqual([])
})

test('only two files of the store touch a driver', () => {
  const touching = sourceFiles().filter((path) =>
    /(?:from|require\w*|import|getBuiltinModule|import\.meta\.url\))\s*\(?'(?:sqlite3|node:sqlite)['/]/.test(
      readFileSync(join(root, 'src', path), 'utf8'),
    ),
  )
  expect(touching).toEqual(['store/node-sqlite-handle.ts', 'store/sqlite3-handle.ts'])
})

test('no file imports itself over others', () => {
  const next = new Map<string, string[]>()
  for (const { from, to, type_only } of imports) {
    if (!type_only) next.set(from, [...(next.get(from) ?? []), to])
  }
  expect(findCycle(next)).toEqual([])
})

function isAllowed({ from, to, type_only }: SourceImport): boolean {
  const [here, there] = [areaOf(from), areaOf(to)]
  if (here === there || here === everything) return true
  const { uses = [], types = [] } = rules.get(here) ?? {}
  return uses.includes(there) || (type_only && types.includes(there))
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name ?? '')
}

function say({ from, to, type_only }: SourceImport): string {
  return `${from} imports ${type_only ? 'types of ' : ''}${to}`
}

/** The first circle that is found, as the files on it; empty when there is none. */
function findCycle(next: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    path.push(file)
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to)
      if (cycle.length > 0) return cycle
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const cycle = visit(file)
    if (cycle.length > 0) return cycle
  }
  return []
}
