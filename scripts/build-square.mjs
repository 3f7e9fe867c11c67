/**
 * Square's SDK is two thousand files, and nearly each begins with the same functions of its compiler, which are
 * more than a third of it. In the bundle they stand once.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const start = '"use strict";\n'
const end = 'Object.defineProperty(exports, "__esModule"'

export const squareOnce = {
  name: 'square-once',
  setup(step) {
    const preambles = new Map()
    step.onLoad({ filter: /node_modules\/square\/.*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      const preamble = code.startsWith(start) && code.slice(start.length, code.indexOf(end))
      const names = preamble ? namesIn(preamble) : []
      if (names.length === 0) return undefined
      const key = createHash('sha256').update(preamble).digest('hex').slice(0, 8)
      preambles.set(key, `${preamble}\nmodule.exports = { ${names.join(', ')} }`)
      const shared = `const { ${names.join(', ')} } = require('square-preamble:${key}');\n`
      return { contents: start + shared + code.slice(start.length + preamble.length) }
    })
    step.onResolve({ filter: /^square-preamble:/ }, ({ path }) => ({
      path: path.split(':')[1],
      namespace: 'square-preamble',
    }))
    step.onLoad({ filter: /./, namespace: 'square-preamble' }, ({ path }) => ({
      contents: preambles.get(path),
    }))
  },
}

/** What a preamble declares; none where there is anything else in it that would run more than once. */
function namesIn(preamble) {
  const lines = preamble.split('\n').filter((line) => /^\S/.test(line))
  const isHelpers = lines.every((line) => /^(?:var __\w+ = |\}|\/\/)/.test(line))
  return isHelpers ? [...preamble.matchAll(/^var (__\w+) = /gm)].map(([, name]) => name) : []
}
