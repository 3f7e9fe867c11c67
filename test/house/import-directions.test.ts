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

/** What an adapter may know: what it is asked for and in which words, and the shape of its settings. */
const adapter = { uses: ['domain', 'ports'], types: ['config'] }

/** Who may import whom (design §3). `types` are only for types. Everyone may import their own area. */
const rules: Record<string, { uses: string[]; types?: string[] }> = {
  domain: { uses: [] },
  ports: { uses: [], types: ['domain'] },
  config: { uses: ['domain'], types: ['ports'] },
  store: { uses: ['domain'], types: ['ports', 'config'] },
  app: { uses: ['domain'], types: ['config', 'ports', 'store'] },
  usecases: { uses: ['app', 'config', 'domain', 'ports', 'store'] },
  // Pixels, which know nothing of the trade.
  image: { uses: [] },
  ink: { uses: [...adapter.uses, 'image'], types: adapter.types },
  mail: adapter,
  pdf: adapter,
  providers: adapter,
  render: { uses: [...adapter.uses, 'image'], types: adapter.types },
  seal: adapter,
  site: adapter,
  jobs: { uses: ['app', 'config', 'domain', 'store', 'usecases'], types: ['ports'] },
  // The path of current pages goes straight to the store (design §12).
  server: {
    uses: ['app', 'config', 'domain', 'jobs', 'package-dir', 'ports', 'store', 'usecases'],
  },
  // All that a command loads that only looks something up.
  'open-books': { uses: ['app', 'config', 'store'] },
  cli: {
    uses: [
      'app',
      'config',
      'domain',
      'jobs',
      'open-app',
      'open-books',
      'open-preview',
      'package-dir',
      'server',
      'usecases',
    ],
    types: ['ports', 'store'],
  },
  'package-dir': { uses: [] },
  // Puts together what looks at themes, without the books.
  'open-preview': {
    uses: ['config', 'package-dir', 'pdf', 'render'],
    types: ['ports', 'server'],
  },
}

/** The one file that puts everything together. */
const everything = 'open-app'

const imports = sourceImports()

test('every folder of src/ has its rule', () => {
  const areas = new Set(sourceFiles().map(areaOf))
  expect([...areas].filter((area) => area !== everything && !(area in rules))).toEqual([])
})

test('imports run one way', () => {
  expect(imports.filter((found) => !isAllowed(found)).map(say)).toEqual([])
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
  const rule = rules[here]
  return Boolean(rule?.uses.includes(there) || (type_only && rule?.types?.includes(there)))
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
