/**
 * WebAssembly goes into the bundle, each in a chunk of its own that loads when it is needed. Run from source,
 * src/image/wasm.ts reads it out of its package; here another file stands in for that one.
 */
import { readFile } from 'node:fs/promises'

export const wasmInside = {
  name: 'wasm-inside',
  setup(step) {
    step.onLoad({ filter: /\/src\/image\/wasm\.ts$/ }, async ({ path }) => ({
      contents: readsOf(await readFile(path, 'utf8')),
      loader: 'js',
    }))
    step.onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'binary',
    }))
  },
}

/** One import() for each of the files that the source names. */
function readsOf(code) {
  const paths = [...code.matchAll(/'([^']+\.wasm)'/g)].map(([, path]) => path)
  const cases = paths.map((path) => `case '${path}': return (await import('${path}')).default`)
  return `export async function readWasm(path) { switch (path) { ${cases.join(';')} } }`
}
