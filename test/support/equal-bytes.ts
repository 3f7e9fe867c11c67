/** Before the tests of each file (vitest.config.ts): bytes are compared at once, which else takes seconds for a PDF. */
import { expect } from 'vitest'

const isKnown = Symbol.for('portal.equal-bytes')

// Files that share a process share what `expect` knows.
if (!(isKnown in globalThis)) {
  Object.assign(globalThis, { [isKnown]: true })
  expect.addEqualityTesters([
    (one, other) =>
      Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : undefined,
  ])
}
