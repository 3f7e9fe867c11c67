/**
 * How the quick commands are bundled (src/cli/quick.ts): those that only look something up, and nothing of
 * what they do not need. An import() of anything else stays as it is, and fails when it is reached.
 */
import * as crypto from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as util from 'node:util'

/** One script, not a module: its compiled form can then be kept, also by Node 20 (src/cli/start.ts). */
export const quickOptions = (options) => ({
  ...options,
  entryPoints: { quick: 'src/cli/quick.ts' },
  outExtension: { '.js': '.cjs' },
  splitting: false,
  // Faults are reported by the whole program, where names stay.
  minify: true,
  format: 'cjs',
  define: { 'import.meta.url': '__filename' },
  banner: { js: '(function(require,__filename){const module={};' },
  footer: { js: 'return module.exports})' },
  plugins: [quickOnly],
})

/** What decides between the two. */
export const startOptions = (options) => ({
  ...options,
  entryPoints: { start: 'src/cli/start.ts' },
  outExtension: { '.js': '.cjs' },
  splitting: false,
  format: 'cjs',
  banner: {},
  plugins: [
    {
      name: 'main-beside',
      setup: (step) =>
        step.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: './main.js', external: true })),
    },
  ],
})

/** What is imported at once here, though the whole program does so when it needs it: that is slower. */
const quickImports = [
  './commands/build.ts',
  './commands/completion.ts',
  './commands/customer-list.ts',
  './commands/customer-show.ts',
  './commands/document-list.ts',
  './commands/document-show.ts',
  './commands/status.ts',
  '../open-books.ts',
]

/** Libraries of Node that are loaded when one of their functions is called: it takes up to 3 ms. */
const late = { 'node:crypto': crypto, 'node:util': util }

const quickOnly = {
  name: 'quick-only',
  setup(step) {
    step.onLoad({ filter: /\/src\/cli\/[\w-]+\.ts$/ }, async ({ path }) => ({
      contents: importAtOnce(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
    step.onResolve({ filter: /./ }, ({ kind, path }) => {
      // Colours are for terminals, so they wait until they are needed.
      if (kind === 'dynamic-import' && path !== 'chalk') return { path, external: true }
      const isReplaced = kind === 'import-statement' && (path in late || path === 'node:module')
      return isReplaced ? { path, namespace: 'replaced' } : undefined
    })
    step.onLoad({ filter: /./, namespace: 'replaced' }, ({ path }) => ({
      contents: path in late ? whenCalled(path) : 'export const createRequire = () => require',
    }))
  },
}

function importAtOnce(code) {
  const statements = []
  const changed = code.replaceAll(/await import\('([^']+)'\)/g, (expression, path) => {
    if (!quickImports.includes(path)) return expression
    statements.push(`import * as quick${statements.length} from '${path}'`)
    return `quick${statements.length - 1}`
  })
  return `${statements.join(';')};${changed}`
}

function whenCalled(path) {
  return Object.entries(late[path])
    .filter(([name, value]) => /^[a-z]/.test(name) && typeof value === 'function')
    .map(([name]) => `export const ${name} = (...all) => require('${path}').${name}(...all)`)
    .join('\n')
}
