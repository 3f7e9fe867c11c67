/**
 * How the quick commands are bundled (src/cli/quick.ts): those that only look something up, and nothing of
 * what they do not need. An import() of anything else stays as it is, and fails when it is reached.
 */
import * as crypto from 'node:crypto'

/** One script, not a module: its compiled form can then be kept, also by Node 20 (src/cli/start.ts). */
export const quickOptions = (options) => ({
  ...options,
  entryPoints: { quick: 'src/cli/quick.ts' },
  outExtension: { '.js': '.cjs' },
  splitting: false,
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

/** What a quick command may import when it needs it; anything else is left to the whole program. */
const quickImports = [
  'chalk',
  './commands/customer-list.ts',
  './commands/customer-show.ts',
  './commands/document-list.ts',
  './commands/document-show.ts',
  './commands/status.ts',
  '../open-books.ts',
]

const quickOnly = {
  name: 'quick-only',
  setup(step) {
    step.onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import' || quickImports.includes(path)) return undefined
      return { path, external: true }
    })
    // To load it takes 3 ms, and most of these commands never call it.
    step.onResolve({ filter: /^node:crypto$/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'late' } : undefined,
    )
    step.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: functionsOf(crypto)
        .map((name) => `export const ${name} = (...all) => require('${path}').${name}(...all)`)
        .join('\n'),
    }))
  },
}

function functionsOf(library) {
  return Object.keys(library).filter(
    (name) => /^[a-z]/.test(name) && typeof library[name] === 'function',
  )
}
